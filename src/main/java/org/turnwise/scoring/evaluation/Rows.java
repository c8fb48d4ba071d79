package org.turnwise.scoring.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.turnwise.scoring.Measures;

/**
 * Forecasts to measure, in ascending order of probability. Immutable.
 *
 * @param call          which call each is about, as an index
 * @param ranked        false for the class prior, which says the same of every call: that the priors of folds differ a little ranks nothing
 * @param surest        the rows again, the surest first
 * @param squaredErrors of each; what measures sum up is kept, for intervals sum it up a thousand times
 * @param logLosses     of each
 */
record Rows(double[] p, boolean[] converted, int[] call, boolean ranked, Surest surest, double[] squaredErrors, double[] logLosses) {

    /**
     * Rows in descending order of confidence, |p − ½|.
     *
     * @param row   by place
     * @param end   by place, the place after the last row that is as sure as the one here
     * @param wrong by place: 1 if the forecast is on the wrong side of ½, .5 if it is on neither
     */
    record Surest(int[] row, int[] end, double[] wrong) {

        private static Surest of(double[] p, boolean[] converted, boolean ranked) {
            int[] row = IntStream.range(0, p.length).boxed()
                    .sorted(Comparator.comparingDouble(i -> -Math.abs(p[i] - .5)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] end = new int[row.length];
            double[] wrong = new double[row.length];
            for (int place = row.length - 1; place >= 0; place--) {
                boolean asSure = place + 1 < row.length && (!ranked || Math.abs(p[row[place]] - .5) == Math.abs(p[row[place + 1]] - .5));
                end[place] = asSure ? end[place + 1] : place + 1;
                wrong[place] = p[row[place]] == .5 ? .5 : p[row[place]] > .5 == converted[row[place]] ? 0 : 1;
            }
            return new Surest(row, end, wrong);
        }
    }

    /** One forecast. */
    record Row(double p, boolean converted, int call) {}

    static Rows of(List<Row> rows, boolean ranked) {
        List<Row> sorted = rows.stream().sorted(Comparator.comparingDouble(Row::p)).toList();
        double[] p = sorted.stream().mapToDouble(Row::p).toArray();
        boolean[] converted = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            converted[i] = sorted.get(i).converted();
        }
        return new Rows(
                p, converted, sorted.stream().mapToInt(Row::call).toArray(), ranked, Surest.of(p, converted, ranked), Measures.squaredErrors(p, converted),
                Measures.logLosses(p, converted));
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
