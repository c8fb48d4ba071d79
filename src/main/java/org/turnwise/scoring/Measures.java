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
            throw new IllegalArgumentException("metrics need as many probabilities as outcomes, and at least one: " + probabilities.length + ", " + converted.length);
        }
        return new Metrics(
                calls, auc(probabilities, converted), brier(probabilities, converted), logLoss(probabilities, converted), ece(probabilities, converted));
    }

    /** Area under the ROC curve from mean ranks (Mann–Whitney U), so ties count half; NaN if only one class is there. */
    public static double auc(double[] scores, boolean[] converted) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double rankSum = 0;
        double positives = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            double meanRank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                if (converted[order[i]]) {
                    rankSum += meanRank;
                    positives++;
                }
            }
            from = to;
        }
        double negatives = order.length - positives;
        return positives == 0 || negatives == 0 ? Double.NaN : (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }

    /** Mean squared error. */
    public static double brier(double[] probabilities, boolean[] converted) {
        double sum = 0;
        for (int i = 0; i < converted.length; i++) {
            double error = probabilities[i] - (converted[i] ? 1 : 0);
            sum += error * error;
        }
        return sum / converted.length;
    }

    /** Mean negative log likelihood, natural logarithm, clipped at {@link #CLIP}. */
    public static double logLoss(double[] probabilities, boolean[] converted) {
        double sum = 0;
        for (int i = 0; i < converted.length; i++) {
            double p = Math.clamp(probabilities[i], CLIP, 1 - CLIP);
            sum -= Math.log(converted[i] ? p : 1 - p);
        }
        return sum / converted.length;
    }

    /** Expected calibration error over {@link #BINS} bins of equal width, [0, .1), [.1, .2) … [.9, 1] (Naeini et al. 2015). */
    public static double ece(double[] probabilities, boolean[] converted) {
        double[] gap = new double[BINS];
        for (int i = 0; i < converted.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            gap[bin] += probabilities[i] - (converted[i] ? 1 : 0);
        }
        return Arrays.stream(gap).map(Math::abs).sum() / converted.length;
    }
}
