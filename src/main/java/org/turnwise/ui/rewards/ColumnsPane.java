package org.turnwise.ui.rewards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.turnwise.intake.crm.ProfiledTables;
import org.turnwise.intake.crm.table.DateOrder;
import org.turnwise.intake.crm.table.Meaning;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Shown;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** The columns of a table of outcomes with some of their values, a choice of what each means, and what the first rows say so. */
final class ColumnsPane extends VBox {

    private final ColumnsViewModel model;
    private final Label file = Parts.styled("", "secondary");
    private final GridPane columns = new GridPane(12, 4);
    private final ComboBox<String> dates = new ComboBox<>();
    private final Label verdict = Parts.styled("", "secondary");
    private final VBox preview = new VBox(3);
    private final Label wordsTitle = Parts.styled(Texts.text("rewards.columns.words"), "secondary");
    private final GridPane words = new GridPane(12, 4);
    private boolean showing;

    ColumnsPane(ColumnsViewModel model, Commands commands) {
        this.model = model;
        getStyleClass().add("covers");
        Label title = Parts.styled(Texts.text("rewards.columns.title"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label order = Parts.styled(Texts.text("rewards.columns.dates"), "secondary");
        order.setMinWidth(Region.USE_PREF_SIZE);
        order.setLabelFor(dates);
        dates.getItems().setAll("", DateOrder.DAY_FIRST.name(), DateOrder.MONTH_FIRST.name());
        dates.setConverter(Shown.as(
                value -> Texts.text(value.isEmpty() ? "rewards.dates.tell" : "rewards.dates." + value.toLowerCase(java.util.Locale.ROOT).replace('_', '-'))));
        dates.setOnAction(event -> {
            if (!showing) {
                model.dates(dates.getValue().isEmpty() ? null : DateOrder.valueOf(dates.getValue()));
            }
        });
        dates.setMinWidth(136);
        HBox header = new HBox(title, file, gap(), order, dates);
        header.getStyleClass().addAll("filter-row", "fields-form");
        columns.getStyleClass().add("fields-form");
        columns.getColumnConstraints().setAll(
                new ColumnConstraints(90, 190, 260), new ColumnConstraints(120, 260, Double.MAX_VALUE, Priority.ALWAYS, null, true),
                new ColumnConstraints(190));
        words.getStyleClass().add("fields-form");
        words.getColumnConstraints().setAll(new ColumnConstraints(120, 320, Double.MAX_VALUE, Priority.ALWAYS, null, true), new ColumnConstraints(240));
        ScrollPane scroll = new ScrollPane(new VBox(10, columns, wordsTitle, words));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        VBox becomes = new VBox(6, verdict, preview);
        becomes.getStyleClass().add("fields-becomes");
        TextField name = new TextField();
        name.setPrefWidth(220);
        name.textProperty().bindBidirectional(model.nameProperty());
        Button keep = Buttons.of(commands.get("rewards.keepcolumns"));
        keep.getStyleClass().add("accent");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        Button close = Buttons.of(commands.get("rewards.closecolumns"));
        close.setMinWidth(Region.USE_PREF_SIZE);
        HBox actions = new HBox(8, Parts.styled(Texts.text("rewards.columns.name"), "secondary"), name, gap(), close, keep);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("side-keys");
        getChildren().setAll(header, scroll, becomes, actions);
        model.draftProperty().subscribe(draft -> show());
        model.failureProperty().subscribe(failed -> show());
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void show() {
        ColumnsViewModel.Draft draft = model.draftProperty().get();
        String failed = model.failureProperty().get();
        setVisible(draft != null || failed != null);
        verdict.getStyleClass().remove("bad");
        preview.getChildren().clear();
        if (draft == null) {
            columns.getChildren().clear();
            words.getChildren().clear();
            file.setText("");
            verdict.setText(failed == null ? "" : failed);
            verdict.getStyleClass().add("bad");
            return;
        }
        ProfiledTables.Outlook outlook = draft.outlook();
        showing = true;
        file.setText(String.valueOf(draft.table().getFileName()));
        file.setTooltip(new Tooltip(draft.table().toString()));
        DateOrder order = outlook.profile().dates();
        dates.setValue(order == null ? "" : order.name());
        showColumns(outlook.columns());
        showWords(outlook);
        showing = false;
        if (outlook.reading().isEmpty()) {
            verdict.getStyleClass().add("bad");
        }
        verdict.setText(outlook.reading().map(reading -> Texts.text(
                "rewards.columns.becomes." + kind(reading.entries()), reading.rows() - reading.problems().size(), reading.rows())).orElse(outlook.problem()));
        ColumnsViewModel.preview(outlook).forEach(line -> preview.getChildren().add(line(line)));
    }

    private static Label line(String text) {
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        return label;
    }

    private static String kind(TableReading.Entries entries) {
        return switch (entries) {
            case TableReading.Deals rows -> "deals";
            case TableReading.CallOutcomes rows -> "calls";
            case TableReading.Meetings rows -> "meetings";
            case TableReading.StageChanges rows -> "stages";
        };
    }

    /** Boxes stay as they are while their column does, so that the one in use keeps the focus. */
    @SuppressWarnings("unchecked")
    private void showColumns(List<TableReading.Sampled> all) {
        List<String> headers = all.stream().map(column -> column.column().header()).toList();
        if (!headers.equals(columns.getUserData()) || columns.getChildren().isEmpty()) {
            build(all);
            columns.setUserData(headers);
        }
        for (int i = 0; i < all.size(); i++) {
            Meaning meaning = all.get(i).column().meaning();
            ((ComboBox<Meaning>) columns.getChildren().get(3 * i + 2)).setValue(meaning == null ? Meaning.NOTHING : meaning);
        }
    }

    /** Like those of columns, boxes stay while the words do. */
    private void showWords(ProfiledTables.Outlook outlook) {
        List<String> said = outlook.words().stream().map(TableReading.Word::said).toList();
        wordsTitle.setVisible(!said.isEmpty());
        if (!said.equals(words.getUserData()) || words.getChildren().isEmpty()) {
            words.getChildren().clear();
            for (int i = 0; i < said.size(); i++) {
                words.addRow(i, Parts.styled(said.get(i), "medium"), wordBox(said.get(i)));
            }
            words.setUserData(said);
        }
        for (int i = 0; i < said.size(); i++) {
            showWord(outlook, outlook.words().get(i), i);
        }
    }

    @SuppressWarnings("unchecked")
    private void showWord(ProfiledTables.Outlook outlook, TableReading.Word word, int row) {
        ComboBox<Optional<OutcomeKind>> box = (ComboBox<Optional<OutcomeKind>>) words.getChildren().get(2 * row + 1);
        OutcomeKind told = outlook.profile().words().get(word.said().strip().toLowerCase(java.util.Locale.ROOT));
        OutcomeKind taken = word.kind();
        String read = taken == null ? Texts.text("rewards.word.unknown") : Texts.text("rewards.word.read", taken.title());
        box.setConverter(Shown.as(kind -> kind.map(OutcomeKind::title).orElse(read)));
        box.setValue(Optional.ofNullable(told));
    }

    private ComboBox<Optional<OutcomeKind>> wordBox(String said) {
        ComboBox<Optional<OutcomeKind>> box = new ComboBox<>();
        box.getItems().add(Optional.empty());
        for (OutcomeKind kind : OutcomeKind.values()) {
            box.getItems().add(Optional.of(kind));
        }
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(said);
        box.setOnAction(event -> {
            if (!showing && box.getValue() != null) {
                model.word(said, box.getValue().orElse(null));
            }
        });
        return box;
    }

    private void build(List<TableReading.Sampled> all) {
        columns.getChildren().clear();
        List<Meaning> meanings = new ArrayList<>(List.of(Meaning.values()));
        meanings.remove(Meaning.NOTHING);
        meanings.addFirst(Meaning.NOTHING);
        for (int i = 0; i < all.size(); i++) {
            TableReading.Sampled column = all.get(i);
            String header = column.column().header();
            Label name = Parts.styled(header, "medium");
            name.setTooltip(new Tooltip(header));
            Label samples = Parts.styled(String.join(", ", column.samples()), "secondary");
            samples.setTooltip(new Tooltip(String.join("\n", column.samples())));
            ComboBox<Meaning> box = new ComboBox<>();
            box.getItems().setAll(meanings);
            box.setConverter(Shown.as(meaning -> Texts.text("rewards.meaning." + Words.lower(meaning))));
            box.setMaxWidth(Double.MAX_VALUE);
            box.setAccessibleText(header);
            box.setOnAction(event -> {
                if (!showing) {
                    model.say(header, box.getValue());
                }
            });
            columns.addRow(i, name, samples, box);
        }
    }
}
