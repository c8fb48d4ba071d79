package org.turnwise.reward;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * Rewards against what is usual where they were earned: a call against the other calls of its rep, or of its segment, so that a hard segment or a strong rep
 * doesn't make every call look bad or good.
 *
 * <p>The baseline of a call is (sum of the rewards of the group's other calls + {@value #STRENGTH} × mean of all) / (their number + {@value #STRENGTH}): the call itself is
 * left out, and a group of few is drawn towards the mean of all (an empirical Bayes mean with a fixed prior weight).
 */
public final class Baselines {

    /**
     * @param reward   raw, in [-1, 1]
     * @param group    whose usual reward it is held against
     * @param others   other calls of the group that have a reward
     * @param baseline in [-1, 1]
     */
    public record Relative(double reward, String group, int others, double baseline) {

        /** What it is above the usual, in [-2, 2]. */
        public double relative() {
            return reward - baseline;
        }
    }

    private static final int STRENGTH = 5;

    private Baselines() {}

    /** @param group of a call; null leaves the call out */
    public static Map<CallId, Relative> of(Map<CallId, Outcomes.Known> known, Function<CallId, @Nullable String> group) {
        Map<String, double[]> groups = new HashMap<>();
        double sum = 0;
        int count = 0;
        for (Map.Entry<CallId, Outcomes.Known> entry : known.entrySet()) {
            Double reward = entry.getValue().reward();
            String name = group.apply(entry.getKey());
            if (reward != null && name != null) {
                double[] sumAndCount = groups.computeIfAbsent(name, n -> new double[2]);
                sumAndCount[0] += reward;
                sumAndCount[1]++;
                sum += reward;
                count++;
            }
        }
        Map<CallId, Relative> relative = new HashMap<>();
        for (Map.Entry<CallId, Outcomes.Known> entry : known.entrySet()) {
            Double reward = entry.getValue().reward();
            String name = group.apply(entry.getKey());
            double[] own = name == null ? null : groups.get(name);
            if (reward != null && name != null && own != null) {
                double usual = count > 1 ? (sum - reward) / (count - 1) : 0;
                double baseline = (own[0] - reward + STRENGTH * usual) / (own[1] - 1 + STRENGTH);
                relative.put(entry.getKey(), new Relative(reward, name, (int) own[1] - 1, baseline));
            }
        }
        return relative;
    }
}
