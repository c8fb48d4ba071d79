package org.turnwise.ui.scheme;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.scheme.SchemeVersion;
import org.turnwise.call.Side;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Shown;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** Binds the list of labels, the form of the one in hand, where it stands, and the versions. */
public final class SchemeView implements ScreenView {

    private static final double SCROLL_BAR = 14;

    private final SchemeViewModel model;
    private final Commands commands;
    private final Map<Side, CheckBox> sideBoxes = new EnumMap<>(Side.class);
    /** While the form is filled from the draft, what changes in it is not typed by anybody. */
    private boolean filling;

    @FXML private ListView<SchemeViewModel.Row> labels;
    @FXML private HBox notice;
    @FXML private HBox heading;
    @FXML private TextField name;
    @FXML private TextField key;
    @FXML private ChoiceBox<org.turnwise.annotation.Label.Tone> tone;
    @FXML private HBox sides;
    @FXML private TextArea guidance;
    @FXML private HBox buttons;
    @FXML private Label exampleCount;
    @FXML private ListView<LabelExamples.Example> examples;
    @FXML private ListView<SchemeVersion> versions;

    public SchemeView(SchemeViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        labels.setItems(model.rows());
        labels.setCellFactory(list -> cell(row -> SchemeLines.line(row, model.rows())));
        labels.getSelectionModel().selectedItemProperty().subscribe(row -> {
            if (row != null && !row.equals(model.selectedProperty().get())) {
                model.selectedProperty().set(row);
            }
        });
        model.selectedProperty().subscribe(row -> {
            if (row != null && !row.equals(labels.getSelectionModel().getSelectedItem())) {
                labels.getSelectionModel().select(row);
                labels.scrollTo(row);
            }
            showButtons();
        });
        examples.setItems(model.examples());
        examples.setCellFactory(list -> cell(SchemeLines::example));
        examples.setPlaceholder(Parts.styled(Texts.text("scheme.examples.none"), "muted"));
        examples.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                jump();
            }
        });
        examples.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                jump();
            }
        });
        versions.setItems(model.versions());
        versions.setCellFactory(list -> cell(version -> SchemeLines.version(version, model.before(version))));
        initForm();
        model.noticeProperty().subscribe(this::showNotice);
        model.refresh();
    }

    private void jump() {
        LabelExamples.Example chosen = examples.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.jump(chosen);
        }
    }

    // ---- the form

    private void initForm() {
        tone.getItems().setAll(org.turnwise.annotation.Label.Tone.values());
        tone.setConverter(Shown.as(of -> Texts.text("scheme.tone." + Words.lower(of))));
        for (Side side : Side.values()) {
            CheckBox box = new CheckBox(Words.of(side));
            sideBoxes.put(side, box);
            box.selectedProperty().subscribe(this::typed);
            sides.getChildren().add(box);
        }
        name.textProperty().subscribe(this::typed);
        key.textProperty().subscribe(this::typed);
        tone.valueProperty().subscribe(this::typed);
        guidance.textProperty().subscribe(this::typed);
        model.draftProperty().subscribe(this::fill);
    }

    private void fill(org.turnwise.annotation.@Nullable Label draft) {
        if (filling || draft == null) {
            return;
        }
        filling = true;
        name.setText(draft.name());
        key.setText(draft.key() == null ? "" : draft.key());
        tone.setValue(draft.tone());
        sideBoxes.forEach((side, box) -> box.setSelected(draft.sides().contains(side)));
        guidance.setText(draft.guidance());
        filling = false;
        boolean isNew = draft.id().isEmpty();
        Label kind = Parts.styled(Texts.text("kind." + Words.lower(draft.kind())) + (isNew ? "" : " · " + draft.id()), "secondary");
        heading.getChildren().setAll(isNew ? Parts.styled(Texts.text("scheme.new"), "call-title") : Parts.chip(draft), kind);
        if (isNew) {
            name.requestFocus();
        }
    }

    private void typed() {
        org.turnwise.annotation.Label draft = model.draftProperty().get();
        if (filling || draft == null) {
            return;
        }
        Set<Side> on = EnumSet.noneOf(Side.class);
        sideBoxes.forEach((side, box) -> {
            if (box.isSelected()) {
                on.add(side);
            }
        });
        String keys = key.getText().strip();
        filling = true;
        model.draftProperty().set(new org.turnwise.annotation.Label(
                draft.id(), draft.kind(), name.getText().strip(), on, keys.isEmpty() ? null : keys, tone.getValue(), guidance.getText().strip(),
                draft.family()));
        filling = false;
    }

    private void showButtons() {
        Button apply = Buttons.of(commands.get("scheme.apply"));
        apply.getStyleClass().add("accent");
        Button retire = Buttons.of(commands.get("scheme.retire"));
        SchemeViewModel.Row row = model.selectedProperty().get();
        if (row != null && row.retired()) {
            retire.setText(Texts.text("scheme.revive"));
        }
        buttons.getChildren().setAll(apply, Buttons.of(commands.get("scheme.merge")), retire, Buttons.of(commands.get("scheme.up")),
                Buttons.of(commands.get("scheme.down")));
        buttons.getChildren().forEach(button -> ((Region) button).setMinWidth(Region.USE_PREF_SIZE));
        exampleCount.setText(row == null ? "" : Texts.text("scheme.examples.count", SchemeViewModel.counted("annotation", row.uses())));
    }

    // ---- lists

    private static <T> ListCell<T> cell(Function<T, Node> content) {
        return new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T item, boolean isEmpty) {
                super.updateItem(item, isEmpty);
                setPrefWidth(0);
                setText(null);
                setGraphic(item == null || isEmpty ? null : content.apply(item));
            }

            /** As high as the words need at the width they get; a list asks before there is one. */
            @Override
            protected double computePrefHeight(double width) {
                return getGraphic() == null ? super.computePrefHeight(width) : getGraphic().prefHeight(getListView().getWidth() - SCROLL_BAR);
            }
        };
    }

    private static Label wrapped(String text, String style) {
        Label label = Parts.styled(text, style);
        label.setWrapText(true);
        return label;
    }

    private void showNotice(@Nullable Notice now) {
        notice.setVisible(now != null);
        notice.setManaged(now != null);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        if (now != null) {
            notice.getStyleClass().setAll("notice", now.tone());
            notice.getChildren().setAll(
                    Parts.icon(now.tone().equals("good") ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE),
                    new VBox(2, wrapped(now.title(), "semibold"), wrapped(now.text(), "label")));
        }
    }

    @Override
    public List<Command> contextual() {
        return List.of(Command.of("scheme.edit", Texts.text("screen.scheme"), Texts.text("scheme.edit"), "E", SchemeCommands.SCREEN, () -> {
            name.requestFocus();
            name.selectAll();
        }), Command.of("scheme.list", Texts.text("screen.scheme"), Texts.text("scheme.list"), "Ctrl+L", SchemeCommands.SCREEN, labels::requestFocus),
                Command.of("scheme.examples", Texts.text("screen.scheme"), Texts.text("scheme.examples"), "Ctrl+J", SchemeCommands.SCREEN,
                        examples::requestFocus));
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subtitle();
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("scheme.import")), Buttons.of(commands.get("scheme.export")), Buttons.of(commands.get("scheme.add")));
    }

    @Override
    public void focus() {
        model.refresh();
        labels.requestFocus();
    }
}
