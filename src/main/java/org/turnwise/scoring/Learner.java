package org.turnwise.scoring;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.turnwise.call.Call;
import org.turnwise.task.Progress;

/** Learns from examples to forecast calls that are not among them: what an evaluation measures. */
@FunctionalInterface
public interface Learner {

    /** What was learned. Any thread. */
    @FunctionalInterface
    interface Fitted {

        /** Every head's forecasts; the same heads for every call. Depends on nothing but the call and what was learned. */
        HeadForecasts forecasts(Call call);
    }

    /**
     * The same examples and seed give the same forecasts, bit for bit.
     *
     * @throws Training.TooFewOutcomes if the examples don't suffice to learn from
     * @throws Training.CannotHoldOut  if they belong to too few groups
     * @throws CancellationException   if the progress says so
     */
    Fitted fit(List<Example> training, long seed, Progress progress);
}
