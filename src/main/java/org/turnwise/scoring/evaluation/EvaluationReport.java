package org.turnwise.scoring.evaluation;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.turnwise.scoring.Head;

/**
 * What an evaluation found: plain numbers, to be shown, compared and kept with a scorer version.
 *
 * @param corpus         what it was measured on, as people call it
 * @param calls          how many were held out in turn
 * @param converted      how many of them did
 * @param customers      how many groups they belong to
 * @param leftOut        calls of the corpus that say neither yes nor no, or whose sides are not settled
 * @param results        by prefix, then head
 * @param martingale     see {@link Martingale}; of the live head; 1 is ideal
 * @param riskAtCoverage the live head's, pooled over 25, 50, 75 and 100 % of the turns; the three measures of risk only
 * @param comparisons    of the scorer's heads with what they stand beside, and with themselves without a part, on the same calls
 * @param curves         by head
 */
public record EvaluationReport(
        String corpus,
        int folds,
        long seed,
        int calls,
        int converted,
        int customers,
        int leftOut,
        List<Result> results,
        Figure martingale,
        Map<Measure, Figure> riskAtCoverage,
        List<Comparison> comparisons,
        List<Curves> curves) {

    static final Set<Measure> RISKS = EnumSet.of(Measure.RISK_20, Measure.RISK_50, Measure.RISK_80);

    /**
     * One head at one prefix.
     *
     * @param calls   how many were measured: those that are at least so long
     * @param figures of every measure
     * @param chance  the calibration error that exact forecasts would show on these calls, see {@link ChanceError}; NaN in reports from before it was kept
     */
    public record Result(Head head, Prefix prefix, int calls, Map<Measure, Figure> figures, Figure chance) {

        public Result {
            figures = Map.copyOf(figures);
            if (figures.size() != Measure.values().length) {
                throw new IllegalArgumentException("a result has every measure, not only " + figures.keySet());
            }
        }

        public Figure figure(Measure measure) {
            return Objects.requireNonNull(figures.get(measure));
        }
    }

    /** What a difference means. */
    public enum Verdict {
        /** Its interval lies on the good side of nought. */
        BETTER,
        WORSE,
        /** Its interval holds nought. */
        WITHIN_NOISE;

        static Verdict of(Measure measure, Figure difference) {
            if (difference.low() > 0) {
                return measure.higherIsBetter() ? BETTER : WORSE;
            }
            if (difference.high() < 0) {
                return measure.higherIsBetter() ? WORSE : BETTER;
            }
            return WITHIN_NOISE;
        }
    }

    /**
     * How much more a measure is of one head than of another, on the same calls.
     *
     * @param difference the head's figure less the other's
     */
    public record Comparison(Head head, Head against, Prefix prefix, Measure measure, Figure difference) {

        public Verdict verdict() {
            return Verdict.of(measure, difference);
        }
    }

    /**
     * What leaving out a part of a head changes, on the same calls.
     *
     * @param change the measure without the part less the measure with it
     */
    public record PartLeftOut(Head.Without without, Prefix prefix, Measure measure, Figure change) {

        /** Of leaving it out: if that is worse, the part helps. */
        public Verdict verdict() {
            return Verdict.of(measure, change);
        }
    }

    /** Pooled over 25, 50, 75 and 100 % of the turns; of a head that speaks of complete calls only, at 100 %. */
    public record Curves(Head head, List<Reliability.Bin> reliability, List<RiskCoverage.Point> risk) {

        public Curves {
            reliability = List.copyOf(reliability);
            risk = List.copyOf(risk);
        }
    }

    public EvaluationReport {
        results = List.copyOf(results);
        riskAtCoverage = new EnumMap<>(riskAtCoverage);
        if (!riskAtCoverage.keySet().equals(RISKS)) {
            throw new IllegalArgumentException("the risks are " + RISKS + ", not " + riskAtCoverage.keySet());
        }
        comparisons = List.copyOf(comparisons);
        curves = List.copyOf(curves);
    }

    /** Heads that say something, in order. */
    public List<Head> heads() {
        return curves.stream().map(Curves::head).toList();
    }

    /** What leaving out each part changes, where that was measured. */
    public List<PartLeftOut> ablation() {
        return comparisons.stream()
                .filter(comparison -> comparison.against() instanceof Head.Without)
                .map(comparison -> new PartLeftOut((Head.Without) comparison.against(), comparison.prefix(), comparison.measure(),
                        comparison.difference().negated()))
                .toList();
    }

    public Optional<Result> result(Head head, Prefix prefix) {
        return results.stream().filter(r -> r.head().equals(head) && r.prefix().equals(prefix)).findFirst();
    }
}
