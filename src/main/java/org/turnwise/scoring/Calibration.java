package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Turns a raw score (log odds) into a probability, with a band. Platt's sigmoid, p = 1 / (1 + e^-(a·raw + b)), fitted by weighted maximum likelihood on
 * held-out scores (Platt 1999); the slope is never negative, so a score that ranks no better than chance gives the class prior and not its mirror image.
 *
 * <p>The band is the 5 % to 95 % range of what {@value #RESAMPLES} sigmoids say that were fitted on bootstrap resamples of the held-out groups. It covers
 * how unsure the calibration is for want of outcomes: it is wide with few calls and at scores that few calls had. It does not cover how the model itself
 * would change with other training calls, nor calls unlike those it was trained on (novelty speaks of those); and it speaks of the chance, not of the
 * single call's yes or no. Immutable; any thread.
 *
 * @param slopes     of the fit itself, then of the resamples
 * @param intercepts likewise
 */
record Calibration(double[] slopes, double[] intercepts) implements Serializable {

    static final int RESAMPLES = 100;
    private static final double RIDGE = 1e-3;
    private static final int STEPS = 50;

    /** Held-out scores: row i has {@code raw[i]}, belongs to group {@code group[i]} (from 0) and counts {@code weight[i]}. */
    record HeldOut(double[] raw, boolean[] converted, double[] weight, int[] group) {

        /** How often each group is in a draw of as many as there are. */
        int[] drawn(SplittableRandom random) {
            int groups = Arrays.stream(group).max().orElse(0) + 1;
            int[] drawn = new int[groups];
            for (int i = 0; i < groups; i++) {
                drawn[random.nextInt(groups)]++;
            }
            return drawn;
        }

        /** Weights of the rows in such a draw. */
        double[] weightOf(int[] drawn) {
            double[] times = weight.clone();
            for (int i = 0; i < times.length; i++) {
                times[i] *= drawn[group[i]];
            }
            return times;
        }
    }

    /** Without a band, for measuring. */
    static Calibration fit(HeldOut rows) {
        double[] line = fit(rows, rows.weight);
        return new Calibration(new double[] {line[0]}, new double[] {line[1]});
    }

    static Calibration fitWithBand(HeldOut rows, long seed) {
        double[] slopes = new double[RESAMPLES + 1];
        double[] intercepts = new double[RESAMPLES + 1];
        SplittableRandom random = new SplittableRandom(seed);
        int[][] draws = new int[RESAMPLES][];
        Arrays.setAll(draws, i -> rows.drawn(random));
        IntStream.rangeClosed(0, RESAMPLES).parallel().forEach(i -> {
            double[] line = fit(rows, i == 0 ? rows.weight : rows.weightOf(draws[i - 1]));
            slopes[i] = line[0];
            intercepts[i] = line[1];
        });
        return new Calibration(slopes, intercepts);
    }

    double probability(double raw) {
        return sigmoid(logOdds(raw));
    }

    /** Log odds of {@link #probability}: a straight line. */
    double logOdds(double raw) {
        return slopes[0] * raw + intercepts[0];
    }

    /** What a raw score's log odds are multiplied with. */
    double slope() {
        return slopes[0];
    }

    /** Low and high end of the band; the probability lies between them. */
    double[] band(double raw) {
        double p = probability(raw);
        int resamples = slopes.length - 1;
        if (resamples == 0) {
            return new double[] {p, p};
        }
        double[] said = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            said[i] = slopes[i + 1] * raw + intercepts[i + 1];
        }
        double low = sigmoid(lowest(said, (int) (.05 * resamples)));
        for (int i = 0; i < resamples; i++) {
            said[i] = -said[i];
        }
        int place = Math.max(0, (int) (.95 * resamples) - 1);
        double high = sigmoid(-lowest(said, resamples - 1 - place));
        return new double[] {Math.min(low, p), Math.max(high, p)};
    }

    /** The number that stands at a place, from 0, once they are sorted. Sorts no more than it must: the places asked for lie near the beginning. */
    private static double lowest(double[] numbers, int place) {
        double[] sorted = new double[place + 1];
        Arrays.fill(sorted, Double.POSITIVE_INFINITY);
        for (double number : numbers) {
            if (number < sorted[place]) {
                int at = place;
                while (at > 0 && sorted[at - 1] > number) {
                    sorted[at] = sorted[at - 1];
                    at--;
                }
                sorted[at] = number;
            }
        }
        return sorted[place];
    }

    /** Whether it has at least one sigmoid, and as many slopes as intercepts; what was stored may have been put together by hand. */
    boolean whole() {
        return slopes != null && intercepts != null && slopes.length > 0 && slopes.length == intercepts.length;
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Slope and intercept by Newton's method; the ridge pulls the slope to 1 only where the data say nothing. */
    private static double[] fit(HeldOut rows, double[] weight) {
        double yes = 1e-3;
        double all = 2e-3;
        for (int i = 0; i < weight.length; i++) {
            yes += rows.converted[i] ? weight[i] : 0;
            all += weight[i];
        }
        double prior = Math.log(yes / (all - yes));
        double a = 0;
        double b = prior;
        for (int step = 0; step < STEPS; step++) {
            double ga = RIDGE * (a - 1);
            double gb = 0;
            double haa = RIDGE;
            double hab = 0;
            double hbb = 1e-9;
            for (int i = 0; i < weight.length; i++) {
                if (weight[i] == 0) {
                    continue;
                }
                double x = rows.raw[i];
                double p = sigmoid(a * x + b);
                double g = weight[i] * (p - (rows.converted[i] ? 1 : 0));
                double h = weight[i] * Math.max(p * (1 - p), 1e-9);
                ga += g * x;
                gb += g;
                haa += h * x * x;
                hab += h * x;
                hbb += h;
            }
            double det = haa * hbb - hab * hab;
            if (!(det > 1e-12)) {
                break;
            }
            double da = (hbb * ga - hab * gb) / det;
            double db = (haa * gb - hab * ga) / det;
            a -= Math.clamp(da, -2, 2);
            b -= Math.clamp(db, -2, 2);
            if (Math.abs(da) + Math.abs(db) < 1e-10) {
                break;
            }
        }
        return a > 0 ? new double[] {a, b} : new double[] {0, prior};
    }
}
