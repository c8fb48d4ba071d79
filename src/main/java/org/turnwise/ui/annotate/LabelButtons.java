package org.turnwise.ui.annotate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Label;
import org.turnwise.suggestion.Suggestion;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.Keymap;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Words;

/** The controls that put labels on and take them off: one a label for good, brought up to date with what is in hand. JavaFX thread. */
final class LabelButtons {

    /** What a row of the palette says. */
    private record Look(Label label, String keys, boolean on, @Nullable Suggestion suggested) {}

    private static final class Row {
        private final Button button = new Button();
        private @Nullable Look look;
    }

    private final AnnotateViewModel model;
    private final Commands commands;
    private final SuggestionSection suggestions;
    private final GuidanceViewModel guidance;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, ToggleButton> segments = new HashMap<>();
    private final Map<String, MenuButton> choices = new HashMap<>();
    private final Map<String, List<Object>> offered = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private Keymap keysOf = Keymap.NONE;

    LabelButtons(AnnotateViewModel model, Commands commands, SuggestionSection suggestions, GuidanceViewModel guidance) {
        this.model = model;
        this.commands = commands;
        this.suggestions = suggestions;
        this.guidance = guidance;
    }

    /** A row of the palette: the label, its key, whether it is on, whether it is suggested. */
    Button row(Label label) {
        Row row = rows.computeIfAbsent(label.id(), id -> new Row());
        Look wanted = new Look(label, keys(label), model.inHand().isOn(label), suggestions.of(label).orElse(null));
        if (!wanted.equals(row.look)) {
            draw(row.button, wanted, row.look);
            row.look = wanted;
        }
        return row.button;
    }

    private void draw(Button button, Look look, @Nullable Look before) {
        Label label = look.label();
        if (before == null || !before.label().equals(label) || !before.keys().equals(look.keys())) {
            button.setId("label-" + label.id());
            button.setMaxWidth(Double.MAX_VALUE);
            button.setGraphic(look.keys().isEmpty() ? null : Parts.keyCap(look.keys()));
            Hint.on(button, label.name() + spaced(look.keys()) + "\n" + label.guidance());
            button.setOnAction(event -> {
                guidance.take(label);
                model.marking().toggle(label);
            });
            explains(button, label, before == null);
        }
        button.getStyleClass().setAll("button", "palette-row", "tone-" + Words.lower(label.tone()));
        if (look.on()) {
            button.getStyleClass().add("on");
        }
        button.setText(label.name());
        button.setAccessibleText(null);
        if (look.suggested() != null) {
            SuggestionSection.mark(button, look.suggested());
        }
    }

    /** One of several beside each other, of which one is on. */
    ToggleButton segment(Label label, String text, boolean enabled) {
        ToggleButton there = segments.get(label.id());
        ToggleButton button = there == null ? new ToggleButton() : there;
        if (there == null) {
            segments.put(label.id(), button);
            button.getStyleClass().add("segment");
            button.setPrefWidth(Region.USE_COMPUTED_SIZE);
            button.setMinWidth(34);
            explains(button, label, true);
        }
        button.setText(text);
        button.setSelected(model.inHand().isOn(label));
        button.setDisable(!enabled);
        Hint.on(button, label.name() + spaced(keys(label)));
        button.setOnAction(event -> {
            button.setSelected(model.inHand().isOn(label));
            model.marking().toggle(label);
        });
        return button;
    }

    /** One of many: what is set now, and the rest behind a button. */
    MenuButton choice(String id, String title, String now, List<Label> labels) {
        MenuButton button = choices.computeIfAbsent(id, it -> new MenuButton());
        button.setId("choose-" + id);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setText(now);
        button.setAccessibleText(title + ": " + now);
        List<Object> wanted = List.of(labels, commands.keymap());
        if (!wanted.equals(offered.put(id, wanted))) {
            button.getItems().setAll(labels.stream().map(this::item).toList());
        }
        return button;
    }

    private MenuItem item(Label label) {
        MenuItem item = new MenuItem(label.name() + spaced(keys(label)));
        item.setOnAction(event -> {
            guidance.take(label);
            model.marking().toggle(label);
        });
        return item;
    }

    /** Pointing at it or giving it the focus takes the label in hand. */
    private void explains(ButtonBase button, Label label, boolean first) {
        button.setOnMouseEntered(event -> guidance.take(label));
        if (first) {
            button.focusedProperty().subscribe(focused -> {
                if (focused) {
                    model.scheme().label(label.id()).ifPresent(guidance::take);
                }
            });
        }
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

    private String keys(Label label) {
        if (!keysOf.equals(commands.keymap())) {
            keys.clear();
            keysOf = commands.keymap();
        }
        return keys.computeIfAbsent(label.id() + " " + label.key(), id -> command(label).keys());
    }

    private Command command(Label label) {
        return commands.keymap().applied(AnnotateCommands.ofLabel(model, label));
    }

    private static String spaced(String keys) {
        return keys.isEmpty() ? "" : "  " + keys;
    }
}
