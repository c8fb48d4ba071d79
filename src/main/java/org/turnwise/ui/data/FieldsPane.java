package org.turnwise.ui.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Shown;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Wording;
import org.turnwise.ui.common.Words;

/** Says what the fields of a file mean: choices, the first rows as they stand in the file, and the turns they become. */
final class FieldsPane extends VBox {

    private static final int MOST_TURNS = 12;
    private static final int MOST_COLUMNS = 20;

    private final FieldsViewModel model;
    private final Commands commands;
    private final Label file = Parts.styled("", "secondary");
    private final ComboBox<String> rowsAt = new ComboBox<>();
    private final ComboBox<TimeScale> scale = new ComboBox<>();
    private final Map<FieldsViewModel.Role, ComboBox<String>> roles = new EnumMap<>(FieldsViewModel.Role.class);
    private final TableView<Row> rows = new TableView<>();
    private final VBox turns = new VBox();
    private final Label outlook = Parts.styled("", "secondary");
    private final StackPane instead = new StackPane();
    private final VBox form = new VBox();
    private boolean showing;

    FieldsPane(FieldsViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
        Label title = Parts.styled(Texts.text("data.fields"), "pane-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Button choose = Buttons.of(commands.get("data.map"));
        choose.setMinWidth(Region.USE_PREF_SIZE);
        HBox header = new HBox(title, file, gap(), choose);
        header.getStyleClass().add("filter-row");
        instead.getStyleClass().add("covers");
        StackPane body = new StackPane(form, instead);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header, body);
        build();
        InvalidationListener show = changed -> show();
        model.draftProperty().addListener(show);
        model.noticeProperty().addListener(show);
        show();
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private void build() {
        GridPane choices = new GridPane(12, 6);
        choices.getStyleClass().add("fields-form");
        ColumnConstraints label = new ColumnConstraints(96);
        ColumnConstraints field = new ColumnConstraints(0, 240, Double.MAX_VALUE, Priority.ALWAYS, null, true);
        choices.getColumnConstraints()
                .setAll(label, field, new ColumnConstraints(96), new ColumnConstraints(0, 240, Double.MAX_VALUE, Priority.ALWAYS, null, true));
        List<Node> entries = new ArrayList<>();
        entry(entries, "data.fields.rows", rowsAt);
        rowsAt.setConverter(Shown.as(path -> path.isEmpty() ? Texts.text("data.fields.table") : path));
        rowsAt.setOnAction(event -> chosen(() -> model.rows(rowsAt.getValue())));
        entry(entries, "data.fields.scale", scale);
        scale.getItems().setAll(TimeScale.values());
        scale.setConverter(Shown.as(unit -> Texts.text("data.scale." + Words.lower(unit))));
        scale.setOnAction(event -> chosen(() -> model.scale(scale.getValue())));
        for (FieldsViewModel.Role role : FieldsViewModel.Role.values()) {
            ComboBox<String> box = new ComboBox<>();
            box.setConverter(Shown.as(name -> name.isEmpty() ? Texts.text("data.fields.none") : name));
            box.setOnAction(event -> chosen(() -> model.say(role, box.getValue().isEmpty() ? null : box.getValue())));
            roles.put(role, box);
            entry(entries, "data.fields." + Words.lower(role), box);
        }
        for (int i = 0; i < entries.size(); i += 2) {
            choices.add(entries.get(i), 2 * (i / 2 % 2), i / 4);
            choices.add(entries.get(i + 1), 2 * (i / 2 % 2) + 1, i / 4);
        }
        rows.getStyleClass().add("work-table");
        rows.setId("first-rows");
        rows.setMinHeight(120);
        rows.setPrefHeight(170);
        rows.setFocusTraversable(false);
        ScrollPane scroll = new ScrollPane(turns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        outlook.setWrapText(true);
        HBox becomes = new HBox(8, Parts.styled(Texts.text("data.fields.becomes"), "semibold"), outlook);
        becomes.getStyleClass().add("fields-becomes");
        TextField name = new TextField();
        name.setPrefWidth(220);
        name.textProperty().bindBidirectional(model.nameProperty());
        Button keep = Buttons.of(commands.get("data.keepfields"));
        keep.getStyleClass().add("accent");
        keep.setMinWidth(Region.USE_PREF_SIZE);
        Label named = Parts.styled(Texts.text("data.fields.name"), "secondary");
        HBox actions = new HBox(8, named, name, gap(), keep);
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("side-keys");
        form.getChildren().setAll(choices, rows, becomes, scroll, actions);
    }

    private static void entry(List<Node> entries, String key, ComboBox<?> box) {
        Label label = Parts.styled(Texts.text(key), "muted");
        label.setLabelFor(box);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setAccessibleText(Texts.text(key));
        entries.add(label);
        entries.add(box);
    }

    private void chosen(Runnable said) {
        if (!showing) {
            said.run();
        }
    }

    private void show() {
        FieldsViewModel.Draft draft = model.draftProperty().get();
        form.setVisible(draft != null);
        instead.setVisible(draft == null);
        file.setText(draft == null ? "" : String.valueOf(draft.file().path().getFileName()));
        if (draft == null) {
            Notice notice = model.noticeProperty().get();
            instead.getChildren().setAll(notice == null
                    ? new EmptyState(Feather.COLUMNS, Texts.text("data.fields.nofile"), Texts.text("data.fields.nofile.why"), commands.get("data.map"))
                    : new EmptyState(notice.tone().equals("bad") ? Feather.ALERT_OCTAGON : Feather.CHECK_CIRCLE, notice.title(), notice.text(),
                            commands.get("data.map")));
            return;
        }
        showing = true;
        rowsAt.getItems().setAll(draft.file().paths());
        rowsAt.setValue(draft.mapping().rows());
        scale.setValue(draft.mapping().scale());
        roles.forEach((role, box) -> {
            List<String> fields = new ArrayList<>(draft.fields());
            if (role != FieldsViewModel.Role.TEXT) {
                fields.addFirst("");
            }
            box.getItems().setAll(fields);
            String now = FieldsViewModel.field(draft.mapping(), role);
            box.setValue(now == null ? "" : now);
        });
        showing = false;
        showRows(draft);
        showTurns(draft);
    }

    private void showRows(FieldsViewModel.Draft draft) {
        rows.getColumns().clear();
        for (String name : draft.fields().stream().limit(MOST_COLUMNS).toList()) {
            TableColumn<Row, String> column = new TableColumn<>(name);
            column.setSortable(false);
            column.setPrefWidth(name.equals(draft.mapping().text()) ? 320 : 130);
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().fields().getOrDefault(name, "")));
            rows.getColumns().add(column);
        }
        rows.getItems().setAll(draft.rows());
    }

