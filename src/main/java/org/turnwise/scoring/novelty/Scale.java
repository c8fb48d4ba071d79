package org.turnwise.scoring.novelty;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Lays scores on a scale people can keep in mind: {@code .5} is the median of the scores it was fitted on, {@value Novelty#UNUSUAL} is exceeded by one in
 * forty of them; straight lines in between and beyond.
 *
 * @param median  of the scores
 * @param unusual exceeded by one in forty
 */
record Scale(double median, double unusual) implements Serializable {

    private static final double NARROWEST = 1e-6;

    /** @param scores at least one */
    static Scale fit(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        return new Scale(sorted[sorted.length / 2], sorted[(int) (.975 * (sorted.length - 1))]);
    }

    /** Below 0 and above 1 for scores far out. */
    double of(double score) {
        return .5 + (Novelty.UNUSUAL - .5) * (score - median) / Math.max(unusual - median, NARROWEST);
    }
}
