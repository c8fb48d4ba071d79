package org.turnwise.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** What lies over the window for a moment: the shortcut sheet and the command palette. Escape or a click beside it closes it and gives the focus back. */
public final class Overlays {

    private final ShellView shell;
    private final Commands commands;
    private final Consumer<Keymap> use;
    private @Nullable StackPane shown;

    /** @param use takes keys that a person changed */
    public Overlays(ShellView shell, Commands commands, Consumer<Keymap> use) {
        this.shell = shell;
        this.commands = commands;
        this.use = use;
    }

    public void shortcuts() {
        ShortcutSheet sheet = new ShortcutSheet(commands, shell.everything(), shell.screen(), use);
        Region node = sheet.node();
        node.setMaxSize(Math.min(760, shell.root().getWidth() - 60), shell.root().getHeight() - 60);
        open(node, sheet.first(), sheet::taking);
    }

    public void palette() {
        FilteredList<Command> found = new FilteredList<>(FXCollections.observableArrayList(
                shell.candidates().stream()
                        .filter(c -> Boolean.TRUE.equals(c.enabled().getValue()))
                        .toList()));
        SortedList<Command> ordered = new SortedList<>(found);
        ListView<Command> list = new ListView<>(ordered);
        list.setAccessibleText(Texts.text("palette.commands"));
        list.setCellFactory(view -> new PaletteCell());
        TextField field = new TextField();
        field.setPromptText(Texts.text("palette.prompt"));
        field.setAccessibleText(Texts.text("palette.prompt"));
        field.textProperty().subscribe(text -> {
            Typed typed = new Typed(text);
            found.setPredicate(command -> typed.in(command.group() + " " + command.text()));
            ordered.setComparator(typed.bestFirst().thenComparing(command -> command.id().startsWith("label.")));
            list.getSelectionModel().selectFirst();
        });
        ListUnderField.keys(field, list, () -> runSelected(list));
        list.setOnMouseClicked(event -> runSelected(list));
        VBox palette = new VBox(8, field, list);
        palette.setPadding(new Insets(12));
        palette.setMaxSize(560, 420);
        palette.setId("command-palette");
        open(palette, field, () -> false);
    }

    public void people(PeopleList people) {
        open(people.node(), people.field(), () -> false);
        people.closing(this::close);
    }

    private void runSelected(ListView<Command> list) {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            close();
            command.run();
        }
    }

    /** @param keepsEscape whether the overlay has its own use for Escape now */
    private void open(Region overlay, Node focus, BooleanSupplier keepsEscape) {
        close();
        Node before = shell.root().getScene().getFocusOwner();
        overlay.getStyleClass().add("overlay");
        StackPane scrim = new StackPane(overlay);
        scrim.getStyleClass().add("scrim");
        scrim.setOnMousePressed(event -> {
            if (event.getTarget() == scrim) {
                close();
            }
        });
        scrim.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !keepsEscape.getAsBoolean()) {
                close();
                event.consume();
            }
        });
        scrim.setUserData(before);
        shell.root().getChildren().add(scrim);
        shown = scrim;
        // what has no skin yet takes no keys, and the first letter may come before the next picture
        scrim.applyCss();
        focus.requestFocus();
    }

    public boolean isOpen() {
        return shown != null;
    }

    public void close() {
        StackPane open = shown;
        if (open != null) {
            shell.root().getChildren().remove(open);
            shown = null;
            if (open.getUserData() instanceof Node before) {
                before.requestFocus();
            }
        }
    }

    private static final class PaletteCell extends ListCell<Command> {
        @Override
        protected void updateItem(@Nullable Command command, boolean empty) {
            super.updateItem(command, empty);
            if (command == null || empty) {
                setGraphic(null);
                return;
            }
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox row = new HBox(8, Parts.styled(command.group(), "secondary", "group-name"), new Label(command.text()), gap);
            if (!command.strokes().isEmpty()) {
                row.getChildren().add(Parts.keyCap(command.keys()));
            }
            row.getStyleClass().add("palette-entry");
            setGraphic(row);
        }
    }
}
