package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well turns that carry a label are found, the likeliest first: the mean, over those that carry it, of the precision at the place where each is found.
 * Equally likely turns are found together. Saying the same of all turns gives the share that carries it.
 *
 * @param call    which call each turn is of, in descending order of probability
 * @param carries whether it carries the label
 * @param p       what was said
 */
record AveragePrecision(int[] call, boolean[] carries, double[] p) {

    /** From turns in any order. */
    static AveragePrecision of(int[] call, boolean[] carries, double[] p) {
        int[] order = IntStream.range(0, p.length).boxed().sorted(Comparator.comparingDouble(i -> -p[i])).mapToInt(Integer::intValue).toArray();
        boolean[] ordered = new boolean[p.length];
        for (int i = 0; i < p.length; i++) {
            ordered[i] = carries[order[i]];
        }
        return new AveragePrecision(
                Arrays.stream(order).map(i -> call[i]).toArray(), ordered, Arrays.stream(order).mapToDouble(i -> p[i]).toArray());
    }

    /** @param times how often each call counts; NaN if no turn that counts carries the label */
    double value(int[] times) {
        double found = 0;
        double seen = 0;
        double sum = 0;
        for (int from = 0; from < p.length; ) {
            double foundHere = 0;
            int to = from;
            while (to < p.length && p[to] == p[from]) {
                seen += times[call[to]];
                foundHere += carries[to] ? times[call[to]] : 0;
                to++;
            }
            found += foundHere;
            sum += foundHere == 0 ? 0 : foundHere * found / seen;
            from = to;
        }
        return found == 0 ? Double.NaN : sum / found;
    }
}
