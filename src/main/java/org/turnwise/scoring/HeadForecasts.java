package org.turnwise.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.turnwise.scoring.Head.Standard;

/**
 * What heads say of one call that none of them has learned from. The prior is not among them: whoever measures knows it from the training calls.
 *
 * @param before   the live head's probability before the first word
 * @param running  by head, its probability after each turn
 * @param finished by head that speaks of complete calls only, its probability at the end
 */
public record HeadForecasts(double before, Map<Head, double[]> running, Map<Head, Double> finished) {

    public HeadForecasts {
        running = new LinkedHashMap<>(running);
        finished = new LinkedHashMap<>(finished);
        check(before);
        running.values().forEach(probabilities -> {
            for (double p : probabilities) {
                check(p);
            }
        });
        finished.values().forEach(HeadForecasts::check);
        if (!running.containsKey(Standard.LIVE) || running.containsKey(Standard.PRIOR) || finished.keySet().stream().anyMatch(running::containsKey)) {
            throw new IllegalArgumentException("the live head says something, the prior does not, and none does so twice: "
                    + running.keySet() + ", " + finished.keySet());
        }
    }

    private static void check(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability lies in [0, 1], not " + p);
        }
    }
}
