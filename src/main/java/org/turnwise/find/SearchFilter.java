package org.turnwise.find;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;

/**
 * Which turns may be found. An empty set or a null lets everything through; what is given must hold all at once.
 *
 * @param labels     ids of labels, one of which stands on the turn, or on its call as a whole
 * @param annotators who set a label there; together with {@code labels}, one of those
 * @param sides      of whoever says the turn
 * @param reps       names
 * @param from       first day on which the call may have begun, by this machine's calendar; calls without a date are then left out
 * @param to         last such day
 * @param least      the forecast after the call's last turn is at least this, in [0, 1]; calls without a forecast are then left out
 * @param most       and at most this
 * @param sources    words of which one is in the name of the call's source, or is its format; case doesn't matter
 */
public record SearchFilter(
        Set<String> labels,
        Set<String> annotators,
        Set<Side> sides,
        Set<String> reps,
        Set<OutcomeKind> outcomes,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Double least,
        @Nullable Double most,
        Set<QueueReason> reasons,
        Set<WorkStatus> statuses,
        boolean flaggedOnly,
        Set<String> sources) {

    public static final SearchFilter NONE = new SearchFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, Set.of(), Set.of(), false, Set.of());

    public SearchFilter {
        labels = Set.copyOf(labels);
        annotators = Set.copyOf(annotators);
        sides = Set.copyOf(sides);
        reps = Set.copyOf(reps);
        outcomes = Set.copyOf(outcomes);
        reasons = Set.copyOf(reasons);
        statuses = Set.copyOf(statuses);
        sources = Set.copyOf(sources);
        if (from != null && to != null && from.isAfter(to)) {
            throw new NotUnderstood("No call begins from " + from + " to " + to + ": the first day is after the last.");
        }
        if (isNoChance(least) || isNoChance(most) || least != null && most != null && least > most) {
            throw new NotUnderstood("A range of forecasts goes from a smaller to a larger number, both from 0 to 1.");
        }
    }

    private static boolean isNoChance(@Nullable Double chance) {
        return chance != null && !(chance >= 0 && chance <= 1);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether it asks anything of whole calls, which their rows in the queue answer. */
    public boolean asksOfCalls() {
        return !reps.isEmpty() || !outcomes.isEmpty() || from != null || to != null || least != null || most != null
                || !reasons.isEmpty() || !statuses.isEmpty() || flaggedOnly || !sources.isEmpty();
    }

    boolean asksOfLabels() {
        return !labels.isEmpty() || !annotators.isEmpty();
    }

    /** Whether the call passes, as far as can be said of a whole call. */
    boolean passes(QueueItem row) {
        String rep = row.call().rep();
        return (reps.isEmpty() || rep != null && reps.contains(rep))
                && (outcomes.isEmpty() || row.outcome() != null && outcomes.contains(row.outcome()))
                && (reasons.isEmpty() || reasons.contains(row.reason()))
                && (statuses.isEmpty() || statuses.contains(row.status()))
                && (!flaggedOnly || row.flagged())
                && inTime(row.call().startedAt())
                && inRange(row.probability())
                && (sources.isEmpty() || sources.stream().anyMatch(source -> isFrom(row, source)));
    }

    private boolean inTime(@Nullable Instant started) {
        if (from == null && to == null) {
            return true;
        }
        if (started == null) {
            return false;
        }
        LocalDate day = LocalDate.ofInstant(started, ZoneId.systemDefault());
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private boolean inRange(@Nullable Double probability) {
        if (least == null && most == null) {
            return true;
        }
        return probability != null && (least == null || probability >= least) && (most == null || probability <= most);
    }

    private static boolean isFrom(QueueItem row, String source) {
        String name = row.call().sourceName();
        return row.call().format().equalsIgnoreCase(source) || name.toLowerCase(java.util.Locale.ROOT).contains(source.toLowerCase(java.util.Locale.ROOT));
    }
}
