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
 * <p>The baseline of a call is (sum of the rewards of the group's others + {@value #STRENGTH} × mean of all others) / (their number + {@value #STRENGTH}): an
 * empirical Bayes mean with a fixed prior weight, which draws a group of few towards the mean of all. Others are calls of other deals: the call itself would be
 * held against itself, and the calls of its deal share its reward. With fewer than {@value #FEWEST} others the group says nothing, and the baseline is the mean
 * of all others.
 */
public final class Baselines {

    /**
     * @param reward   raw, in [-1, 1]
     * @param group    whose usual reward it would be held against
     * @param others   other calls of the group that have a reward, those of its deal left out
     * @param baseline in [-1, 1]
     */
    public record Relative(double reward, String group, int others, double baseline) {

        /** What it is above the usual, in [-2, 2]. */
        public double relative() {
            return reward - baseline;
        }

        /** Whether the group has too few others to say what is usual in it, so that the baseline is that of all calls. */
        public boolean ofAll() {
            return others < FEWEST;
        }
    }

    /** Fewer than so many say nothing of a group. */
    public static final int FEWEST = 3;

    private static final int STRENGTH = 5;

    private static final class Sum {
        private double rewards;
        private int calls;

        void add(double reward) {
            rewards += reward;
            calls++;
        }
    }

    private record InDeal(String group, String deal) {}

    private Baselines() {}

    /** @param group of a call; null leaves the call out */
    public static Map<CallId, Relative> of(Map<CallId, Outcomes.Known> known, Function<CallId, @Nullable String> group) {
        Sum all = new Sum();
        Map<String, Sum> groups = new HashMap<>();
        Map<String, Sum> deals = new HashMap<>();
        Map<InDeal, Sum> both = new HashMap<>();
        known.forEach((call, outcome) -> {
            Double reward = outcome.reward();
            String name = group.apply(call);
            if (reward != null && name != null) {
                all.add(reward);
                groups.computeIfAbsent(name, key -> new Sum()).add(reward);
                deals.computeIfAbsent(deal(outcome), key -> new Sum()).add(reward);
                both.computeIfAbsent(new InDeal(name, deal(outcome)), key -> new Sum()).add(reward);
            }
        });
        Map<CallId, Relative> relative = new HashMap<>();
        known.forEach((call, outcome) -> {
            Double reward = outcome.reward();
            String name = group.apply(call);
            if (reward != null && name != null) {
                Sum own = groups.getOrDefault(name, new Sum());
                Sum ofDeal = deals.getOrDefault(deal(outcome), new Sum());
                Sum ofBoth = both.getOrDefault(new InDeal(name, deal(outcome)), new Sum());
                int others = own.calls - ofBoth.calls;
                double usual = all.calls > ofDeal.calls ? (all.rewards - ofDeal.rewards) / (all.calls - ofDeal.calls) : 0;
                double baseline = others < FEWEST ? usual : (own.rewards - ofBoth.rewards + STRENGTH * usual) / (others + STRENGTH);
                relative.put(call, new Relative(reward, name, others, Math.clamp(baseline, -1, 1)));
            }
        });
        return relative;
    }

    /** The deal whose end is in the reward; a call without one is a deal of its own. */
    private static String deal(Outcomes.Known outcome) {
        return outcome.signals().stream()
                .filter(signal -> signal.origin() == RewardSignal.Origin.DEAL)
                .map(RewardSignal::row)
                .filter(row -> row != null && row.crmId() != null)
                .map(row -> "deal " + row.crmId())
                .findFirst()
                .orElseGet(() -> "call " + outcome.call().value());
    }
}
