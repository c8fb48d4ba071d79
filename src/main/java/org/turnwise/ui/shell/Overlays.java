package org.turnwise.ui.shell;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** What lies over the window for a moment: the shortcut sheet and the command palette. Escape or a click beside it closes it and gives the focus back. */
public final class Overlays {

    /** Most keys one under another on the shortcut sheet. */
    private static final int ROWS = 22;

    private final ShellView shell;
    private @Nullable StackPane shown;

    public Overlays(ShellView shell) {
        this.shell = shell;
    }

    public void shortcuts() {
        Map<String, GridPane> groups = new LinkedHashMap<>();
        for (Command command : shell.candidates()) {
            if (!command.strokes().isEmpty()) {
                GridPane grid = groups.computeIfAbsent(command.group(), name -> new GridPane(10, 3));
                // a long group goes on in a second pair of columns
                int row = grid.getChildren().size() / 2;
                grid.add(keyCell(command), 2 * (row / ROWS), row % ROWS);
                grid.add(new Label(command.text()), 2 * (row / ROWS) + 1, row % ROWS);
            }
        }
        FlowPane columns = new FlowPane(Orientation.VERTICAL, 24, 8);
        columns.setPrefWrapLength(Math.max(360, shell.root().getHeight() - 190));
        groups.forEach((name, grid) -> columns.getChildren().add(new VBox(4, Parts.styled(name, "shortcut-group"), grid)));
        ScrollPane scroll = new ScrollPane(columns);
        VBox sheet = new VBox(12, Parts.styled(Texts.text("shortcuts.title"), "screen-title"), scroll);
        sheet.setPadding(new Insets(16));
        sheet.setMaxSize(shell.root().getWidth() - 60, shell.root().getHeight() - 60);
        sheet.setId("shortcut-sheet");
        open(sheet, scroll);
    }

    public void palette() {
        FilteredList<Command> found = new FilteredList<>(FXCollections.observableArrayList(
                shell.candidates().stream()
                        .filter(c -> Boolean.TRUE.equals(c.enabled().getValue()))
                        .sorted(Comparator.comparing(c -> c.id().startsWith("label.")))
                        .toList()));
        ListView<Command> list = new ListView<>(found);
        list.setCellFactory(view -> new PaletteCell());
        TextField field = new TextField();
        field.setPromptText(Texts.text("palette.prompt"));
        field.textProperty().subscribe(typed -> {
            found.setPredicate(command -> matches(command, typed));
            list.getSelectionModel().selectFirst();
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> onPaletteKey(event, list));
        list.setOnMouseClicked(event -> runSelected(list));
        VBox palette = new VBox(8, field, list);
        palette.setPadding(new Insets(12));
        palette.setMaxSize(560, 420);
        palette.setId("command-palette");
        open(palette, field);
    }

    private void onPaletteKey(KeyEvent event, ListView<Command> list) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            list.getSelectionModel().select(Math.floorMod(at + (event.getCode() == KeyCode.DOWN ? 1 : -1), Math.max(1, list.getItems().size())));
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            runSelected(list);
            event.consume();
        }
    }

    private void runSelected(ListView<Command> list) {
        Command command = list.getSelectionModel().getSelectedItem();
        if (command != null) {
            close();
            command.run();
        }
    }

    /** Every word typed is somewhere in the command's group or text. */
    private static boolean matches(Command command, String typed) {
        String text = (command.group() + " " + command.text()).toLowerCase(Locale.ROOT);
        return List.of(typed.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream().allMatch(text::contains);
    }

    private void open(Region overlay, Node focus) {
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
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        scrim.setUserData(before);
        shell.root().getChildren().add(scrim);
        shown = scrim;
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

    private static Node keyCell(Command command) {
        HBox keys = new HBox(3);
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(46);
        command.strokes().forEach(stroke -> keys.getChildren().add(Parts.keyCap(stroke.shown())));
        return keys;
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
            HBox row = new HBox(8, Parts.styled(command.group(), "secondary"), new Label(command.text()), gap);
            if (!command.strokes().isEmpty()) {
                row.getChildren().add(Parts.keyCap(command.keys()));
            }
            row.getStyleClass().add("palette-entry");
            setGraphic(row);
        }
    }
}
