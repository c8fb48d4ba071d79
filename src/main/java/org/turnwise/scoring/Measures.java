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
        return mean(squaredErrors(probabilities, converted), once(converted.length));
    }

    /** Of each row. */
    public static double[] squaredErrors(double[] probabilities, boolean[] converted) {
        double[] errors = new double[converted.length];
        for (int i = 0; i < errors.length; i++) {
            double error = probabilities[i] - (converted[i] ? 1 : 0);
            errors[i] = error * error;
        }
        return errors;
    }

    /** Mean negative log likelihood, natural logarithm, clipped at {@link #CLIP}. */
    public static double logLoss(double[] probabilities, boolean[] converted) {
        return mean(logLosses(probabilities, converted), once(converted.length));
    }

    /** Of each row. */
    public static double[] logLosses(double[] probabilities, boolean[] converted) {
        double[] losses = new double[converted.length];
        for (int i = 0; i < losses.length; i++) {
            double p = Math.clamp(probabilities[i], CLIP, 1 - CLIP);
            losses[i] = -Math.log(converted[i] ? p : 1 - p);
        }
        return losses;
    }

    /** Of rows that count several times, or not at all; NaN if none counts. */
    public static double mean(double[] ofRows, int[] times) {
        double sum = 0;
        long all = 0;
        for (int i = 0; i < ofRows.length; i++) {
            sum += times[i] * ofRows[i];
            all += times[i];
        }
        return sum / all;
    }

    /** Expected calibration error over {@link #BINS} bins of equal width, [0, .1), [.1, .2) … [.9, 1] (Naeini et al. 2015). */
    public static double ece(double[] probabilities, boolean[] converted) {
        return ece(probabilities, converted, once(converted.length));
    }

    /** The same where rows count several times, or not at all; NaN if none counts. */
    public static double ece(double[] probabilities, boolean[] converted, int[] times) {
        double[] gap = new double[BINS];
        long all = 0;
        for (int i = 0; i < converted.length; i++) {
            gap[bin(probabilities[i])] += times[i] * (probabilities[i] - (converted[i] ? 1 : 0));
            all += times[i];
        }
        double sum = 0;
        for (double off : gap) {
            sum += Math.abs(off);
        }
        return sum / all;
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
