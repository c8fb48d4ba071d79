package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.PlainMembers;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;
import org.turnwise.task.Progress;

/**
 * What training leaves behind besides the scorer: for each fold a pipeline that has seen none of its calls, to forecast them turn by turn as if they were new.
 * Immutable; any thread.
 */
final class CrossFitted {

    /**
     * What one fold's calls are forecast with.
     *
     * @param recogniser learned without the fold
     * @param members    trained without the fold
     * @param running  learned from the other folds, from members that saw neither fold
     * @param live     fitted on the held-out scores of the other folds
     * @param finished like {@code running}
     * @param complete like {@code live}
     * @param prior    of the other folds
     */
    record Pipeline(
            Recogniser recogniser, Members members, RunningHead running, RunningCalibration live, FinishedHead finished, Calibration complete, double prior) {}

    private final Vocabulary vocabulary;
    private final List<Sample> samples;
    private final int[] split;
    private final List<Pipeline> pipelines;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param pipelines by fold */
    CrossFitted(Snapshot snapshot, int[] split, List<Pipeline> pipelines) {
        this.vocabulary = snapshot.vocabulary();
        this.samples = snapshot.samples();
        this.split = split;
        this.pipelines = List.copyOf(pipelines);
        for (int i = 0; i < samples.size(); i++) {
            places.put(samples.get(i).id(), i);
        }
    }

    int folds() {
        return pipelines.size();
    }

    /** Fits what the scorer stands beside on the same folds. */
    Beside besideBaselines(Progress progress) {
        progress.report(0, "Fitting what to compare with");
        List<PlainMembers> plain = IntStream.range(0, folds()).parallel()
                .mapToObj(fold -> {
                    progress.checkCancelled();
                    List<HeardCall> others = IntStream.range(0, split.length).filter(i -> split[i] != fold).mapToObj(i -> samples.get(i).heard()).toList();
                    return PlainMembers.fit(others, vocabulary);
                })
                .toList();
        progress.checkCancelled();
        return new Beside(vocabulary.closed(), plain);
    }

    /** Forecasts held-out calls, each by its fold's pipeline and by the baselines of the same fold. Any thread. */
    final class Beside {
        private final Vocabulary known;
        private final List<PlainMembers> plain;

        private Beside(Vocabulary known, List<PlainMembers> plain) {
            this.known = known;
            this.plain = plain;
        }

        boolean holds(Call call) {
            return places.containsKey(call.id().value());
        }

        /** @param call as it was when the snapshot was taken */
        HeldOutCall of(Call call, Embeddings embeddings) {
            int place = Objects.requireNonNull(places.get(call.id().value()), call.id().value());
            Sample sample = samples.get(place);
            Pipeline pipeline = pipelines.get(split[place]);
            Map<String, Embedding> meanings = embeddings.of(call.turns().stream().map(Turn::text).toList(), Progress.silent());
            Sample.Sides sides = new Sample.Sides(call);
            TurnState state = new TurnState(call.timing());
            RunningActs acts = new RunningActs(pipeline.recogniser);
            Members.Running members = pipeline.members.running();
            List<HeardTurn> heard = new ArrayList<>();
            double[] live = new double[call.turns().size()];
            for (Turn turn : call.turns()) {
                HeardTurn now = known.hear(sides.of(turn), turn.text(), meanings.getOrDefault(turn.text(), Embedding.NONE));
                heard.add(now);
                state.add(turn, sides.of(turn));
                acts.add(sides.of(turn), now.meaning().values());
                members.add(now);
                double[] vector = FeatureCatalogue.standard().vector(state);
                live[turn.ordinal()] = pipeline.live.at(state.turns()).probability(pipeline.running.raw(new Moment(state.turns(), vector, members.raw(vector, Recognition.readings(acts)))));
            }
            double raw = pipeline.finished.raw(pipeline.members.finished(heard, FeatureCatalogue.standard().vector(state), Recognition.readings(acts)));
            List<double[]> said = plain.get(split[place]).follow(heard);
            HeadForecasts forecasts = new HeadForecasts(
                    pipeline.prior,
                    Map.of(Standard.LIVE, live, Standard.TFIDF, probabilities(said, 0), Standard.EMBEDDING, probabilities(said, 1)),
                    Map.of(Standard.FINISHED, pipeline.complete.probability(raw)));
            return new HeldOutCall(call.id(), sample.group(), sample.converted(), live.length, pipeline.prior, forecasts);
        }

        private static double[] probabilities(List<double[]> raw, int which) {
            return raw.stream().mapToDouble(each -> Calibration.sigmoid(each[which])).toArray();
        }
    }
}
