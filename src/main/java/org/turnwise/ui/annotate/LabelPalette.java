package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/** What puts labels on what is in hand by mouse, each with the key that does the same: rows, a menu, segments. */
final class LabelPalette {

    private final AnnotateViewModel model;
    private final Commands commands;
    private final SuggestionSection suggestions;
    private final GuidanceViewModel guidance;

    LabelPalette(AnnotateViewModel model, Commands commands, SuggestionSection suggestions, GuidanceViewModel guidance) {
        this.model = model;
        this.commands = commands;
        this.suggestions = suggestions;
        this.guidance = guidance;
    }

    GridPane grid(List<Label> labels, int columns) {
        GridPane grid = new GridPane(2, 1);
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            // three are so narrow that each takes what its names need
            if (columns < 3) {
                column.setPercentWidth(100.0 / columns);
            }
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < labels.size(); i++) {
            grid.add(row(labels.get(i)), i % columns, i / columns);
        }
        return grid;
    }

    private Button row(Label label) {
        Button row = new Button(label.name());
        row.setId("label-" + label.id());
        row.getStyleClass().setAll("button", "palette-row", "tone-" + Words.lower(label.tone()));
        String keys = command(label).keys();
        if (!keys.isEmpty()) {
            row.setGraphic(Parts.keyCap(keys));
        }
        if (model.inHand().isOn(label)) {
            row.getStyleClass().add("on");
        }
        suggestions.mark(row, label);
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip(label.name() + keys(label) + "\n" + label.guidance()));
        row.setOnAction(event -> {
            guidance.take(label);
            model.toggle(label);
        });
        explains(row, label);
        return row;
    }

    /** Pointing at it or giving it the focus takes the label in hand. */
    private void explains(ButtonBase button, Label label) {
        button.setOnMouseEntered(event -> guidance.take(label));
        button.focusedProperty().subscribe(focused -> {
            if (focused) {
                guidance.take(label);
            }
        });
    }

    /** The key that all of these begin with, if there is one. */
    Optional<String> firstKey(List<Label> labels) {
        Set<String> first = labels.stream()
                .map(label -> command(label).strokes())
                .filter(strokes -> !strokes.isEmpty())
                .map(strokes -> strokes.getFirst().shown())
                .collect(Collectors.toSet());
        return first.size() == 1 ? first.stream().findFirst() : Optional.empty();
    }

    private Command command(Label label) {
        return commands.keymap().applied(AnnotateCommands.ofLabel(model, label));
    }

    private String keys(Label label) {
        String keys = command(label).keys();
        return keys.isEmpty() ? "" : "  " + keys;
    }

    /** One of many: what is set, and the rest behind a button and a first key. */
    Node choice(LabelKind kind, List<Label> labels, String now) {
        javafx.scene.control.Label title = Parts.styled(Texts.text("kind." + Words.lower(kind)), "section-title");
        title.setMinWidth(56);
        MenuButton button = new MenuButton(now);
        button.setId("choose-" + Words.lower(kind));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title.getText() + ": " + now);
        HBox.setHgrow(button, Priority.ALWAYS);
        for (Label label : labels) {
            MenuItem item = new MenuItem(label.name() + keys(label));
            item.setOnAction(event -> {
                guidance.take(label);
                model.toggle(label);
            });
            button.getItems().add(item);
        }
        HBox row = new HBox(8, title, button);
        firstKey(labels).map(Parts::keyCap).ifPresent(row.getChildren()::add);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("inspector-section");
        return row;
    }

    ToggleButton segment(Label label, String text, boolean enabled) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("segment");
        button.setPrefWidth(Region.USE_COMPUTED_SIZE);
        button.setMinWidth(34);
        button.setSelected(model.inHand().isOn(label));
        button.setDisable(!enabled);
        button.setTooltip(new Tooltip(label.name() + keys(label)));
        explains(button, label);
        button.setOnAction(event -> {
            button.setSelected(model.inHand().isOn(label));
            model.toggle(label);
        });
        return button;
    }
}
