package org.turnwise.queue;

import java.util.Set;
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
        reasons = Set.copyOf(reasons);
        reps = Set.copyOf(reps);
        statuses = Set.copyOf(statuses);
    }

    /** Among all calls. */
    public QueueFilter(Set<QueueReason> reasons, Set<String> reps, Set<WorkStatus> statuses, boolean flaggedOnly, String text) {
        this(reasons, reps, statuses, flaggedOnly, text, null);
    }

    /** The same, among these calls only; null for all. */
    public QueueFilter among(@Nullable Among found) {
        return new QueueFilter(reasons, reps, statuses, flaggedOnly, text, found);
    }

    /** What still waits for a person: neither submitted nor skipped. */
    public static QueueFilter waiting() {
        return new QueueFilter(Set.of(), Set.of(), Set.of(WorkStatus.TODO, WorkStatus.IN_PROGRESS), false, "");
    }
}
