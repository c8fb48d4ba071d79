package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.task.Progress;

class PairedVersionsTest {

    /** Calls of which half converted, two a customer, forecast at {@code sure} on the right side of ½ but for noise of which all versions share the larger part. */
    private static VersionEvaluation version(int from, int to, double sure, long seed) {
        SplittableRandom own = new SplittableRandom(seed);
        List<HeldOutCall> calls = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean converted = i % 4 < 2;
            double hard = new SplittableRandom(i).nextGaussian();
            double[] live = new double[3 + i % 10];
            for (int turn = 0; turn < live.length; turn++) {
                live[turn] = 1 / (1 + Math.exp(-((converted ? sure : -sure) + 1.5 * hard + .1 * own.nextGaussian())));
            }
            HeadForecasts said = new HeadForecasts(.5, Map.of(Standard.LIVE, live), Map.of(Standard.FINISHED, live[live.length - 1]));
            calls.add(new HeldOutCall(new CallId("call " + i), "customer " + i / 2, converted, live.length, .5, said));
        }
        return VersionEvaluation.read(VersionEvaluation.assess(calls, 7, 5, 0, Progress.silent()));
    }

    @Test
    void whatIsKeptReadsBackEqual() {
        VersionEvaluation version = version(0, 60, 1, 1);
        assertEquals(version, VersionEvaluation.read(version.json()));
        assertEquals(60, version.calls().size());
        assertEquals(7, version.report().leftOut());
        assertThrows(IllegalArgumentException.class, () -> VersionEvaluation.read("{\"calls\":[]}"));
        assertThrows(IllegalArgumentException.class, () -> VersionEvaluation.read("no"));
    }

    @Test
    void aVersionIsNoBetterThanItself() {
        VersionEvaluation version = version(0, 80, 1, 1);
        PairedVersions paired = PairedVersions.of(version, version).orElseThrow();
        assertEquals(new Figure(0, 0, 0), paired.live().difference());
        assertEquals(Verdict.WITHIN_NOISE, paired.finished().verdict());
    }

    @Test
    void tellsMoreOfTheSameCallsThanIntervalsOfEachWould() {
        VersionEvaluation better = version(0, 200, 1.3, 1);
        VersionEvaluation worse = version(0, 200, 1, 2);
        PairedVersions paired = PairedVersions.of(better, worse).orElseThrow();
        assertEquals(Verdict.BETTER, paired.live().verdict());
        assertEquals(Verdict.BETTER, paired.finished().verdict());
        assertEquals(Verdict.WORSE, PairedVersions.of(worse, better).orElseThrow().live().verdict());
        Figure one = better.report().result(Standard.FINISHED, Prefix.WHOLE).orElseThrow().figure(Measure.BRIER);
        Figure other = worse.report().result(Standard.FINISHED, Prefix.WHOLE).orElseThrow().figure(Measure.BRIER);
        assertTrue(one.high() > other.low(), "unpaired, the intervals overlap: " + one + ", " + other);
        assertEquals(one.value() - other.value(), paired.finished().difference().value(), 1e-12);
    }

    @Test
    void comparesOnlyWhatBothHeldOut() {
        VersionEvaluation early = version(0, 100, 1, 1);
        VersionEvaluation late = version(40, 160, 1, 2);
        PairedVersions paired = PairedVersions.of(late, early).orElseThrow();
        assertEquals(60, paired.calls());
        assertEquals(30, paired.customers());
        List<VersionEvaluation.Held> common = late.calls().stream()
                .filter(call -> early.calls().stream().anyMatch(other -> other.call().equals(call.call())))
                .toList();
        double brier = common.stream().mapToDouble(call -> Math.pow(call.finished() - (call.converted() ? 1 : 0), 2)).average().orElseThrow();
        assertEquals(brier, paired.finished().now(), 1e-12);
        assertTrue(paired.at(new Prefix.Turns(8), Measure.AUC).isPresent());
        assertFalse(paired.at(new Prefix.Turns(16), Measure.BRIER).isPresent(), "no call is so long");
        assertEquals(Optional.empty(), PairedVersions.of(version(0, 60, 1, 1), version(50, 120, 1, 1)), "five customers tell no interval");
        assertEquals(Optional.empty(), PairedVersions.of(version(0, 60, 1, 1), version(60, 120, 1, 1)));
    }
}
