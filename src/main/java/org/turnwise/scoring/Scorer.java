package org.turnwise.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;
import smile.classification.GradientTreeBoost;

/**
 * A trained scorer: boosted trees over turn-state features, calibrated on held-out calls, with an isolation forest beside them. Immutable; any thread.
 * The same bytes give the same forecasts.
 *
 * <p>Text members join the trees' inputs with the scoring issue: their logits become further entries of the catalogue's vector.
 */
public final class Scorer {

    /**
     * All of a scorer, as it is stored.
     *
     * @param catalogue     the {@link FeatureCatalogue#VERSION} it reads
     * @param prior         weighted share of training calls that converted
     * @param rewardIfYes   mean reward of those that did, in [-1, 1]
     * @param rewardIfNo    mean reward of those that did not
     */
    record Parts(
            int catalogue,
            GradientTreeBoost trees,
            Calibration calibration,
            Novelty novelty,
            UsualRanges usual,
            double prior,
            double rewardIfYes,
            double rewardIfNo)
            implements Serializable {}

    private final Parts parts;

    Scorer(Parts parts) {
        this.parts = parts;
    }

    /** For {@link ScorerVersions}. */
    public byte[] write() {
        return ScorerFile.write(parts);
    }

    /** @throws ScorerFile.Unreadable if the bytes are not a scorer that this version of Turnwise wrote */
    public static Scorer read(byte[] bytes) {
        return new Scorer(ScorerFile.read(bytes));
    }

    /** Share of training calls that converted. */
    public double prior() {
        return parts.prior;
    }

    /** What was usual of the calls it was trained on. */
    public UsualRanges usual() {
        return parts.usual;
    }

    /** A forecast after every turn, in one pass. */
    public CallForecast forecast(Call call, int version) {
        Sample.Sides sides = new Sample.Sides(call);
        TurnState state = new TurnState(call.timing());
        List<Forecast> turns = new ArrayList<>(call.turns().size());
        double before = value(parts.prior);
        for (Turn turn : call.turns()) {
            state.add(turn, sides.of(turn));
            Forecast forecast = forecast(state, turn.ordinal(), before);
            before = forecast.value();
            turns.add(forecast);
        }
        return new CallForecast(call.id(), version, parts.prior, turns);
    }

    /**
     * The forecast at a state, for calls that are still going on.
     *
     * @param before the value at the turn before; {@link #valueBeforeFirst()} at the first
     */
    public Forecast forecast(TurnState state, int ordinal, double before) {
        double[] vector = FeatureCatalogue.standard().vector(state);
        double raw = Boosting.raw(parts.trees, vector);
        double p = parts.calibration.probability(raw);
        double[] band = parts.calibration.band(raw);
        double novelty = parts.novelty.of(vector);
        double value = value(p);
        return new Forecast(ordinal, p, band[0], band[1], Math.abs(2 * p - 1), novelty, value, value - before);
    }

    /** What a call is worth before anything is said. */
    public double valueBeforeFirst() {
        return value(parts.prior);
    }

    /** Expected reward; the value model of the scoring issue takes its place. */
    private double value(double p) {
        return Math.clamp(p * parts.rewardIfYes + (1 - p) * parts.rewardIfNo, -1, 1);
    }
}
