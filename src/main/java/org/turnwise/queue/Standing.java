package org.turnwise.queue;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.turnwise.annotation.Statuses;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind;

/**
 * What people have put on calls.
 *
 * @param blind what the reader may know of the outcome of the calls they read blind
 */
record Standing(Map<CallId, Set<String>> statuses, Map<CallId, Integer> labelCounts, Map<CallId, Optional<OutcomeKind>> blind) {

    WorkStatus status(CallId call) {
        Set<String> set = statuses.getOrDefault(call, Set.of());
        if (set.contains(Statuses.SUBMITTED)) {
            return WorkStatus.SUBMITTED;
        }
        if (set.contains(Statuses.SKIPPED)) {
            return WorkStatus.SKIPPED;
        }
        return labels(call) > 0 ? WorkStatus.IN_PROGRESS : WorkStatus.TODO;
    }

    boolean flagged(CallId call) {
        return statuses.getOrDefault(call, Set.of()).contains(Statuses.FLAGGED);
    }

    @Nullable OutcomeKind outcome(Case one) {
        Optional<OutcomeKind> seen = blind.get(one.call().id());
        return seen == null ? one.outcome() : seen.orElse(null);
    }

    int labels(CallId call) {
        return labelCounts.getOrDefault(call, 0);
    }

    /** Whether this is what the row says of its call. */
    boolean isAsIn(QueueItem row) {
        CallId call = row.call().id();
        return row.status() == status(call) && row.flagged() == flagged(call) && row.labels() == labels(call);
    }
}
