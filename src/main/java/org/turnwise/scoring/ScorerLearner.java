package org.turnwise.scoring;

import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.task.Progress;

/**
 * Learns as {@link Training} does, and forecasts with each head of the scorer. As long as the scorer is boosted trees alone, the live head and boosting
 * are one.
 */
public final class ScorerLearner implements Learner {

    @Override
    public Fitted fit(List<Example> training, long seed, Progress progress) {
        Scorer scorer = Trainer.train(Snapshot.of(training, seed), progress).scorer();
        return call -> forecasts(scorer, call);
    }

    private static HeadForecasts forecasts(Scorer scorer, Call call) {
        double[] live = scorer.forecast(call, 0).turns().stream().mapToDouble(Forecast::probability).toArray();
        return new HeadForecasts(scorer.prior(), Map.of(Standard.LIVE, live, Standard.BOOSTING, live), Map.of());
    }
}
