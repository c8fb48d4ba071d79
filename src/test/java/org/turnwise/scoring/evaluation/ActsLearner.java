package org.turnwise.scoring.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.turnwise.call.Call;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Folds;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.Learner;
import org.turnwise.scoring.member.LogisticRegression;
import org.turnwise.scoring.member.Rows;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;
import org.turnwise.task.Progress;

/** Forecasts finished calls from nothing but what recognisers make of their turns: all that labels alone can teach. Recognisers are fitted out of fold. */
record ActsLearner(Embeddings embeddings) implements Learner {

    private static final double PENALTY = 100;

    @Override
    public Fitted fit(List<Example> training, long seed, Progress progress) {
        double prior = training.stream().mapToDouble(example -> example.converted() ? 1 : 0).average().orElseThrow();
        List<Recognised> labels = Recogniser.learnable(turns(training));
        if (labels.isEmpty()) {
            return call -> forecasts(call, prior, prior);
        }
        List<Folds.Member> members = training.stream().map(example -> new Folds.Member(example.call().group(), example.converted())).toList();
        int[] split = Folds.split(members, 5, seed).orElseThrow();
        float[][] features = new float[split.length][];
        for (int fold = 0; fold < Folds.count(split); fold++) {
            int held = fold;
            Recogniser others = Recogniser.fit(
                    labels, turns(IntStream.range(0, split.length).filter(i -> split[i] != held).mapToObj(training::get).toList()), progress);
            IntStream.range(0, split.length).filter(i -> split[i] == held).forEach(i -> features[i] = features(others, training.get(i).call()));
        }
        double[] mean = IntStream.range(0, features[0].length)
                .mapToDouble(column -> Arrays.stream(features).mapToDouble(row -> row[column]).average().orElseThrow()).toArray();
        double[] deviation = IntStream.range(0, mean.length)
                .mapToDouble(column -> Math.sqrt(Arrays.stream(features).mapToDouble(row -> Math.pow(row[column] - mean[column], 2)).average().orElseThrow()))
                .toArray();
        float[][] rows = Arrays.stream(features).map(row -> standardised(row, mean, deviation)).toArray(float[][]::new);
        boolean[] converted = new boolean[split.length];
        double[] weight = new double[split.length];
        for (int i = 0; i < split.length; i++) {
            converted[i] = training.get(i).converted();
            weight[i] = training.get(i).weight();
        }
        LogisticRegression model = LogisticRegression.fit(new Rows.Dense(rows, mean.length), converted, weight, PENALTY);
        Recogniser all = Recogniser.fit(labels, turns(training), progress);
        return call -> {
            float[][] row = {standardised(features(all, call), mean, deviation)};
            return forecasts(call, prior, 1 / (1 + Math.exp(-model.raw(new Rows.Dense(row, mean.length), 0))));
        };
    }

    private static HeadForecasts forecasts(Call call, double prior, double finished) {
        double[] live = new double[call.turns().size()];
        Arrays.fill(live, prior);
        return new HeadForecasts(prior, Map.of(Standard.LIVE, live), Map.of(Standard.FINISHED, finished));
    }

    private List<LabelledTurn> turns(List<Example> examples) {
        return examples.stream()
                .flatMap(example -> example.labels().labelled(example.call(), turn -> embeddings.of(turn.text()).values()).stream())
                .toList();
    }

    private float[] features(Recogniser recogniser, Call call) {
        RunningActs acts = new RunningActs(recogniser);
        call.turns().forEach(turn -> acts.add(call.sideOf(turn), embeddings.of(turn.text()).values()));
        return acts.features();
    }

    private static float[] standardised(float[] row, double[] mean, double[] deviation) {
        float[] standardised = new float[row.length];
        for (int i = 0; i < row.length; i++) {
            standardised[i] = (float) ((row[i] - mean[i]) / Math.max(1e-6, deviation[i]));
        }
        return standardised;
    }
}
