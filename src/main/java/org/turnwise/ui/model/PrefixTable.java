package org.turnwise.ui.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.scoring.evaluation.Prefix;
import org.turnwise.ui.common.Figures;
import org.turnwise.ui.common.Parts;
import org.turnwise.ui.common.Texts;

/** One measure by how much of the call was heard: a row a head, the best in bold, and below them the live head's paired differences. */
final class PrefixTable {

    /** Another version, on the calls that both held out. */
    private record Other(int number, PairedVersions paired) {}

    private final GridPane grid;
    private @Nullable Other other;

    PrefixTable(GridPane grid) {
        this.grid = grid;
        grid.getColumnConstraints().add(new ColumnConstraints(150, 200, Double.MAX_VALUE, Priority.ALWAYS, HPos.LEFT, true));
        for (int i = 0; i < Prefix.STANDARD.size(); i++) {
            grid.getColumnConstraints().add(new ColumnConstraints(92, 104, Region.USE_PREF_SIZE, Priority.SOMETIMES, HPos.RIGHT, true));
        }
    }

    void against(int version, PairedVersions paired) {
        other = new Other(version, paired);
    }

    void show(EvaluationReport report, Measure measure) {
        grid.getChildren().clear();
        cell(Parts.styled(Texts.text(measure.higherIsBetter() ? "model.higherbetter" : "model.lowerbetter"), "section-title"), 0, 0, "metrics-head", "alone");
        for (int column = 1; column <= Prefix.STANDARD.size(); column++) {
            cell(Parts.styled(label(Prefix.STANDARD.get(column - 1)), "section-title"), column, 0, "metrics-head", "alone");
        }
        int row = 1;
        for (Head head : report.heads()) {
            HBox name = new HBox(8, mark(head), Parts.styled(EvaluationCharts.name(head), head == Standard.LIVE ? "semibold" : "row-name"));
            name.setAlignment(Pos.CENTER_LEFT);
            cell(name, 0, row, "metrics-cell");
            for (int column = 1; column <= Prefix.STANDARD.size(); column++) {
                cell(figure(report, head, Prefix.STANDARD.get(column - 1), measure), column, row, "metrics-cell");
            }
            row++;
            if (measure == Measure.ECE && head == Standard.LIVE) {
                chance(report, row++);
            }
        }
        for (Head against : List.of(Standard.PRIOR, Standard.TFIDF)) {
            if (report.comparisons().stream().anyMatch(c -> c.head() == Standard.LIVE && c.against() == against && c.measure() == measure)) {
                differences(report, against, measure, row++);
            }
        }
        if (other != null && measure != Measure.ECE) {
            differences(other, measure, row);
        }
    }

    private void chance(EvaluationReport report, int row) {
        cell(Parts.styled(Texts.text("model.ece.chance"), "muted"), 0, row, "metrics-cell");
        for (int column = 1; column <= Prefix.STANDARD.size(); column++) {
            Optional<Figure> chance = report.result(Standard.LIVE, Prefix.STANDARD.get(column - 1)).map(EvaluationReport.Result::chance);
            String shown = chance.filter(figure -> Double.isFinite(figure.value())).map(figure -> Figures.score(figure.value(), 3)).orElse("–");
            cell(Parts.styled(shown, "mono", "muted"), column, row, "metrics-cell");
        }
    }

    private void differences(EvaluationReport report, Head against, Measure measure, int row) {
        cell(Parts.styled(Texts.text("model.paired", EvaluationCharts.name(against)), "muted"), 0, row, "metrics-cell");
        for (int column = 1; column <= Prefix.STANDARD.size(); column++) {
            Prefix prefix = Prefix.STANDARD.get(column - 1);
            Optional<Comparison> comparison = report.comparisons().stream()
                    .filter(c -> c.head() == Standard.LIVE && c.against() == against && c.measure() == measure && c.prefix().equals(prefix))
                    .findFirst();
            cell(comparison.map(c -> difference(c.difference(), c.verdict())).orElseGet(() -> Parts.styled("–", "mono", "muted")), column, row, "metrics-cell");
        }
    }

    private void differences(Other version, Measure measure, int row) {
        cell(Parts.styled(Texts.text("model.paired.version", version.number), "muted"), 0, row, "metrics-cell");
        for (int column = 1; column <= Prefix.STANDARD.size(); column++) {
            Node shown = version.paired.at(Prefix.STANDARD.get(column - 1), measure)
                    .map(change -> difference(change.difference(), change.verdict()))
                    .orElseGet(() -> Parts.styled("–", "mono", "muted"));
            cell(shown, column, row, "metrics-cell");
        }
    }

    private static Node difference(Figure difference, Verdict verdict) {
        String sign = difference.value() > 0 ? "+" : "";
        String tone = verdict == Verdict.BETTER ? "good" : verdict == Verdict.WORSE ? "bad" : "muted";
        return withMargin(Parts.styled(sign + Figures.score(difference.value(), 3), "mono", tone), difference);
    }

    private static Node figure(EvaluationReport report, Head head, Prefix prefix, Measure measure) {
        Optional<Figure> figure = report.result(head, prefix).map(result -> result.figure(measure));
        if (figure.isEmpty()) {
            return Parts.styled("–", "mono", "muted");
        }
        OptionalDouble best = best(report, prefix, measure);
        Label value = Parts.styled(Figures.score(figure.get().value(), 3), "mono");
        if (best.isPresent() && figure.get().value() == best.getAsDouble()) {
            value.getStyleClass().add("metrics-best");
        }
        return withMargin(value, figure.get());
    }

    /** The best of all heads; several may share it. */
    private static OptionalDouble best(EvaluationReport report, Prefix prefix, Measure measure) {
        Comparator<Double> order = measure.higherIsBetter() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return report.results().stream()
                .filter(result -> result.prefix().equals(prefix))
                .map(result -> result.figure(measure).value())
                .filter(Double::isFinite)
                .max(order)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    private static Node withMargin(Label value, Figure figure) {
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox both = new HBox(4, value);
        both.setAlignment(Pos.BASELINE_RIGHT);
        double margin = (figure.high() - figure.low()) / 2;
        if (margin > 0) {
            Label plusMinus = Parts.styled("±" + Figures.score(margin, 3), "mono-small", "muted");
            plusMinus.setMinWidth(Region.USE_PREF_SIZE);
            both.getChildren().add(plusMinus);
        }
        return both;
    }

    static String label(Prefix prefix) {
        return switch (prefix) {
            case Prefix.Turns turns -> Texts.text("model.prefix.turns", turns.count());
            case Prefix.Share share -> share.percent() + " %";
        };
    }

    private static Node mark(Head head) {
        Region mark = new Region();
        mark.getStyleClass().addAll("series-mark", EvaluationCharts.style(head));
        return mark;
    }

    private void cell(Node content, int column, int row, String... styles) {
        HBox box = new HBox(content);
        box.getStyleClass().addAll(styles);
        box.getStyleClass().add(column == 0 ? "first-column" : "figure-column");
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        grid.add(box, column, row);
    }
}
