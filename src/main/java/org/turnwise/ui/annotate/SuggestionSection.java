package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.suggestion.Learned;
import org.turnwise.suggestion.Precision;
import org.turnwise.suggestion.Suggester;
import org.turnwise.suggestion.Suggestion;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.common.Buttons;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** What the inspector says of suggestions: how many are open in the call, how to take the sure ones, and how often each label's were right so far. */
final class SuggestionSection {

    private final SuggestionsViewModel suggestions;
    private final LabelScheme scheme;
    private final Commands commands;

    SuggestionSection(SuggestionsViewModel suggestions, LabelScheme scheme, Commands commands) {
        this.suggestions = suggestions;
        this.scheme = scheme;
        this.commands = commands;
    }

    /** Draws anew whenever something of it changes. */
    void whenChanged(Runnable redraw) {
        suggestions.openProperty().addListener((property, before, now) -> redraw.run());
        suggestions.precisionsProperty().addListener((property, before, now) -> redraw.run());
        suggestions.learnedProperty().addListener((property, before, now) -> redraw.run());
        suggestions.explainedProperty().addListener((property, before, now) -> redraw.run());
        suggestions.troubleProperty().addListener((property, before, now) -> redraw.run());
        suggestions.sureProperty().addListener((property, before, now) -> redraw.run());
    }

    /** What is suggested of the label on the turn in hand. */
    Optional<Suggestion> of(org.turnwise.annotation.Label label) {
        return suggestions.of(label);
    }

    /** Marks a label of the palette that is suggested on the turn in hand. */
    static void mark(Button row, Suggestion one) {
        row.getStyleClass().add("suggested");
        row.setText(one.label().name() + "  " + SuggestionChips.digits(one));
        row.setAccessibleText(Texts.text("suggestion.spoken", one.label().name(), Figures.percent(one.confidence())));
    }

    /** All that the section says: one that says the same need not be drawn anew. */
    Object content() {
        return List.of(
                suggestions.explainedProperty().get(), state(), suggestions.count(), suggestions.sureOnes().size(), suggestions.sureProperty().get(),
                suggestions.precisionsProperty().get(), commands.keymap(), scheme);
    }

    Node node() {
        boolean shown = suggestions.explainedProperty().get();
        Button fold = new Button(Texts.text("suggestion.title"), Parts.icon(shown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT));
        fold.getStyleClass().addAll("tool", "section-title");
        fold.setOnAction(event -> suggestions.toggleExplained());
        HBox heading = new HBox(8, fold, gap(), Parts.keyCap(commands.get("suggestion.precision").keys()));
        heading.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(4, heading, words(state()));
        if (suggestions.count() > 0) {
            box.getChildren().add(sure());
        }
        if (shown) {
            addPrecisions(box);
            box.getChildren().add(Buttons.of(commands.get("suggestion.learn")));
        }
        box.getStyleClass().add("inspector-section");
        box.setId("suggestions");
        return box;
    }

    private String state() {
        if (!suggestions.troubleProperty().get().isEmpty()) {
            return suggestions.troubleProperty().get();
        }
        return switch (suggestions.learnedProperty().get()) {
            case Learned.TooFew few when few.turns() == 0 -> Texts.text("suggestion.none.labels", Recogniser.FEWEST_TURNS, Recogniser.FEWEST_GROUPS);
            case Learned.TooFew few -> Texts.text("suggestion.few", name(few.nearest()), few.turns(), Recogniser.FEWEST_TURNS, Recogniser.FEWEST_GROUPS);
            case Suggester learned -> suggestions.count() == 0
                    ? Texts.text("suggestion.none")
                    : Texts.text("suggestion.count", suggestions.count(), suggestions.on(suggestions.inView()).size());
        };
    }

    private Node sure() {
        Button all = new Button(
                Texts.text("suggestion.sure", suggestions.sureOnes().size(), suggestions.sureProperty().get()),
                Parts.keyCap(commands.get("suggestion.accept.sure").keys()));
        all.getStyleClass().addAll("tool", "suggestion-hint");
        all.setDisable(suggestions.sureOnes().isEmpty());
        all.setOnAction(event -> suggestions.acceptSure());
        Button less = step("\u2212", "suggestion.bolder");
        Button more = step("+", "suggestion.surer");
        HBox row = new HBox(4, all, gap(), less, more);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button step(String sign, String command) {
        Button button = new Button(sign);
        button.getStyleClass().addAll("tool", "suggestion-hint");
        button.setAccessibleText(commands.get(command).text());
        button.setOnAction(event -> commands.get(command).run());
        return button;
    }

    private void addPrecisions(VBox box) {
        Map<String, Precision> precisions = suggestions.precisionsProperty().get();
        if (precisions.isEmpty()) {
            box.getChildren().add(words(Texts.text("suggestion.undecided")));
            return;
        }
        List<Map.Entry<String, Precision>> most =
                precisions.entrySet().stream().sorted((a, b) -> Integer.compare(b.getValue().decided(), a.getValue().decided())).toList();
        most.forEach(entry -> box.getChildren().add(line(name(entry.getKey()), entry.getValue())));
    }

    private static Node line(String name, Precision so) {
        Label figures = Parts.styled(
                Texts.text("suggestion.precision.of", Math.round(100 * so.low()), Math.round(100 * so.high()), so.accepted(), so.decided()), "mono", "muted");
        HBox row = new HBox(6, new Label(name), gap(), Parts.styled(Figures.percent(so.share()), "mono"), figures);
        figures.setMinWidth(Region.USE_PREF_SIZE);
        if (so.quiet()) {
            row.getChildren().add(1, Parts.pill(Texts.text("suggestion.quiet"), ""));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private String name(String label) {
        return scheme.label(label).map(org.turnwise.annotation.Label::name).orElse(label);
    }

    private static Label words(String text) {
        Label words = Parts.styled(text, "secondary");
        words.setWrapText(true);
        return words;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
