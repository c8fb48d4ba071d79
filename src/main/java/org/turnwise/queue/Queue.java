package org.turnwise.queue;

import java.util.List;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Progress;

/** Orders calls by why they are worth labeling. Any thread. */
public final class Queue {

    /** @param seed draws the random slice; the same seed and workspace give the same queue */
    public Queue(CallRepository calls, Journal journal, Outcomes outcomes, Forecasts forecasts, long seed) {}

    /** Every call, each under its strongest reason, the reasons interleaved in the standard mix; submitted and skipped calls are in it with their status. */
    public List<QueueItem> build(Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** The rows the filter lets through, in order. */
    public static List<QueueItem> filter(List<QueueItem> items, QueueFilter filter) {
        throw new UnsupportedOperationException();
    }
}
