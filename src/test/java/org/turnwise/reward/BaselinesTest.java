package org.turnwise.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnwise.call.CallId;

class BaselinesTest {

    private static Outcomes.Known known(String call, Double reward) {
        return new Outcomes.Known(new CallId(call), reward == null ? OutcomeKind.OPEN : OutcomeKind.WON, reward, List.of(), 1, false, List.of());
    }

    private static Map<CallId, Outcomes.Known> all(Object... callsAndRewards) {
        Map<CallId, Outcomes.Known> all = new HashMap<>();
        for (int i = 0; i < callsAndRewards.length; i += 2) {
            Outcomes.Known known = known((String) callsAndRewards[i], (Double) callsAndRewards[i + 1]);
            all.put(known.call(), known);
        }
        return all;
    }

    @Test
    void aCallIsHeldAgainstTheOthersOfItsGroupDrawnTowardsAll() {
        Map<CallId, Baselines.Relative> relative =
                Baselines.of(all("a1", 1.0, "a2", 1.0, "a3", 1.0, "a4", 0.0, "b1", -1.0, "b2", null), call -> call.value().substring(0, 1));
        Baselines.Relative first = relative.get(new CallId("a1"));
        assertEquals(3, first.others());
        assertFalse(first.ofAll());
        assertEquals((1.0 + 1.0 + 0.0 + 5 * (1.0 + 1.0 + 0.0 - 1.0) / 4) / 8, first.baseline(), 1e-12,
                "three others that sum to 2, and five times the mean of the four others");
        assertTrue(!relative.containsKey(new CallId("b2")), "an open deal has no reward");
    }

    @Test
    void aGroupOfFewSaysNothingOfWhatIsUsual() {
        Map<CallId, Baselines.Relative> relative = Baselines.of(all("a1", 1.0, "a2", 1.0, "b1", -1.0, "c1", -1.0), call -> call.value().substring(0, 1));
        assertTrue(relative.get(new CallId("a1")).ofAll());
        assertEquals((1.0 - 1.0 - 1.0) / 3, relative.get(new CallId("a1")).baseline(), 1e-12, "the mean of all others");
    }

    @Test
    void theCallsOfItsOwnDealAreNoOthers() {
        Map<CallId, Outcomes.Known> known = new HashMap<>(all("a1", -1.0, "a2", -1.0, "a3", -1.0));
        for (String call : List.of("a4", "a5", "a6")) {
            RewardSignal signal = new RewardSignal(
                    1, new CallId(call), OutcomeKind.WON, 1.0, 1, RewardSignal.Origin.DEAL, 1, "d.csv:2", Instant.EPOCH, null, new SourceRow("d.csv", 2, "D1"));
            known.put(new CallId(call), new Outcomes.Known(new CallId(call), OutcomeKind.WON, 1.0, List.of(), 1, false, List.of(signal)));
        }
        Baselines.Relative relative = Baselines.of(known, call -> "all").get(new CallId("a4"));
        assertEquals(3, relative.others());
        assertEquals(-1, relative.baseline(), 1e-12, "not held against its own success");
    }

    @Test
    void aGroupWhereAllAreEqualHasNobodyAboveTheUsual() {
        Map<CallId, Baselines.Relative> relative = Baselines.of(all("a1", 0.5, "a2", 0.5, "a3", 0.5), call -> "a");
        relative.values().forEach(one -> assertEquals(0, one.relative(), 1e-12));
    }

    @Test
    void aPreviewCountsCallsAndRepsThatMove() {
        Map<CallId, Outcomes.Known> before = all("a1", -0.2, "a2", 1.0, "b1", 1.0, "c1", null);
        Map<CallId, Outcomes.Known> after = all("a1", -0.4, "a2", 1.0, "b1", 1.0, "c1", null);
        PolicyPreview preview = PolicyPreview.of(before, after, call -> call.value().substring(0, 1));
        assertEquals(1, preview.changed());
        assertEquals(1, preview.repsMoved());
        assertEquals(0.6, preview.meanBefore(), 1e-12);
        assertEquals(1.6 / 3, preview.meanAfter(), 1e-12);
    }
}
