package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Intervals by the bootstrap over groups: whole customers are drawn with replacement, as many as there are, {@value #RESAMPLES} times (Field and Welsh 2007),
 * and the interval holds the middle 95 % of what comes out. So calls of one customer count as what they are: less evidence than as many customers. What
 * it covers is which calls happened to be held out; not that another training would have given another scorer. The same groups and seed give the
 * same draws, so figures of two heads may be subtracted draw by draw. One thread asks it.
 */
final class Bootstrap {

    /** Of every interval. */
    static final double LEVEL = .95;

    static final int RESAMPLES = 1000;

    private final int[] groupOf;
    private final int groups;
    private final long seed;
    /** Many figures are asked of the same calls, one after another. */
    private Draws latest = new Draws(new int[0], new int[0][]);

    /** @param groupOf the group of each call, from 0 */
    Bootstrap(int[] groupOf, long seed) {
        this.groupOf = groupOf;
        this.groups = Arrays.stream(groupOf).max().orElse(-1) + 1;
        this.seed = seed;
    }

    /**
     * How often each group was drawn.
     *
     * @param from the groups that could be
     */
    private record Draws(int[] from, int[][] times) {}

    /**
     * Figures on every draw: by figure, then by draw.
     *
     * @param calls   the calls to be drawn from
     * @param figures of calls, from how often each counts; always as many. Asked by several threads at once
     */
    double[][] figures(int[] calls, int count, Function<int[], double[]> figures) {
        int[][] draws = draws(Arrays.stream(calls).map(call -> groupOf[call]).distinct().sorted().toArray());
        double[][] byFigure = new double[count][RESAMPLES];
        IntStream.range(0, RESAMPLES).parallel().forEach(i -> {
            int[] times = new int[groupOf.length];
            for (int call = 0; call < times.length; call++) {
                times[call] = draws[i][groupOf[call]];
            }
            double[] onThisDraw = figures.apply(times);
            for (int figure = 0; figure < count; figure++) {
                byFigure[figure][i] = onThisDraw[figure];
            }
        });
        return byFigure;
    }

    private int[][] draws(int[] from) {
        if (!Arrays.equals(from, latest.from) || latest.times.length == 0) {
            SplittableRandom random = new SplittableRandom(seed);
            int[][] times = new int[RESAMPLES][groups];
            for (int[] drawn : times) {
                for (int draw = 0; draw < from.length; draw++) {
                    drawn[from[random.nextInt(from.length)]]++;
                }
            }
            latest = new Draws(from, times);
        }
        return latest.times;
    }

    /** Draws on which the figure can't be told are left out; if that is every second, there is no interval. */
    static Figure interval(double value, double[] figures) {
        double[] told = Arrays.stream(figures).filter(Double::isFinite).sorted().toArray();
        if (told.length < figures.length / 2) {
            return new Figure(value, Double.NaN, Double.NaN);
        }
        return new Figure(value, quantile(told, (1 - LEVEL) / 2), quantile(told, (1 + LEVEL) / 2));
    }

    /**
     * For figures that cannot be negative and that resampling drives up, as it does calibration error: the interval is moved down by as much as the mean of
     * the draws exceeds the figure.
     */
    static Figure intervalWithoutBias(double value, double[] figures) {
        double bias = Arrays.stream(figures).filter(Double::isFinite).average().orElse(Double.NaN) - value;
        return interval(value, Arrays.stream(figures).map(figure -> Math.max(0, figure - bias)).toArray());
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
