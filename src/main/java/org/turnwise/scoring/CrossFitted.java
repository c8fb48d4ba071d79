package org.turnwise.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.PlainMembers;

/**
 * What training leaves behind besides the scorer: for each fold heads that have seen none of its calls, to forecast them turn by turn as if they were new.
 * Immutable; any thread.
 */
final class CrossFitted {

    /**
     * What one fold's calls are forecast with.
     *
     * @param running  learned from the other folds, from members that saw neither fold
     * @param live     fitted on the held-out scores of the other folds
     * @param finished like {@code running}
     * @param complete like {@code live}
     * @param prior    of the other folds
     */
    record Heads(RunningHead.Reader running, RunningCalibration live, FinishedHead finished, Calibration complete, double prior) {}

    private final List<Sample> samples;
    private final MemberScores scores;
    private final List<Heads> heads;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param heads by fold */
    CrossFitted(List<Sample> samples, MemberScores scores, List<Heads> heads) {
        this.samples = samples;
        this.scores = scores;
        this.heads = List.copyOf(heads);
        for (int i = 0; i < samples.size(); i++) {
            places.put(samples.get(i).id(), i);
        }
    }

    int folds() {
        return heads.size();
    }

    boolean holds(Call call) {
        return places.containsKey(call.id().value());
    }

    /** The fold of a call that it {@link #holds}. */
    int fold(Call call) {
        return scores.split()[place(call)];
    }

    private int place(Call call) {
        return Objects.requireNonNull(places.get(call.id().value()), call.id().value());
    }

    /**
     * Forecasts a held-out call turn by turn.
     *
     * @param call     as it was when it was read to be learned from
     * @param followed what was said of it by what saw nothing of its fold
     */
    HeldOutCall of(Call call, Followed followed) {
        int place = place(call);
        Sample sample = samples.get(place);
        Heads fold = heads.get(scores.split()[place]);
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        double[] live = new double[call.turns().size()];
        for (Turn turn : call.turns()) {
            state.add(turn, sides.of(turn));
            double[] vector = FeatureCatalogue.standard().vector(state);
            live[turn.ordinal()] = fold.live.at(state.turns())
                    .probability(fold.running.raw(new Moment(state.turns(), vector, followed.members(turn.ordinal()))));
        }
        HeadForecasts forecasts = new HeadForecasts(
                fold.prior,
                Map.of(
                        Standard.LIVE, live,
                        Standard.TFIDF, followed.probabilities(PlainMembers.Of.WORDS),
                        Standard.EMBEDDING, followed.probabilities(PlainMembers.Of.MEANING)),
                Map.of(Standard.FINISHED, fold.complete.probability(fold.finished.raw(scores.of(place).finished()))));
        return new HeldOutCall(call.id(), sample.group(), sample.converted(), live.length, fold.prior, forecasts);
    }
}
