package org.turnwise.queue;

import java.util.Set;

/**
 * Which rows to show. An empty set lets everything through.
 *
 * @param text found, ignoring case, in title, rep or id; empty for any
 */
public record QueueFilter(Set<QueueReason> reasons, Set<String> reps, Set<WorkStatus> statuses, boolean flaggedOnly, String text) {

    public QueueFilter {
        reasons = Set.copyOf(reasons);
        reps = Set.copyOf(reps);
        statuses = Set.copyOf(statuses);
    }

    /** What still waits for a person: neither submitted nor skipped. */
    public static QueueFilter waiting() {
        return new QueueFilter(Set.of(), Set.of(), Set.of(WorkStatus.TODO, WorkStatus.IN_PROGRESS), false, "");
    }
}
