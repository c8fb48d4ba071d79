package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.evaluation.EvaluationReport;
import org.turnwise.scoring.evaluation.EvaluationReport.PartLeftOut;
import org.turnwise.scoring.evaluation.Measure;

/** What each part of the scorer brings, for a person at a terminal: a row a part, prefixes side by side, a block a measure. */
final class AblationLines {

    private static final List<Measure> MEASURES = List.of(Measure.BRIER, Measure.AUC, Measure.LOG_LOSS);

    private AblationLines() {}

    static List<String> of(EvaluationReport report) {
        List<String> lines = new ArrayList<>();
        List<Head.Without> heads = report.ablation().stream().map(PartLeftOut::without).distinct().toList();
        for (Measure measure : MEASURES) {
            Table table = EvaluationLines.heading("Change of " + name(measure) + " if a part is left out");
            for (Head.Without head : heads) {
                table.row(EvaluationLines.cells(head.head().label() + " without " + head.part().replace('-', ' '), prefix -> report.ablation().stream()
                        .filter(leftOut -> leftOut.without().equals(head) && leftOut.prefix().equals(prefix) && leftOut.measure() == measure)
                        .findFirst()
                        .map(AblationLines::change)));
            }
            lines.add("");
            lines.addAll(table.lines());
        }
        lines.add("± is half of the 95 % interval of the change, over customers. Parts that say much the same stand in for each other when one is left out.");
        return lines;
    }

    private static String name(Measure measure) {
        return switch (measure) {
            case AUC -> "AUC";
            case BRIER -> "Brier";
            case LOG_LOSS -> "log loss";
            case ECE, RISK_20, RISK_50, RISK_80 -> measure.label();
        };
    }

    private static String change(PartLeftOut leftOut) {
        double half = (leftOut.change().high() - leftOut.change().low()) / 2;
        return String.format(Locale.ROOT, "%+.4f±%s ", leftOut.change().value(), String.format(Locale.ROOT, "%.4f", half).substring(1))
                + switch (leftOut.verdict()) {
            case WORSE -> "helps";
            case BETTER -> "hurts";
            case WITHIN_NOISE -> "~";
        };
    }
}
