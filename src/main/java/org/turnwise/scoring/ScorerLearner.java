package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.task.Progress;

/** Learns as {@link Training} does, and forecasts with each head of the scorer; beside them, if wanted, with the same heads without some of their parts. */
public final class ScorerLearner implements Learner {

    private static final double SCORER = .8;

    private final Embeddings embeddings;
    private final List<Part> leftOut;

    public ScorerLearner(Embeddings embeddings) {
        this(embeddings, List.of());
    }

    /** @param leftOut of each of them is learned a head without it */
    public ScorerLearner(Embeddings embeddings, List<Part> leftOut) {
        this.embeddings = embeddings;
        this.leftOut = List.copyOf(leftOut);
    }

    @Override
    public Fitted fit(List<Example> training, long seed, Progress progress) {
        double whole = leftOut.isEmpty() ? 1 : .4;
        Snapshot snapshot = Snapshot.of(training, embeddings, seed, progress.part(0, .1 * whole));
        Trainer.Trained trained = Trainer.train(snapshot, progress.part(.1 * whole, SCORER * whole));
        Baselines baselines = Baselines.fit(snapshot, progress.part(SCORER * whole, whole));
        List<Ablation.Ablated> ablated = new ArrayList<>();
        for (Part part : leftOut) {
            double done = (double) ablated.size() / leftOut.size();
            Progress step = progress.part(whole + (1 - whole) * done, whole + (1 - whole) * (done + 1.0 / leftOut.size()));
            ablated.add(trained.ablation().without(part, step));
        }
        Scorer scorer = trained.scorer();
        return call -> forecasts(scorer, baselines, ablated, call);
    }

    private HeadForecasts forecasts(Scorer scorer, Baselines baselines, List<Ablation.Ablated> ablated, Call call) {
        CallForecast forecast = scorer.forecast(call, 0, embeddings);
        double[] live = forecast.turns().stream().mapToDouble(Forecast::probability).toArray();
        Baselines.Said said = baselines.follow(call, embeddings);
        Map<Head, double[]> running = new LinkedHashMap<>();
        running.put(Standard.LIVE, live);
        running.put(Standard.TFIDF, said.words());
        running.put(Standard.TFIDF_CALIBRATED, said.calibratedWords());
        running.put(Standard.EMBEDDING, said.meaning());
        running.put(Standard.BOOSTING, said.boosting());
        Map<Head, Double> finished = new LinkedHashMap<>();
        finished.put(Standard.FINISHED, forecast.finished().probability());
        if (!ablated.isEmpty()) {
            Scorer.Following following = scorer.follow(call.timing(), embeddings);
            List<Moment> moments = moments(following, call);
            double[] members = following.finishedMembers();
            for (Ablation.Ablated without : ablated) {
                switch (without) {
                    case Ablation.Live head -> running.put(head.part().head(), moments.stream().mapToDouble(head::probability).toArray());
                    case Ablation.Finished head -> finished.put(head.part().head(), head.probability(members));
                }
            }
        }
        return new HeadForecasts(scorer.prior(), running, finished);
    }

    private static List<Moment> moments(Scorer.Following following, Call call) {
        Sample.Sides sides = new Sample.Sides(call);
        List<Moment> moments = new ArrayList<>(call.turns().size());
        for (Turn turn : call.turns()) {
            moments.add(following.hear(turn, sides.of(turn)));
        }
        return moments;
    }
}
