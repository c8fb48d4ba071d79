package org.turnwise.annotation.pace;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.turnwise.annotation.LabelKind;

/**
 * What an annotator did in a stretch of work.
 *
 * @param firstEdit the {@link org.turnwise.annotation.Edit#seq()} it began with
 * @param from      when that was made
 * @param to        when the last one was made
 * @param calls     submitted in it and not taken back
 * @param skipped   calls skipped in it and not taken back
 * @param labels    put on in it and still standing at its end, by kind; notes too
 * @param active    time worked, pauses left out
 * @param timed     of the labels, those of edits that no pause came before
 * @param perCall   how long its calls took
 * @param changed   edits that took a label of this annotator's off or put another in its place
 * @param undone    edits that undid one
 * @param redone    edits that did one again
 */
public record Work(
        long firstEdit,
        Instant from,
        Instant to,
        int calls,
        int skipped,
        Map<LabelKind, Integer> labels,
        Duration active,
        int timed,
        PerCall perCall,
        int changed,
        int undone,
        int redone) {

    /** Less than this says nothing of how fast somebody is. */
    static final Duration LEAST_ACTIVE = Duration.ofMinutes(2);

    public Work {
        labels = Map.copyOf(labels);
    }

    public int labelCount() {
        return labels.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Timed labels by minutes worked; empty under two minutes. */
    public OptionalDouble labelsAMinute() {
        return active.compareTo(LEAST_ACTIVE) < 0 ? OptionalDouble.empty() : OptionalDouble.of(timed / (active.toMillis() / 60_000.0));
    }

    /**
     * Time worked between submitting one call and the next.
     *
     * @param calls   for which it is known
     * @param millis  their sum
     * @param squares the sum of their squares, in square milliseconds
     */
    public record PerCall(int calls, double millis, double squares) {

        /** With fewer calls there is no telling. */
        public static final int FEWEST = 5;

        /** From and to, in time worked. */
        public record Range(Duration low, Duration high) {}

        /**
         * How much work so many calls are: their number times the mean, give or take two standard errors of the mean. Empty with fewer than
         * {@value #FEWEST} calls to go by, or where that leaves everything open because the calls differ too much.
         */
        public Optional<Range> workOf(int left) {
            if (calls < FEWEST) {
                return Optional.empty();
            }
            double mean = millis / calls;
            double variance = Math.max(0, (squares - calls * mean * mean) / (calls - 1));
            double error = 2 * Math.sqrt(variance / calls);
            return error >= mean
                    ? Optional.empty()
                    : Optional.of(new Range(Duration.ofMillis(Math.round(left * (mean - error))), Duration.ofMillis(Math.round(left * (mean + error)))));
        }
    }
}
