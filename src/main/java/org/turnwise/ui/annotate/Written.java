package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.Outcomes;

/**
 * An edit that is on disk, and how its call stands after it.
 *
 * @param annotations all that stand on the call now
 * @param outcome     what is known to have come of it now, or null
 */
record Written(Edit edit, List<Annotation> annotations, Outcomes.@Nullable Known outcome) {

    /** Empty for an edit that changed no annotation. */
    static Optional<Written> of(Edit stored, Labeling labeling, Outcomes outcomes) {
        if (stored.added().isEmpty() && stored.removed().isEmpty()) {
            return Optional.empty();
        }
        CallId call = target(stored).call();
        return Optional.of(new Written(stored, labeling.current(call), outcomes.known(call, labeling.standing(call), labeling.annotator()).orElse(null)));
    }

    /** What the edit was about; its first annotation, if there are several. */
    Target target() {
        return target(edit);
    }

    CallId call() {
        return target().call();
    }

    /** The call's row in the queue after the edit, in its old place and with its old reason. */
    QueueItem in(QueueItem row) {
        List<String> statuses = annotations.stream().filter(a -> a.kind() == LabelKind.STATUS).map(Annotation::label).toList();
        int labels = annotations.size() - statuses.size();
        return new QueueItem(
                row.call(), row.reason(), row.score(), row.why(), row.probability(), row.low(), row.high(), row.spark(),
                outcome == null ? null : outcome.kind(), status(statuses, labels), statuses.contains(Statuses.FLAGGED), labels);
    }

    private static WorkStatus status(List<String> statuses, int labels) {
        if (statuses.contains(Statuses.SUBMITTED)) {
            return WorkStatus.SUBMITTED;
        }
        if (statuses.contains(Statuses.SKIPPED)) {
            return WorkStatus.SKIPPED;
        }
        return labels > 0 ? WorkStatus.IN_PROGRESS : WorkStatus.TODO;
    }

    /** What the edit was about; its first annotation, if there are several. */
    static Target target(Edit edit) {
        return (edit.added().isEmpty() ? edit.removed() : edit.added()).getFirst().target();
    }
}