    private void showTurns(FieldsViewModel.Draft draft) {
        List<Call> calls = draft.outlook().calls();
        String problem = draft.outlook().problem();
        outlook.getStyleClass().remove("bad");
        if (problem != null) {
            outlook.getStyleClass().add("bad");
        }
        outlook.setText(problem != null ? problem
                : calls.size() == 1 ? Texts.text("data.fields.outlook", calls.getFirst().turns().size(), calls.getFirst().participants().size())
                : Texts.text("data.fields.outlook.calls", calls.size()));
        outlook.setTooltip(draft.reasons().isEmpty() ? null : new Tooltip(String.join("\n", draft.reasons())));
        turns.getChildren().clear();
        if (!calls.isEmpty()) {
            Call first = calls.getFirst();
            first.turns().stream().limit(MOST_TURNS).forEach(turn -> turns.getChildren().add(turn(first, turn)));
        }
    }

    private static HBox turn(Call call, Turn turn) {
        Label who = Parts.styled(call.speakerOf(turn).name(), "medium");
        who.setMinWidth(130);
        who.setMaxWidth(130);
        Label when = Parts.styled(turn.startMs() == null ? "" : Figures.clock(turn.startMs()), "mono");
        when.setMinWidth(56);
        when.setMaxWidth(56);
        Wording text = new Wording("turn-words");
        text.show(turn.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(8, who, when, text);
        row.getStyleClass().add("fields-turn");
        return row;
    }

    @Override
    public void requestFocus() {
        roles.values().iterator().next().requestFocus();
    }
}
