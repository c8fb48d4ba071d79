package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.turnwise.scoring.evaluation.Figure;
import org.turnwise.scoring.evaluation.LearningCurve;

/** What labels teach, for a person at a terminal: a row a number of labeled calls, and what is to be concluded. */
final class LearningLines {

    private LearningLines() {}

    static List<String> of(List<LearningCurve> curves) {
        List<String> lines = new ArrayList<>();
        for (LearningCurve curve : curves) {
            Table table = new Table().row("Labeled calls: " + curve.name(), measure(curve), "from", "to");
            curve.steps().forEach(step ->
                    table.row(step.labeled(), Figures.three(step.figure().value()), Figures.three(step.figure().low()), Figures.three(step.figure().high())));
            lines.add("");
            lines.addAll(table.lines());
            LearningCurve.Gains gains = curve.gains();
            if (gains != null) {
                lines.add(conclusion(curve, gains));
            }
        }
        return lines;
    }

    private static String measure(LearningCurve curve) {
        return switch (curve.quality()) {
            case AUC -> "AUC";
            case AVERAGE_PRECISION -> "average precision";
        };
    }

    private static String conclusion(LearningCurve curve, LearningCurve.Gains gains) {
        int fewest = curve.steps().getFirst().labeled();
        int most = curve.steps().getLast().labeled();
        int before = curve.steps().get(curve.steps().size() - 2).labeled();
        return switch (curve.trend()) {
            case RISING -> "Labels help, and more still do: " + gain(gains.lately()) + " from " + before + " to " + most + " calls.";
            case LEVELLED -> "Labels help, " + gain(gains.overall()) + " from " + fewest + " to " + most + " calls, but from " + before
                    + " on no more than noise: " + gain(gains.lately()) + ".";
            case FALLING -> "Labels make it worse here: " + gain(gains.overall()) + " from " + fewest + " to " + most + " calls.";
            case FLAT -> "Labels make no difference here beyond noise: " + gain(gains.overall()) + " from " + fewest + " to " + most + " calls.";
            case null -> "";
        };
    }

    private static String gain(Figure gain) {
        return String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", gain.value(), gain.low(), gain.high());
    }
}
