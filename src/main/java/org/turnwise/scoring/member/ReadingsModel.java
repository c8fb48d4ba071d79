package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Logistic regression over readings, each brought to mean 0 and deviation 1 in the training rows. Readings are compressed first, sign(x) · ln(1 + |x|),
 * because counts and lengths have long tails, and cut at three deviations, so that one odd reading can't decide a forecast. Immutable; any thread.
 *
 * @param scales deviation of each reading; 0 of one that never varied, which is left out
 */
record ReadingsModel(double[] means, double[] scales, double[] weights, double intercept) implements Serializable {

    private static final double FARTHEST = 3;
    private static final double NO_DEVIATION = 1e-9;

    /** Of rows without readings it says 0 whatever the classes are. */
    static ReadingsModel fit(double[][] rows, boolean[] yes, double[] weight, double penalty) {
        int width = rows[0].length;
        if (width == 0) {
            return new ReadingsModel(new double[0], new double[0], new double[0], 0);
        }
        double[] means = new double[width];
        double[] scales = new double[width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                means[i] += compressed(row[i]) / rows.length;
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                double off = compressed(row[i]) - means[i];
                scales[i] += off * off / rows.length;
            }
        }
        for (int i = 0; i < width; i++) {
            scales[i] = scales[i] > NO_DEVIATION ? Math.sqrt(scales[i]) : 0;
        }
        float[][] scaled = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            scaled[row] = scaled(rows[row], means, scales);
        }
        LogisticRegression fitted = LogisticRegression.fit(new Rows.Dense(scaled, width), yes, weight, penalty);
        return new ReadingsModel(means, scales, fitted.weights(), fitted.intercept());
    }

    private static double compressed(double reading) {
        return Math.signum(reading) * Math.log1p(Math.abs(reading));
    }

    private static float[] scaled(double[] row, double[] means, double[] scales) {
        float[] scaled = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            scaled[i] = scaled(row[i], means[i], scales[i]);
        }
        return scaled;
    }

    private static float scaled(double reading, double mean, double scale) {
        return scale == 0 ? 0 : (float) Math.clamp((compressed(reading) - mean) / scale, -FARTHEST, FARTHEST);
    }

    /** Log odds of readings. */
    double raw(double[] readings) {
        double raw = intercept;
        for (double share : shares(readings)) {
            raw += share;
        }
        return raw;
    }

    /** What each reading adds to the log odds. */
    double[] shares(double[] readings) {
        double[] shares = new double[readings.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(i, readings[i]);
        }
        return shares;
    }

    private double share(int i, double reading) {
        return scaled(reading, means[i], scales[i]) * weights[i];
    }

    /** The log odds of readings that mostly stay as they are from one turn to the next. One thread. */
    final class Running {
        private final double[] readings = new double[weights.length];
        private final double[] shares = new double[weights.length];

        private Running() {
            Arrays.fill(readings, Double.NaN);
        }

        /** What {@link ReadingsModel#raw} says; the logarithms of readings that are what they were last time aren't taken again. */
        double raw(double[] now) {
            double raw = intercept;
            for (int i = 0; i < shares.length; i++) {
                if (now[i] != readings[i]) {
                    readings[i] = now[i];
                    shares[i] = share(i, now[i]);
                }
                raw += shares[i];
            }
            return raw;
        }
    }

    Running running() {
        return new Running();
    }

    boolean reads(int width) {
        return means != null && scales != null && weights != null && means.length == width && scales.length == width && weights.length == width;
    }
}
