package org.turnwise.ui.annotate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Explanation;
import org.turnwise.scoring.explanation.CauseWords;
import org.turnwise.scoring.explanation.NearestCalls;
import org.turnwise.scoring.explanation.Why;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/**
 * Under the chart: the reason in a sentence, what speaks for a yes beside what speaks for a no, and the calls that went most alike. Hidden unless asked for.
 */
final class WhyPane {

    private static final int ROWS = 4;
    private static final double LONGEST_BAR = 44;

    /** Log odds that fill a bar. */
    private static final double FULL_BAR = .6;

    /** What a line of a column says. */
    private record Row(String what, double logOdds, List<Integer> turns) {}

    private final WhyViewModel model;
    private final VBox root;

    WhyPane(WhyViewModel model, VBox root) {
        this.model = model;
        this.root = root;
        root.visibleProperty().bind(model.wantedProperty());
        root.managedProperty().bind(model.wantedProperty());
        model.stateProperty().addListener((property, before, now) -> show());
        model.alikeProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        root.getChildren().setAll(switch (model.stateProperty().get()) {
            case WhyViewModel.State.Silent() -> List.of(words(Texts.text("annotate.why.none"), "muted"));
            case WhyViewModel.State.Working() -> List.of(words(Texts.text("annotate.why.working"), "muted"));
            case WhyViewModel.State.Failed(String message) -> List.of(words(message, "muted"));
            case WhyViewModel.State.Told(Explanation explanation, Explanation finished) -> told(explanation, finished);
        });
    }

    private List<Node> told(Explanation explanation, @Nullable Explanation finished) {
        Why why = new Why(explanation);
        Node up = column(explanation, why, true);
        Node down = column(explanation, why, false);
        HBox columns = new HBox(16, up, down);
        Label sentence = words(why.sentence(), "why-sentence");
        sentence.setId("why-sentence");
        List<Node> nodes = new ArrayList<>(List.of(sentence, columns));
        if (finished != null) {
            Label whole = words(new Why(finished).sentence(), "why-sentence");
            whole.setId("why-finished");
            nodes.add(whole);
        }
        nodes.add(alike());
        return nodes;
    }

    private VBox column(Explanation explanation, Why why, boolean yes) {
        List<Row> rows = new ArrayList<>();
        double length = why.length();
        if (length != 0 && length > 0 == yes) {
            rows.add(new Row(Texts.text("annotate.why.length", explanation.turn() + 1), length, List.of()));
        }
        why.shares(yes).forEach(share -> rows.add(new Row(CauseWords.withTurns(share), share.logOdds(), share.turns())));
        VBox column = new VBox(Parts.styled(Texts.text(yes ? "annotate.why.yes" : "annotate.why.no"), "section-title"));
        List<Row> shown = new ArrayList<>(rows.stream().sorted(Comparator.comparingDouble(row -> -Math.abs(row.logOdds()))).limit(ROWS).toList());
        if (shown.stream().allMatch(row -> row.turns().isEmpty())) {
            // somewhere to go from here, even where features weigh more than anything that was said
            why.spoken(yes).ifPresent(share -> {
                if (shown.size() == ROWS) {
                    shown.removeLast();
                }
                shown.add(new Row(CauseWords.withTurns(share), share.logOdds(), share.turns()));
            });
        }
        shown.forEach(row -> column.getChildren().add(node(row, explanation)));
        column.setMinWidth(0);
        column.setPrefWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    /** A bar as long as the share, what it is, and about how many points it makes; one that has turns goes to the last of them. */
    private Node node(Row row, Explanation explanation) {
        double logOdds = row.logOdds();
        List<Integer> turns = row.turns();
        Region bar = new Region();
        bar.getStyleClass().addAll("why-bar", logOdds > 0 ? "up" : "down");
        double width = Math.max(2, LONGEST_BAR * Math.min(1, Math.abs(logOdds) / FULL_BAR));
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        StackPane track = new StackPane(bar);
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(LONGEST_BAR);
        long points = Math.round(100 * logOdds * explanation.probability() * (1 - explanation.probability()));
        Label figure = Parts.styled(Figures.signed(points), "mono", "why-points");
        Label words = new Label(row.what());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox content = new HBox(6, track, figure, words);
        content.setAlignment(Pos.CENTER_LEFT);
        String spoken = row.what() + ", " + Texts.text("annotate.why.points", Figures.signed(points));
        if (turns.isEmpty()) {
            content.getStyleClass().add("why-row");
            Tooltip.install(content, new Tooltip(spoken));
            return content;
        }
        Button button = new Button("", content);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("button", "why-row", "why-turn");
        button.setAccessibleText(spoken);
        button.setTooltip(new Tooltip(spoken + "\n" + Texts.text("annotate.why.go", turns.getLast())));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setOnAction(event -> model.goTo(turns.getLast()));
        return button;
    }

    private Node alike() {
        Label heading = Parts.styled(Texts.text("annotate.why.alike"), "section-title");
        heading.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, heading);
        row.setAlignment(Pos.TOP_LEFT);
        switch (model.alikeProperty().get()) {
            case WhyViewModel.Alike.Unknown() -> row.getChildren().add(Parts.styled(Texts.text("annotate.why.comparing"), "secondary"));
            case WhyViewModel.Alike.Found(List<NearestCalls.Near> calls) when calls.isEmpty() ->
                row.getChildren().add(Parts.styled(Texts.text("annotate.why.few"), "secondary"));
            case WhyViewModel.Alike.Found(List<NearestCalls.Near> calls) -> calls.forEach(near -> row.getChildren().add(near(near)));
        }
        return row;
    }

    private Node near(NearestCalls.Near near) {
        Label title = new Label(near.title());
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(near.title() + "\n" + Texts.text("annotate.why.similarity", Figures.score(near.similarity(), 2))));
        Label outcome = Parts.outcomePill(near.outcome());
        outcome.setMinWidth(Region.USE_PREF_SIZE);
        Label figure = Parts.styled(Figures.score(near.similarity(), 2), "mono", "muted");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        HBox below = new HBox(6, outcome, figure);
        below.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("", new VBox(1, title, below));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().setAll("button", "why-row", "why-near");
        button.setAccessibleText(near.title() + ", " + Texts.text("annotate.why.opens"));
        button.setOnAction(event -> model.open(near.call()));
        button.setMinWidth(0);
        button.setPrefWidth(0);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        return button;
    }

    private static Label words(String text, String style) {
        Label words = Parts.styled(text, style);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        return words;
    }
}
