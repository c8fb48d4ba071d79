package org.turnwise.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.novelty.Novelty;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.scoring.recogniser.RunningActs;

/**
 * A trained scorer: members that read words, meaning and counts, a head for calls that go on, one for calls that are over, each calibrated on held-out calls,
 * with novelty beside them. Immutable; any thread. The same bytes give the same forecasts.
 */
public final class Scorer {

    /**
     * All of a scorer, as it is stored.
     *
     * @param catalogue     the {@link FeatureCatalogue#VERSION} it reads
     * @param vocabulary    the terms that members know
     * @param recogniser    of what turns do
     * @param live          calibration of the running head
     * @param complete      calibration of the finished head
     * @param prior         weighted share of training calls that converted
     * @param value         what calls are worth
     */
    record Parts(
            int catalogue,
            Vocabulary.Stored vocabulary,
            Recogniser recogniser,
            Members members,
            RunningHead running,
            RunningCalibration live,
            FinishedHead finished,
            Calibration complete,
            Novelty novelty,
            UsualRanges usual,
            double prior,
            ValueModel value)
            implements Serializable {}

    private final Parts parts;
    private final Vocabulary vocabulary;
    private final Novelty.Reader novelty;
    private final RunningHead.Reader running;
    private final ValueModel.Reader value;

    Scorer(Parts parts) {
        this.parts = parts;
        this.vocabulary = parts.vocabulary.open();
        this.novelty = parts.novelty.reader();
        this.running = parts.running.reader();
        this.value = parts.value.reader();
    }

    /** For {@link ScorerVersions}. */
    public byte[] write() {
        return ScorerFile.write(parts);
    }

    /** @throws ScorerFile.Unreadable if the bytes are not a scorer that this version of Turnwise wrote */
    public static Scorer read(byte[] bytes) {
        return new Scorer(ScorerFile.read(bytes));
    }

    /** What it hears calls with. */
    Trainer.Base base() {
        return new Trainer.Base(parts.vocabulary, parts.recogniser, parts.members, parts.novelty.meaning());
    }

    /** Share of training calls that converted. */
    public double prior() {
        return parts.prior;
    }

    /** What was usual of the calls it was trained on. */
    public UsualRanges usual() {
        return parts.usual;
    }

    /** A forecast after every turn, in one pass, and one of the finished call. */
    public CallForecast forecast(Call call, int version, Embeddings embeddings) {
        Following following = follow(call.timing(), embeddings);
        Sample.Sides sides = new Sample.Sides(call);
        List<Forecast> turns = new ArrayList<>(call.turns().size());
        for (Turn turn : call.turns()) {
            turns.add(following.add(turn, sides.of(turn)));
        }
        return new CallForecast(call.id(), version, parts.prior, turns, following.finished());
    }

    /**
     * Why the forecast after a turn is what it is. Reads the call up to that turn and no further.
     *
     * @param turn its ordinal
     */
    public Explanation explain(Call call, int turn, Embeddings embeddings) {
        Following following = follow(call.timing(), embeddings);
        Sample.Sides sides = new Sample.Sides(call);
        Moment moment = null;
        for (Turn each : call.turns().subList(0, turn + 1)) {
            moment = following.hear(each, sides.of(each));
        }
        Moment last = Objects.requireNonNull(moment);
        return new Explainer(parts, vocabulary, following.heard, last.vector(), Recognition.readings(following.acts)).running(last);
    }

    /** Why the forecast of the finished call is what it is. */
    public Explanation explainFinished(Call call, Embeddings embeddings) {
        Following following = follow(call.timing(), embeddings);
        Sample.Sides sides = new Sample.Sides(call);
        call.turns().forEach(turn -> following.hear(turn, sides.of(turn)));
        double[] vector = FeatureCatalogue.standard().vector(following.state);
        double[] acts = Recognition.readings(following.acts);
        return new Explainer(parts, vocabulary, following.heard, vector, acts).finished(parts.members.finished(following.heard, vector, acts));
    }

    /** Begins to follow a call that goes on. */
    public Following follow(TimingClass timing, Embeddings embeddings) {
        return new Following(timing, embeddings);
    }

    /** A call being followed turn by turn; a turn costs the same however many went before. One thread. */
    public final class Following {
        private final Embeddings embeddings;
        private final TurnState state;
        private final RunningActs acts = new RunningActs(parts.recogniser);
        private final Members.Running members = parts.members.running();
        private final Novelty.Running unlike = novelty.running();
        private final List<HeardTurn> heard = new ArrayList<>();
        private double before = valueBeforeFirst();

        private Following(TimingClass timing, Embeddings embeddings) {
            this.state = new TurnState(timing);
            this.embeddings = embeddings;
        }

        /** Takes in the next turn and says what is to be expected now. */
        public Forecast add(Turn turn, Side side) {
            Moment moment = hear(turn, side);
            double raw = running.raw(moment);
            Calibration live = parts.live.at(moment.turns());
            double p = live.probability(raw);
            double[] band = live.band(raw);
            double worth = value.at(moment, p);
            double advantage = worth - before;
            before = worth;
            return new Forecast(turn.ordinal(), p, band[0], band[1], Math.abs(2 * p - 1), unlike.of(moment.vector()), worth, advantage);
        }

        /** Takes in the next turn, and forecasts nothing. */
        Moment hear(Turn turn, Side side) {
            HeardTurn now = vocabulary.hear(side, turn.text(), embeddings.of(turn.text()));
            heard.add(now);
            state.add(turn, side);
            float[] meaning = now.direction();
            acts.add(side, meaning);
            unlike.add(side, meaning);
            members.add(now);
            double[] vector = FeatureCatalogue.standard().vector(state);
            return new Moment(state.turns(), vector, members.raw(vector, Recognition.readings(acts)));
        }

        /** What is to be expected if the call is over now. Reads the whole call. */
        public FinishedForecast finished() {
            double raw = parts.finished.raw(finishedMembers());
            double[] band = parts.complete.band(raw);
            return new FinishedForecast(parts.complete.probability(raw), band[0], band[1]);
        }

        /** What members say if the call is over now, by {@link Members.OfFinished}. */
        double[] finishedMembers() {
            return parts.members.finished(heard, FeatureCatalogue.standard().vector(state), Recognition.readings(acts));
        }
    }

    /** What a call is worth before anything is said. */
    public double valueBeforeFirst() {
        return parts.value.before(parts.prior);
    }

}
