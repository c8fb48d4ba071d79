package org.turnwise.annotation.agreement;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Intervals by the bootstrap over calls: whole calls are drawn with replacement, as many as there are, {@value #DRAWS} times, since turns of one call are no
 * independent evidence (Field and Welsh 2007). Draws on which the figure is not defined are left out; if that is every second, or there are fewer than
 * {@value #FEWEST_CALLS} calls, there is no interval.
 */
final class Resampling {

    static final int DRAWS = 1000;
    static final int FEWEST_CALLS = 5;

    private static final double LEVEL = .95;

    private final int[][] timesByDraw;
    private final int calls;

    Resampling(int calls, long seed) {
        this.calls = calls;
        SplittableRandom random = new SplittableRandom(seed);
        timesByDraw = new int[calls < FEWEST_CALLS ? 0 : DRAWS][calls];
        for (int[] times : timesByDraw) {
            for (int i = 0; i < calls; i++) {
                times[random.nextInt(calls)]++;
            }
        }
    }

    /** @param figure from how often each call counts; on all calls once, the figure itself */
    Optional<Estimate> estimate(Function<int[], OptionalDouble> figure) {
        int[] once = new int[calls];
        Arrays.fill(once, 1);
        OptionalDouble value = figure.apply(once);
        return value.isPresent() ? Optional.of(new Estimate(value.getAsDouble(), interval(figure))) : Optional.empty();
    }

    private Estimate.@Nullable Interval interval(Function<int[], OptionalDouble> figure) {
        double[] told = Arrays.stream(timesByDraw).map(figure).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
        if (told.length == 0 || told.length < DRAWS / 2) {
            return null;
        }
        return new Estimate.Interval(quantile(told, (1 - LEVEL) / 2), quantile(told, (1 + LEVEL) / 2));
    }

    /** Linear between order statistics (type 7 of Hyndman and Fan 1996). */
    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
