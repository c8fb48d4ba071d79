package org.turnwise.ui.common;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.turnwise.queue.QueueItem;
import org.turnwise.reward.OutcomeKind.Conversion;

/**
 * What the rows shown are, beside their reasons.
 *
 * @param reps who led these calls
 * @param yes  those that converted, with {@code no} those that did not
 */
public record MakeUp(int reps, int yes, int no) {

    static MakeUp of(List<QueueItem> rows) {
        Set<String> reps = new HashSet<>();
        int yes = 0;
        int no = 0;
        for (QueueItem item : rows) {
            if (item.call().rep() != null) {
                reps.add(item.call().rep());
            }
            yes += is(item, Conversion.YES);
            no += is(item, Conversion.NO);
        }
        return new MakeUp(reps.size(), yes, no);
    }

    /** With another row of the same call in the place of one. */
    MakeUp changed(QueueItem before, QueueItem after) {
        return new MakeUp(reps, yes + is(after, Conversion.YES) - is(before, Conversion.YES), no + is(after, Conversion.NO) - is(before, Conversion.NO));
    }

    private static int is(QueueItem item, Conversion conversion) {
        return item.outcome() != null && item.outcome().conversion() == conversion ? 1 : 0;
    }
}
