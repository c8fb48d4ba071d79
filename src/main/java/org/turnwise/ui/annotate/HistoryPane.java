package org.turnwise.ui.annotate;

import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.Edit;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** In place of the inspector: the journal, latest edit first. Enter goes to the turn an edit is about; reaching the last row reads on. */
final class HistoryPane {

    private final HistoryViewModel model;
    private final ListView<Edit> list = new ListView<>();

    HistoryPane(HistoryViewModel model, Commands commands, VBox root) {
        this.model = model;
        root.visibleProperty().bind(model.wantedProperty());
        root.managedProperty().bind(model.wantedProperty());
        list.setItems(model.edits());
        list.setId("history");
        list.setAccessibleText(Texts.text("annotate.history"));
        list.setPlaceholder(Parts.styled(Texts.text("annotate.history.none"), "muted"));
        list.setCellFactory(view -> new Line());
        list.getSelectionModel().selectedItemProperty().subscribe(edit -> model.selectedProperty().set(edit));
        model.edits().addListener((ListChangeListener<Edit>) change -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                model.goTo();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                model.goTo();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(Parts.styled(Texts.text("annotate.history"), "pane-title"), gap, Buttons.keyCap(commands.get("annotate.history")));
        header.getStyleClass().add("pane-header");
        Button scope = tool(Buttons.of(commands.get("annotate.history.scope")));
        scope.textProperty().bind(model.everyCallProperty().map(every -> Texts.text(every ? "annotate.history.every" : "annotate.history.this")));
        Button who = tool(Buttons.of(commands.get("annotate.history.annotator")));
        who.textProperty().bind(model.annotatorProperty().map(name -> name).orElse(Texts.text("annotate.history.anybody")));
        who.setMaxWidth(150);
        FlowPane filters = new FlowPane(0, 4, scope, who);
        filters.getStyleClass().addAll("hairline-bottom", "queue-filters", "history-filters");
        FlowPane actions = new FlowPane(6, 6, Buttons.of(commands.get("annotate.history.takeback")), Buttons.of(commands.get("annotate.history.putback")));
        actions.getStyleClass().add("inspector-section");
        root.getChildren().setAll(header, filters, list, actions);
    }

    private static Button tool(Button button) {
        button.getStyleClass().add("tool");
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    void focus() {
        list.requestFocus();
    }

    private final class Line extends ListCell<Edit> {

        private final Label what = Parts.styled("", "medium");
        private final Label who = Parts.styled("", "secondary");
        private final Label when = Parts.styled("", "secondary");
        private final Label call = Parts.styled("", "muted");
        private final VBox box;

        private Line() {
            who.setMinWidth(0);
            call.setMinWidth(0);
            when.setMinWidth(Region.USE_PREF_SIZE);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            box = new VBox(2, what, new HBox(8, who, gap, when), call);
            box.getStyleClass().add("history-entry");
            box.setMinWidth(0);
            box.setPrefWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Edit edit, boolean empty) {
            super.updateItem(edit, empty);
            if (edit == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            if (getIndex() >= model.edits().size() - 1) {
                model.more();
            }
            what.setText(edit.what());
            what.setTooltip(new Tooltip(edit.what()));
            what.setGraphic(Parts.icon(switch (edit.cause()) {
                case DONE -> Feather.EDIT_3;
                case UNDO -> Feather.CORNER_UP_LEFT;
                case REDO -> Feather.CORNER_UP_RIGHT;
            }));
            who.setText(edit.annotator());
            who.setTooltip(new Tooltip(edit.annotator()));
            when.setText(Figures.day(edit.at()) + ", " + Figures.timeOfDay(edit.at()));
            boolean every = model.everyCallProperty().get();
            call.setText(every ? Written.target(edit).call().value() : "");
            call.setVisible(every);
            call.setManaged(every);
            setAccessibleText(Texts.text("annotate.history.line", edit.what(), who.getText(), when.getText()));
            setGraphic(box);
        }
    }
}
