package org.turnwise.queue;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * Which rows to show. An empty set lets everything through.
 *
 * @param text  found, ignoring case, in title, rep or id; empty for any
 * @param among the calls a search found; null for any
 */
public record QueueFilter(Set<QueueReason> reasons, Set<String> reps, Set<WorkStatus> statuses, boolean flaggedOnly, String text, @Nullable Among among) {

    /** Calls that were found, and what names the search that found them. */
    public record Among(String name, Set<CallId> calls) {

        public Among {
            calls = Set.copyOf(calls);
        }
    }

    public QueueFilter {
        reasons = reasons.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(reasons));
        reps = Set.copyOf(reps);
        statuses = statuses.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(statuses));
    }

    /** Among all calls. */
    public QueueFilter(Set<QueueReason> reasons, Set<String> reps, Set<WorkStatus> statuses, boolean flaggedOnly, String text) {
        this(reasons, reps, statuses, flaggedOnly, text, null);
    }

    /** The same, among these calls only; null for all. */
    public QueueFilter among(@Nullable Among found) {
        return new QueueFilter(reasons, reps, statuses, flaggedOnly, text, found);
    }

    /** Whether it lets a row through. */
    public Predicate<QueueItem> predicate() {
        String wanted = text.strip();
        return item -> passes(item, wanted);
    }

    private boolean passes(QueueItem item, String wanted) {
        String rep = item.call().rep();
        return (reasons.isEmpty() || reasons.contains(item.reason()))
                && (reps.isEmpty() || rep != null && reps.contains(rep))
                && (statuses.isEmpty() || statuses.contains(item.status()))
                && (!flaggedOnly || item.flagged())
                && (among == null || among.calls().contains(item.call().id()))
                && (wanted.isEmpty() || contains(item.call().title(), wanted) || contains(item.call().id().value(), wanted)
                        || rep != null && contains(rep, wanted));
    }

    /** Makes no copy in small letters, of which a long queue would need hundreds of thousands at each key. */
    private static boolean contains(String where, String wanted) {
        for (int from = 0; from <= where.length() - wanted.length(); from++) {
            if (where.regionMatches(true, from, wanted, 0, wanted.length())) {
                return true;
            }
        }
        return false;
    }

    /** What still waits for a person: neither submitted nor skipped. */
    public static QueueFilter waiting() {
        return new QueueFilter(Set.of(), Set.of(), Set.of(WorkStatus.TODO, WorkStatus.IN_PROGRESS), false, "");
    }
}
