package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.EvaluationReport.Comparison;
import org.turnwise.scoring.evaluation.EvaluationReport.Curves;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.Measure;
import org.turnwise.scoring.evaluation.Prefix;

/** An evaluation for a person at a terminal: the heads below each other, prefixes side by side, a block a measure. */
final class EvaluationLines {

    private final EvaluationReport report;
    private final List<String> lines = new ArrayList<>();

    private EvaluationLines(EvaluationReport report) {
        this.report = report;
    }

    static List<String> of(EvaluationReport report) {
        return new EvaluationLines(report).all();
    }

    private List<String> all() {
        lines.add(String.format(
                Locale.ROOT, "%s: %,d calls of %,d customers, of which %,d converted; %d folds, seed %d.", report.corpus(), report.calls(), report.customers(),
                report.converted(), report.folds(), report.seed()));
        if (report.leftOut() > 0) {
            lines.add(String.format(Locale.ROOT, "%,d more calls say neither yes nor no, or not who sells and who buys, and stayed out.", report.leftOut()));
        }
        block("AUC (higher is better, .5 is a coin toss)", Measure.AUC);
        block("Brier (lower is better)", Measure.BRIER);
        block("Log loss (lower is better)", Measure.LOG_LOSS);
        block("ECE (lower is better)", Measure.ECE);
        differences("AUC, difference on the same calls", Measure.AUC);
        differences("Brier, difference on the same calls", Measure.BRIER);
        risks();
        lines.add("");
        lines.add("Martingale ratio of live forecasts: " + ratio(report.martingale()) + "; 1 is ideal, more moves without reason, less is too slow.");
        lines.add("ECE by chance alone is what exact forecasts would show on as few calls.");
        lines.add("± is half of the 95 % interval, over customers; ~ is within noise. At turn 4, 8 and 16 only calls count that are as long.");
        return lines;
    }

    private void block(String title, Measure measure) {
        Table table = heading(title).row(cells("calls", prefix -> report.result(Standard.LIVE, prefix).map(result -> String.valueOf(result.calls()))));
        for (Standard head : standard()) {
            table.row(cells(head.label(), prefix -> report.result(head, prefix).map(result -> figure(result.figure(measure)))));
            if (measure == Measure.ECE && head == Standard.LIVE) {
                table.row(cells("  chance alone", prefix -> report.result(head, prefix).map(result -> Figures.three(result.chance().value()))));
            }
        }
        lines.add("");
        lines.addAll(table.lines());
    }

    private void differences(String title, Measure measure) {
        Table table = heading(title);
        report.comparisons().stream()
                .filter(comparison -> comparison.against() instanceof Standard)
                .map(comparison -> new Pair(comparison.head(), comparison.against()))
                .distinct()
                .sorted((a, b) -> Integer.compare(report.heads().indexOf(a.head), report.heads().indexOf(b.head)))
                .forEach(pair -> table.row(cells(pair.head.label() + " against " + pair.against.label(), prefix -> report.comparisons().stream()
                        .filter(c -> c.head().equals(pair.head) && c.against().equals(pair.against) && c.prefix().equals(prefix) && c.measure() == measure)
                        .findFirst()
                        .map(EvaluationLines::difference))));
        lines.add("");
        lines.addAll(table.lines());
    }

    private void risks() {
        Table table = new Table().row("Wrong of the surest forecasts (25 to 100 % of turns)", "20 %", "50 %", "80 %", "100 %");
        for (Curves curves : report.curves().stream().filter(curves -> curves.head() instanceof Standard).toList()) {
            List<Object> row = new ArrayList<>(List.of(curves.head().label()));
            for (double coverage : new double[] {.2, .5, .8, 1}) {
                row.add(curves.risk().stream()
                        .filter(point -> Math.abs(point.coverage() - coverage) < 1e-9)
                        .findFirst()
                        .map(point -> Figures.percent(point.risk()))
                        .orElse("–"));
            }
            table.row(row.toArray());
        }
        lines.add("");
        lines.addAll(table.lines());
    }

    /** Heads without a part are shown by what that changes only. */
    private List<Standard> standard() {
        return report.heads().stream().filter(Standard.class::isInstance).map(Standard.class::cast).toList();
    }

    private record Pair(Head head, Head against) {}

    static Table heading(String title) {
        return new Table().row(cells(title, prefix -> Optional.of(prefix.label())));
    }

    static Object[] cells(String name, Function<Prefix, Optional<String>> cell) {
        List<Object> cells = new ArrayList<>(List.of(name));
        Prefix.STANDARD.forEach(prefix -> cells.add(cell.apply(prefix).orElse("–")));
        return cells.toArray();
    }

    private static String figure(Figure figure) {
        double half = (figure.high() - figure.low()) / 2;
        return Figures.three(figure.value()) + (half > 0 ? "±" + Figures.three(half).substring(1) : "");
    }

    private static String difference(Comparison comparison) {
        double value = comparison.difference().value();
        if (!Double.isFinite(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, "%+.3f ", value) + switch (comparison.verdict()) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case WITHIN_NOISE -> "~";
        };
    }

    private static String ratio(Figure figure) {
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", figure.value(), figure.low(), figure.high());
    }
}
