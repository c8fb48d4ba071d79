package org.turnwise.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.turnwise.call.CallId;

class BaselinesTest {

    private static Outcomes.Known known(String call, Double reward) {
        return new Outcomes.Known(new CallId(call), reward == null ? OutcomeKind.OPEN : OutcomeKind.WON, reward, 1, false, List.of());
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
    void aCallIsHeldAgainstTheOthersOfItsGroupAndFewSayLittle() {
        Map<CallId, Baselines.Relative> relative = Baselines.of(all("a1", 1.0, "a2", 1.0, "b1", -1.0, "b2", null), call -> call.value().substring(0, 1));
        Baselines.Relative first = relative.get(new CallId("a1"));
        assertEquals(1, first.others());
        assertEquals((1.0 + 5 * 0.0) / 6, first.baseline(), 1e-12, "the other one won; the mean of the two others is 0");
        assertEquals(5.0 / 6, first.relative(), 1e-12);
        assertEquals(1.0, relative.get(new CallId("b1")).baseline(), 1e-12, "alone in its group: against the mean of all others");
        assertTrue(!relative.containsKey(new CallId("b2")), "an open deal has no reward");
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
