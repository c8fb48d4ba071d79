package org.turnwise.ui.queue;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.review.Shares;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** In the place of the call in hand: whom the chosen calls are given to, by Space, and how often each is read. */
final class AssignPane extends VBox {

    private final AssignViewModel model;
    private final Label chosen = Parts.styled("", "secondary");
    private final ToggleButton once;
    private final ToggleButton twice;
    private final ListView<AssignViewModel.Reader> list = new ListView<>();
    private final TextField somebody = new TextField();
    private final Label summary = Parts.styled("");

    AssignPane(AssignViewModel model, Commands commands) {
        this.model = model;
        once = toggle(commands, "queue.assign.once", 1);
        twice = toggle(commands, "queue.assign.twice", 2);
        chosen.setWrapText(true);
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        Button give = Buttons.of(commands.get("queue.assign.give"));
        give.getStyleClass().add("accent");
        Button close = Buttons.of(commands.get("queue.assign"));
        close.setText(Texts.text("queue.assign.close"));
        bindList();
        bindNaming();
        VBox head = new VBox(6, Parts.styled(Texts.text("queue.assign.title"), "call-title"), chosen, new HBox(6, once, twice));
        head.getStyleClass().add("detail-section");
        VBox body = new VBox(8, Parts.styled(Texts.text("queue.assign.readers"), "section-title"), list, somebody, summary);
        body.getStyleClass().add("detail-section");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox.setVgrow(list, Priority.ALWAYS);
        HBox actions = new HBox(give, close);
        actions.getStyleClass().add("detail-actions");
        getStyleClass().addAll("pane-right", "assign-pane");
        getChildren().setAll(head, body, actions);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.close();
                event.consume();
            }
        });
        model.eachProperty().subscribe(each -> {
            once.setSelected(each.intValue() == 1);
            twice.setSelected(each.intValue() == 2);
        });
        model.sharesProperty().subscribe(this::summarize);
        model.messageProperty().subscribe(said -> summarize(model.sharesProperty().get()));
        model.troubleProperty().subscribe(wrong -> summarize(model.sharesProperty().get()));
        model.readingProperty().subscribe(reading -> summarize(model.sharesProperty().get()));
    }

    private ToggleButton toggle(Commands commands, String id, int each) {
        ToggleButton button = new ToggleButton(Texts.text(id), Buttons.keyCap(commands.get(id)));
        button.getStyleClass().add("filter-chip");
        button.setOnAction(event -> {
            model.eachProperty().set(each);
            button.setSelected(true);
        });
        return button;
    }

    private void bindList() {
        list.setItems(model.readers());
        list.setAccessibleText(Texts.text("queue.assign.readers"));
        list.setCellFactory(view -> new ReaderCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                toggleSelected();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> toggleSelected());
    }

    /** The list is read anew, and the place in it kept. */
    private void toggleSelected() {
        AssignViewModel.Reader reader = list.getSelectionModel().getSelectedItem();
        if (reader != null) {
            int at = list.getSelectionModel().getSelectedIndex();
            model.toggle(reader.name());
            list.getSelectionModel().select(at);
        }
    }

    private void bindNaming() {
        somebody.setId("assign-somebody");
        somebody.setPromptText(Texts.text("queue.assign.somebody"));
        somebody.setAccessibleText(Texts.text("queue.assign.somebody"));
        somebody.setOnAction(event -> {
            if (model.name(somebody.getText())) {
                somebody.clear();
                list.requestFocus();
            }
        });
        model.readers().addListener((ListChangeListener<AssignViewModel.Reader>) change -> {
            if (list.getSelectionModel().getSelectedIndex() < 0) {
                list.getSelectionModel().selectFirst();
            }
        });
    }

    private void summarize(Shares shares) {
        chosen.setText(Texts.text("queue.assign.chosen", model.calls()));
        String trouble = model.troubleProperty().get();
        summary.getStyleClass().removeAll("bad", "good");
        if (!trouble.isEmpty()) {
            summary.setText(trouble);
            summary.getStyleClass().add("bad");
        } else if (!shares.isEmpty()) {
            int more = shares.given().size();
            summary.setText(Texts.text("queue.assign.plan", more) + (shares.tooFew() > 0 ? " " + Texts.text("queue.assign.few", shares.tooFew()) : ""));
        } else if (!model.messageProperty().get().isEmpty()) {
            summary.setText(model.messageProperty().get());
            summary.getStyleClass().add("good");
        } else if (model.readingProperty().get()) {
            summary.setText("");
        } else {
            summary.setText(Texts.text(!model.anybody() ? "queue.assign.nobody" : shares.tooFew() > 0 ? "queue.assign.short" : "queue.assign.have"));
        }
    }

    void begin() {
        list.requestFocus();
        if (list.getSelectionModel().getSelectedIndex() < 0) {
            list.getSelectionModel().selectFirst();
        }
    }

    private static final class ReaderCell extends ListCell<AssignViewModel.Reader> {
        @Override
        protected void updateItem(AssignViewModel.@Nullable Reader reader, boolean empty) {
            super.updateItem(reader, empty);
            if (reader == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Label name = Parts.styled(reader.name(), reader.named() ? "semibold" : "medium");
            name.setMinWidth(0);
            String count = reader.more() == 0 ? Texts.text("queue.assign.left", reader.left()) : Texts.text("queue.assign.more", reader.left(), reader.more());
            Label counts = Parts.styled(count, reader.more() == 0 ? "secondary" : "semibold");
            counts.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(8, Parts.icon(reader.named() ? Feather.CHECK_SQUARE : Feather.SQUARE), name, gap, counts);
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText(Texts.text(reader.named() ? "queue.assign.row.named" : "queue.assign.row", reader.name(), count));
        }
    }
}
