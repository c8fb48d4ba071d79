package org.turnwise.ui.find;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.find.Found.FoundTurn;
import org.turnwise.find.SavedSearch;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.common.ScreenView;
import org.turnwise.ui.common.Texts;

/** Binds the find screen's view model to its words, its filters and the list of turns found. */
public final class FindView implements ScreenView {

    private final FindViewModel model;
    private final Commands commands;
    private @Nullable FilterBar bar;

    @FXML private TextField words;
    @FXML private FlowPane filters;
    @FXML private MenuButton saved;
    @FXML private TextField name;
    @FXML private Button keep;
    @FXML private Label message;
    @FXML private ListView<FoundTurn> list;
    @FXML private StackPane instead;
    @FXML private Label count;
    @FXML private Button clear;
    @FXML private Button more;

    /** @param commands the registry; besides the screen's own it holds {@code data.import}, the next step while there are no calls */
    public FindView(FindViewModel model, Commands commands) {
        this.model = model;
        this.commands = commands;
    }

    @FXML
    private void initialize() {
        bar = new FilterBar(model, filters);
        words.textProperty().bindBidirectional(model.typed().wordsProperty());
        words.setOnAction(event -> list.requestFocus());
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && model.found().anyProperty().get()) {
                list.requestFocus();
                event.consume();
            }
        });
        model.begunProperty().subscribe((before, now) -> focusWords());
        bindList();
        bindSaved();
        Buttons.bind(clear, commands.get("find.clear"));
        Buttons.bind(more, commands.get("find.more"));
        more.visibleProperty().bind(model.found().moreProperty());
        more.managedProperty().bind(model.found().moreProperty());
        clear.visibleProperty().bind(model.typed().filterProperty().map(filter -> !filter.isEmpty()));
        message.textProperty().bind(model.typed().messageProperty());
        message.visibleProperty().bind(model.typed().messageProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        count.textProperty().bind(Bindings.createStringBinding(
                () -> model.found().anyProperty().get()
                        ? Texts.text("find.shown", model.found().turns().size(), model.countProperty().get())
                        : model.countProperty().get(),
                model.found().turns(), model.countProperty(), model.found().anyProperty()));
        model.insteadProperty().subscribe(this::showInstead);
    }

    private void bindList() {
        list.setCellFactory(view -> new FoundCell(view.widthProperty()));
        list.setItems(model.found().turns());
        list.getSelectionModel().selectedItemProperty().subscribe(turn -> {
            if (turn != null) {
                model.found().selectedProperty().set(turn);
            }
        });
        model.found().selectedProperty().subscribe(turn -> {
            if (turn != null && turn != list.getSelectionModel().getSelectedItem()) {
                list.getSelectionModel().select(turn);
                list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getTarget() instanceof Node node && !(node instanceof ListView)) {
                model.open();
            }
        });
    }

    private void bindSaved() {
        InvalidationListener changed = any -> showSaved();
        model.kept().all().addListener(changed);
        showSaved();
        name.setVisible(false);
        name.setManaged(false);
        Buttons.bind(keep, keepCommand());
        name.setOnAction(event -> {
            model.keep(name.getText());
            endNaming();
        });
        name.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                endNaming();
                event.consume();
            }
        });
    }

    private Command keepCommand() {
        return Command.of("find.keep", Texts.text("screen.find"), Texts.text("find.keep"), "Ctrl+S", "find", () -> {
            name.setVisible(true);
            name.setManaged(true);
            name.setText(model.typed().wordsProperty().get().strip());
            name.requestFocus();
            name.selectAll();
        }).withHint(Texts.text("find.keep.hint"));
    }

    private void endNaming() {
        name.setVisible(false);
        name.setManaged(false);
        words.requestFocus();
    }

    private void showSaved() {
        saved.getItems().clear();
        for (SavedSearch kept : model.kept().all()) {
            saved.getItems().add(item(kept.name(), () -> model.typed().replace(kept.search())));
        }
        if (model.kept().all().isEmpty()) {
            MenuItem none = new MenuItem(Texts.text("find.saved.none"));
            none.setDisable(true);
            saved.getItems().add(none);
            return;
        }
        saved.getItems().add(new SeparatorMenuItem());
        for (SavedSearch kept : model.kept().all()) {
            saved.getItems().add(item(Texts.text("find.saved.forget", kept.name()), () -> model.kept().forget(kept)));
        }
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(event -> action.run());
        return item;
    }

    private void showInstead(FindViewModel.Instead what) {
        instead.setVisible(what != FindViewModel.Instead.NOTHING);
        instead.getChildren().setAll(switch (what) {
            case NOTHING -> List.of();
            case START -> List.of(new EmptyState(Feather.SEARCH, Texts.text("find.start"), Texts.text("find.start.why")));
            case INDEXING -> List.of(
                    new EmptyState(Feather.BOOK_OPEN, Texts.text("find.indexing"), Texts.text("find.indexing.why"), commands.get("find.cancel")));
            case NO_CALLS -> List.of(new EmptyState(Feather.INBOX, Texts.text("find.nocalls"), Texts.text("find.nocalls.why"), commands.get("data.import")));
            case NO_MATCH -> List.of(new EmptyState(Feather.FILTER, Texts.text("find.nomatch"), Texts.text("find.nomatch.why"), commands.get("find.clear")));
            case FAILED -> List.of(new EmptyState(Feather.ALERT_OCTAGON, Texts.text("find.failed"), model.failureProperty().get(), commands.get("find.retry")));
        });
    }

    private void focusWords() {
        words.requestFocus();
        words.selectAll();
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.countProperty().map(text -> text.isEmpty() ? Texts.text("find.subtitle.none") : text);
    }

    @Override
    public List<Node> actions() {
        return List.of(Buttons.of(commands.get("find.open")), Buttons.of(commands.get("find.queue")));
    }

    @Override
    public List<Command> contextual() {
        String group = Texts.text("screen.find");
        List<Command> all = new ArrayList<>(bar == null ? List.of() : bar.commands());
        all.add(keepCommand());
        all.add(Command.of("find.words", group, Texts.text("find.begin"), "/", "find", this::focusWords));
        all.add(Command.of("find.menu.saved", group, Texts.text("find.menu.saved"), "K", "find", () -> {
            saved.requestFocus();
            saved.show();
        }));
        return all;
    }

    @Override
    public void focus() {
        model.enter();
        focusWords();
    }
}
