package org.turnwise.queue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.OutcomeKind;

/**
 * One row of the queue.
 *
 * @param score       how strongly the reason holds, in [0, 1], comparable within a reason
 * @param why         the reason in words and numbers, one line
 * @param probability the forecast after the last turn; null without an active scorer
 * @param low         its band; null with it
 * @param high        its band; null with it
 * @param spark       up to 40 forecasts over the call, for a small picture; empty without an active scorer
 * @param outcome     what is known to have come of it, or null
 */
public record QueueItem(
        CallSummary call,
        QueueReason reason,
        double score,
        String why,
        @Nullable Double probability,
        @Nullable Double low,
        @Nullable Double high,
        List<Double> spark,
        @Nullable OutcomeKind outcome,
        WorkStatus status,
        boolean flagged,
        int labels) {

    public QueueItem {
        spark = List.copyOf(spark);
    }
}
