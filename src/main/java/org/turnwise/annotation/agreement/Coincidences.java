package org.turnwise.annotation.agreement;

import java.util.OptionalDouble;

/**
 * Krippendorff's coincidences: how often each value meets each other within a unit, a unit of m values weighing m. They add up over units, so those of a
 * call can be counted once and drawn many times. Mutable; one thread.
 */
final class Coincidences {

    private final double[][] met;

    /** @param values how many there are */
    Coincidences(int values) {
        met = new double[values][values];
    }

    /**
     * @param given how many readers gave each value to the unit; fewer than two in all say nothing about agreement
     */
    void unit(int[] given) {
        int readers = 0;
        for (int count : given) {
            readers += count;
        }
        if (readers < 2) {
            return;
        }
        for (int c = 0; c < given.length; c++) {
            for (int k = 0; k < given.length; k++) {
                met[c][k] += (double) given[c] * (c == k ? given[c] - 1 : given[k]) / (readers - 1);
            }
        }
    }

    void add(Coincidences other, int times) {
        for (int c = 0; c < met.length; c++) {
            for (int k = 0; k < met.length; k++) {
                met[c][k] += times * other.met[c][k];
            }
        }
    }

    /** α = 1 − observed / expected disagreement; none without pairable values, or if all of them are one value. */
    OptionalDouble alpha(Scale scale) {
        double[] totals = new double[met.length];
        double all = 0;
        for (int c = 0; c < met.length; c++) {
            for (double count : met[c]) {
                totals[c] += count;
            }
            all += totals[c];
        }
        double[][] differences = scale.differences(totals);
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < met.length; c++) {
            for (int k = 0; k < met.length; k++) {
                observed += met[c][k] * differences[c][k];
                expected += totals[c] * totals[k] * differences[c][k];
            }
        }
        return expected <= 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * observed / expected);
    }
}
