package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.turnwise.scoring.Measures;

/**
 * How large a calibration error is by chance alone: what exact forecasts would show on as few calls. Outcomes are drawn as often as forecast, {@value #DRAWS}
 * times, each call by itself, and the error is measured on each draw (consistency resampling, Bröcker and Smith 2007). An ECE below it tells nothing against a
 * forecast.
 */
final class ChanceError {

    static final int DRAWS = 500;

    private ChanceError() {}

    /** The mean over draws of the ECE, and what holds the middle 95 % of them. The same rows and seed give the same. */
    static Figure ece(Rows rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] drawn = new double[DRAWS];
        boolean[] converted = new boolean[rows.size()];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int row = 0; row < converted.length; row++) {
                converted[row] = random.nextDouble() < rows.p()[row];
            }
            drawn[draw] = Measures.ece(rows.p(), converted);
        }
        return Bootstrap.interval(Arrays.stream(drawn).average().orElse(Double.NaN), drawn);
    }
}
