package org.turnwise.scoring.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Forecasts to measure, in ascending order of probability. Immutable.
 *
 * @param call         which call each is about, as an index
 * @param byConfidence the rows in descending order of |p − ½|
 * @param ranked       false for the class prior, which says the same of every call: that the priors of folds differ a little ranks nothing
 */
record Rows(double[] p, boolean[] converted, int[] call, int[] byConfidence, boolean ranked) {

    /** One forecast. */
    record Row(double p, boolean converted, int call) {}

    static Rows of(List<Row> rows, boolean ranked) {
        List<Row> sorted = rows.stream().sorted(Comparator.comparingDouble(Row::p)).toList();
        double[] p = sorted.stream().mapToDouble(Row::p).toArray();
        boolean[] converted = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            converted[i] = sorted.get(i).converted();
        }
        int[] byConfidence = IntStream.range(0, p.length).boxed()
                .sorted(Comparator.comparingDouble(i -> -Math.abs(p[i] - .5)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Rows(p, converted, sorted.stream().mapToInt(Row::call).toArray(), byConfidence, ranked);
    }

    int size() {
        return p.length;
    }

    /** How often each row counts if each call counts so often. */
    int[] times(int[] timesOfCalls) {
        int[] times = new int[call.length];
        for (int row = 0; row < times.length; row++) {
            times[row] = timesOfCalls[call[row]];
        }
        return times;
    }

    /** Each row once. */
    int[] once() {
        return IntStream.generate(() -> 1).limit(p.length).toArray();
    }
}
