package org.turnwise.scoring;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Computes {@link Metrics}. Golden values in the tests come from a separate implementation in Python. */
public final class Measures {

    /** Log loss takes no probability closer to 0 or 1 than this, so that one certain mistake stays finite. */
    public static final double CLIP = 1e-15;

    public static final int BINS = 10;

    private Measures() {}

    /** All of them. Both arrays are of the same length, at least 1. */
    public static Metrics of(int calls, double[] probabilities, boolean[] converted) {
        if (probabilities.length != converted.length || converted.length == 0) {
            throw new IllegalArgumentException("metrics need as many probabilities as outcomes, and at least one: "
                    + probabilities.length + ", " + converted.length);
        }
        return new Metrics(
                calls, auc(probabilities, converted), brier(probabilities, converted), logLoss(probabilities, converted), ece(probabilities, converted));
    }

    /** Area under the ROC curve (Mann–Whitney U), so ties count half; NaN if only one class is there. */
    public static double auc(double[] scores, boolean[] converted) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double[] ascending = new double[order.length];
        boolean[] outcomes = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            ascending[i] = scores[order[i]];
            outcomes[i] = converted[order[i]];
        }
        return auc(ascending, outcomes, once(order.length));
    }

    /**
     * The same where rows count several times, or not at all.
     *
     * @param ascending scores, in ascending order
     */
    public static double auc(double[] ascending, boolean[] converted, int[] times) {
        double wins = 0;
        double positives = 0;
        double negatives = 0;
        for (int from = 0; from < ascending.length; ) {
            int to = from;
            double yes = 0;
            double no = 0;
            while (to < ascending.length && ascending[to] == ascending[from]) {
                yes += converted[to] ? times[to] : 0;
                no += converted[to] ? 0 : times[to];
                to++;
            }
            wins += yes * (negatives + no / 2);
            positives += yes;
            negatives += no;
            from = to;
        }
        return positives == 0 || negatives == 0 ? Double.NaN : wins / (positives * negatives);
    }

    /** Mean squared error. */
    public static double brier(double[] probabilities, boolean[] converted) {
        return brier(probabilities, converted, once(converted.length));
    }

    /** The same where rows count several times, or not at all; NaN if none counts. */
    public static double brier(double[] probabilities, boolean[] converted, int[] times) {
        double sum = 0;
        for (int i = 0; i < converted.length; i++) {
            double error = probabilities[i] - (converted[i] ? 1 : 0);
            sum += times[i] * error * error;
        }
        return sum / Arrays.stream(times).sum();
    }

    /** Mean negative log likelihood, natural logarithm, clipped at {@link #CLIP}. */
    public static double logLoss(double[] probabilities, boolean[] converted) {
        return logLoss(probabilities, converted, once(converted.length));
    }

    /** The same where rows count several times, or not at all; NaN if none counts. */
    public static double logLoss(double[] probabilities, boolean[] converted, int[] times) {
        double sum = 0;
        for (int i = 0; i < converted.length; i++) {
            if (times[i] > 0) {
                double p = Math.clamp(probabilities[i], CLIP, 1 - CLIP);
                sum -= times[i] * Math.log(converted[i] ? p : 1 - p);
            }
        }
        return sum / Arrays.stream(times).sum();
    }

    /** Expected calibration error over {@link #BINS} bins of equal width, [0, .1), [.1, .2) … [.9, 1] (Naeini et al. 2015). */
    public static double ece(double[] probabilities, boolean[] converted) {
        return ece(probabilities, converted, once(converted.length));
    }

    /** The same where rows count several times, or not at all; NaN if none counts. */
    public static double ece(double[] probabilities, boolean[] converted, int[] times) {
        double[] gap = new double[BINS];
        for (int i = 0; i < converted.length; i++) {
            gap[bin(probabilities[i])] += times[i] * (probabilities[i] - (converted[i] ? 1 : 0));
        }
        return Arrays.stream(gap).map(Math::abs).sum() / Arrays.stream(times).sum();
    }

    /** Which of the {@link #BINS} bins a probability falls into, from 0. */
    public static int bin(double probability) {
        return Math.min(BINS - 1, (int) (probability * BINS));
    }

    private static int[] once(int rows) {
        int[] times = new int[rows];
        Arrays.fill(times, 1);
        return times;
    }
}
