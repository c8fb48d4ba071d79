package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What labeling more calls brings.
 *
 * @param name    how calls were chosen for labeling, in words for a person
 * @param quality what the figures are
 * @param steps   in ascending order of labeled calls
 * @param gains   null where steps were not measured on the same draws, or there is but one
 */
public record LearningCurve(String name, Quality quality, List<Step> steps, @Nullable Gains gains) {

    /** What is measured. */
    public enum Quality {
        /** Of forecasts, on complete calls. */
        AUC("auc"),
        /** Of recognised labels, the mean over labels of {@link AveragePrecision}. */
        AVERAGE_PRECISION("averagePrecision");

        private final String label;

        Quality(String label) {
            this.label = label;
        }

        /** A turn that is drawn twice is found twice at one place, which drives precision up, but not AUC. */
        private Figure interval(double value, double[] draws) {
            return this == AVERAGE_PRECISION ? Bootstrap.intervalWithoutBias(value, draws) : Bootstrap.interval(value, draws);
        }

        /** How files name it. */
        public String label() {
            return label;
        }

        /** @throws IllegalArgumentException if it is no quality's label */
        static Quality ofLabel(String label) {
            for (Quality quality : values()) {
                if (quality.label.equals(label)) {
                    return quality;
                }
            }
            throw new IllegalArgumentException("there is no quality \"" + label + "\"");
        }
    }

    /**
     * @param labeled calls that were learned from
     * @param figure  reached with them, on calls that were held out
     */
    public record Step(int labeled, Figure figure) {}

    /**
     * Differences on the same held-out calls, so that what is hard for both steps cancels out.
     *
     * @param overall the last step's figure less the first's
     * @param lately  the last step's figure less that of the one before
     */
    public record Gains(Figure overall, Figure lately) {}

    /** What the gains say. */
    public enum Trend {
        /** More labels help, up to the last step. */
        RISING,
        /** Labels helped; those of the last step can't be told from noise. */
        LEVELLED,
        /** Whether labels help can't be told from noise. */
        FLAT,
        /** More labels make it worse. */
        FALLING
    }

    public LearningCurve {
        steps = List.copyOf(steps);
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).labeled() <= steps.get(i - 1).labeled()) {
                throw new IllegalArgumentException("the steps of " + name + " are not in ascending order: "
                        + steps.get(i - 1).labeled() + ", " + steps.get(i).labeled());
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("the curve of " + name + " has no step");
        }
    }

    /** One in AUC whose steps are not compared. */
    public LearningCurve(String name, List<Step> steps) {
        this(name, Quality.AUC, steps, null);
    }

    /**
     * From figures on the same draws.
     *
     * @param draws by step, then by draw
     */
    static LearningCurve drawn(String name, Quality quality, int[] labeled, double[] values, double[][] draws) {
        Step[] steps = new Step[labeled.length];
        Arrays.setAll(steps, i -> new Step(labeled[i], quality.interval(values[i], draws[i])));
        int last = steps.length - 1;
        return new LearningCurve(
                name, quality, List.of(steps), last == 0 ? null : new Gains(gain(values, draws, 0, last), gain(values, draws, last - 1, last)));
    }

    private static Figure gain(double[] values, double[][] draws, int from, int to) {
        double[] differences = new double[draws[to].length];
        Arrays.setAll(differences, draw -> draws[to][draw] - draws[from][draw]);
        return Bootstrap.interval(values[to] - values[from], differences);
    }

    /** Null where steps are not compared. A gain whose interval holds nought, or has none, is noise. */
    public @Nullable Trend trend() {
        if (gains == null) {
            return null;
        }
        if (gains.overall.low() > 0) {
            return gains.lately.low() > 0 ? Trend.RISING : Trend.LEVELLED;
        }
        return gains.overall.high() < 0 ? Trend.FALLING : Trend.FLAT;
    }
}
