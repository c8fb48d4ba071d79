package org.turnwise.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/**
 * Every command with its keys, and where they are changed: Enter on a line takes the next keys pressed until Enter again, Escape leaves them as they were,
 * Delete gives a command its own keys back. A key that two commands share is shown on both.
 */
final class ShortcutSheet {

    private final Commands commands;
    private final List<Command> all;
    private final Consumer<Keymap> use;
    private final TextField filter = new TextField();
    private final ListView<Command> list = new ListView<>();
    private final Label hint = Parts.styled(Texts.text("shortcuts.hint"), "secondary");
    private final List<KeyStroke> pressed = new ArrayList<>();
    private @Nullable Command changing;

    /**
     * @param screen in view: what can be done on it comes first
     * @param use    takes a changed map, applies and keeps it
     */
    ShortcutSheet(Commands commands, List<Command> all, String screen, Consumer<Keymap> use) {
        this.commands = commands;
        this.all = all;
        this.use = use;
        FilteredList<Command> found = new FilteredList<>(FXCollections.observableArrayList(all));
        SortedList<Command> ordered = new SortedList<>(found);
        filter.setPromptText(Texts.text("shortcuts.filter"));
        filter.setAccessibleText(Texts.text("shortcuts.filter"));
        filter.textProperty().subscribe(text -> {
            Typed typed = new Typed(text);
            found.setPredicate(command -> typed.in(command.group() + " " + command.text() + " " + commands.keymap().applied(command).keys()));
            ordered.setComparator(typed.bestFirst().thenComparing(command -> !command.scope().equals(screen)).thenComparing(Command::group));
        });
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        list.setItems(ordered);
        list.setAccessibleText(Texts.text("shortcuts.title"));
        list.setCellFactory(view -> new Line());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.addEventFilter(KeyEvent.KEY_TYPED, this::onKey);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                begin();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    Region node() {
        Button reset = new Button(Texts.text("shortcuts.reset"));
        reset.setOnAction(event -> change(Keymap.NONE));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        VBox sheet = new VBox(10, new HBox(8, Parts.styled(Texts.text("shortcuts.title"), "screen-title"), gap, reset), filter, hint, list);
        sheet.setPadding(new Insets(16));
        sheet.setId("shortcut-sheet");
        return sheet;
    }

    TextField first() {
        return filter;
    }

    private void onKey(KeyEvent event) {
        if (changing != null) {
            take(changing, event);
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && event.getCode() == KeyCode.ENTER) {
            begin();
            event.consume();
        } else if (event.getEventType() == KeyEvent.KEY_PRESSED && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
            Command chosen = list.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                change(commands.keymap().without(chosen.id()));
            }
            event.consume();
        }
    }

    private void begin() {
        changing = list.getSelectionModel().getSelectedItem();
        pressed.clear();
        showHint();
    }

    /** Whether keys pressed now are taken as a command's. */
    boolean taking() {
        return changing != null;
    }

    private void take(Command command, KeyEvent event) {
        boolean press = event.getEventType() == KeyEvent.KEY_PRESSED;
        boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        if (press && plain && event.getCode() == KeyCode.ESCAPE) {
            changing = null;
        } else if (press && plain && event.getCode() == KeyCode.ENTER && !pressed.isEmpty()) {
            changing = null;
            change(commands.keymap().with(command.id(), List.copyOf(pressed)));
        } else {
            KeyStroke.of(event).ifPresent(pressed::add);
        }
        showHint();
    }

    private void change(Keymap keymap) {
        use.accept(keymap);
        list.refresh();
    }

    private void showHint() {
        String keys = String.join(" ", pressed.stream().map(KeyStroke::shown).toList());
        hint.setText(changing == null ? Texts.text("shortcuts.hint") : Texts.text("shortcuts.taking", changing.text(), keys));
    }

    private final class Line extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Command applied = commands.keymap().applied(command);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(8, Parts.styled(command.group(), "secondary", "group-name"), new Label(command.text()), gap);
            List<Command> others = commands.keymap().conflicts(command, all);
            if (!others.isEmpty()) {
                row.getChildren().add(Parts.styled(
                        Texts.text("shortcuts.conflict", others.stream().map(Command::text).collect(Collectors.joining(", "))), "bad"));
            }
            applied.strokes().forEach(stroke -> row.getChildren().add(Parts.keyCap(stroke.shown())));
            row.getStyleClass().add("palette-entry");
            setAccessibleText(command.group() + ", " + command.text() + ", " + applied.keys());
            setGraphic(row);
        }
    }
}
