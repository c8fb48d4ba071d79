package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import org.turnwise.suggestion.Suggestion;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.Words;

/**
 * The chips of what is suggested on a turn: dashed, with the confidence; on the turn in hand each with its label's key, and what the keys for all of them are.
 */
final class SuggestionChips {

    private final SuggestionsViewModel suggestions;
    private final Commands commands;

    SuggestionChips(SuggestionsViewModel suggestions, Commands commands) {
        this.suggestions = suggestions;
        this.commands = commands;
    }

    /** What is suggested on the turn. */
    List<Suggestion> of(int ordinal) {
        return suggestions.on(ordinal);
    }

    List<Node> on(int ordinal, boolean inHand) {
        List<Suggestion> open = suggestions.on(ordinal);
        List<Node> chips = new ArrayList<>();
        open.forEach(one -> chips.add(chip(one, inHand)));
        if (inHand && !open.isEmpty()) {
            chips.add(hint("suggestion.accept", "suggestion.hint.accept"));
            chips.add(hint("suggestion.reject", "suggestion.hint.reject"));
        }
        return chips;
    }

    /** For those who don't see them; empty if there are none. */
    String spoken(int ordinal) {
        return suggestions.on(ordinal).stream()
                .map(one -> Texts.text("suggestion.spoken", one.label().name(), Figures.percent(one.confidence())))
                .collect(Collectors.joining(", "));
    }

    private Node chip(Suggestion one, boolean inHand) {
        Label name = Parts.chip(one.label());
        name.getStyleClass().setAll("label", "chip-name");
        HBox chip = new HBox(4, name, Parts.styled(digits(one), "confidence"));
        chip.setAlignment(Pos.CENTER);
        String key = one.label().key();
        if (inHand && key != null) {
            chip.getChildren().add(Parts.keyCap(String.join(" ", KeyStroke.sequence(key).stream().map(KeyStroke::shown).toList())));
        }
        chip.getStyleClass().addAll("chip", "suggestion", "tone-" + Words.lower(one.label().tone()));
        if (suggestions.quiet(one)) {
            chip.getStyleClass().add("quiet");
        }
        Hint.on(chip, Texts.text("suggestion.tip", one.label().name(), Figures.percent(one.confidence())));
        chip.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.SECONDARY) {
                suggestions.reject(List.of(one));
            } else {
                suggestions.accept(List.of(one));
            }
            event.consume();
        });
        return chip;
    }

    /** Two, as 100 would say that there is no doubt. */
    static String digits(Suggestion one) {
        return String.valueOf(Math.min(99, Math.round(100 * one.confidence())));
    }

    private Node hint(String command, String text) {
        Button button = new Button(Texts.text(text), Parts.keyCap(commands.get(command).keys()));
        button.getStyleClass().addAll("tool", "suggestion-hint");
        button.setFocusTraversable(false);
        button.setOnAction(event -> Objects.requireNonNull(commands.get(command)).run());
        return button;
    }
}
