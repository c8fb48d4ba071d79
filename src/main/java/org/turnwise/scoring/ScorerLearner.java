package org.turnwise.scoring;

import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.task.Progress;

/** Learns as {@link Training} does, and forecasts with each head of the scorer. */
public final class ScorerLearner implements Learner {

    private static final double SCORER = .8;

    private final Embeddings embeddings;

    public ScorerLearner(Embeddings embeddings) {
        this.embeddings = embeddings;
    }

    @Override
    public Fitted fit(List<Example> training, long seed, Progress progress) {
        Snapshot snapshot = Snapshot.of(training, embeddings, seed, progress.part(0, .1));
        Scorer scorer = Trainer.train(snapshot, progress.part(.1, SCORER)).scorer();
        Baselines baselines = Baselines.fit(snapshot, progress.part(SCORER, 1));
        return call -> forecasts(scorer, baselines, call);
    }

    private HeadForecasts forecasts(Scorer scorer, Baselines baselines, Call call) {
        CallForecast forecast = scorer.forecast(call, 0, embeddings);
        double[] live = forecast.turns().stream().mapToDouble(Forecast::probability).toArray();
        Baselines.Said said = baselines.follow(call, embeddings);
        return new HeadForecasts(
                scorer.prior(),
                Map.of(Standard.LIVE, live, Standard.TFIDF, said.words(), Standard.EMBEDDING, said.meaning(), Standard.BOOSTING, said.boosting()),
                Map.of(Standard.FINISHED, forecast.finished().probability()));
    }
}
