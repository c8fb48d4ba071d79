package org.turnwise.reward;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What each outcome is worth.
 *
 * @param version   from 1; signals remember it
 * @param rewards   in [-1, 1]; outcomes that are not in it say nothing
 * @param dealShare how much the end of the deal counts beside what the call itself achieved, in [0, 1], where both are known
 */
public record RewardPolicy(int version, Map<OutcomeKind, Double> rewards, double dealShare) {

    private static final double HALF = 0.5;

    /** The deal's end and the call's own outcome count half and half. */
    public RewardPolicy(int version, Map<OutcomeKind, Double> rewards) {
        this(version, rewards, HALF);
    }

    public RewardPolicy {
        rewards = Map.copyOf(rewards);
        rewards.forEach((kind, reward) -> {
            if (!(reward >= -1 && reward <= 1)) {
                throw new IllegalArgumentException("the reward of " + kind + " lies in [-1, 1], not " + reward);
            }
        });
        if (!(dealShare >= 0 && dealShare <= 1)) {
            throw new IllegalArgumentException("the share of the deal lies in [0, 1], not " + dealShare);
        }
    }

    /** The same policy with another worth of an outcome; null says nothing. */
    public RewardPolicy with(OutcomeKind kind, @Nullable Double reward) {
        Map<OutcomeKind, Double> changed = new EnumMap<>(OutcomeKind.class);
        changed.putAll(rewards);
        if (reward == null) {
            changed.remove(kind);
        } else {
            changed.put(kind, reward);
        }
        return new RewardPolicy(version, changed, dealShare);
    }

    public OptionalDouble reward(OutcomeKind kind) {
        Double reward = rewards.get(kind);
        return reward == null ? OptionalDouble.empty() : OptionalDouble.of(reward);
    }

    /**
     * The policy a workspace starts with. Order matters more than the numbers: a vague next step is worth nothing although it looks like progress,
     * an honest disqualification is not punished, and calls in which nobody was sold to say nothing.
     */
    public static RewardPolicy standard() {
        Map<OutcomeKind, Double> rewards = new EnumMap<>(OutcomeKind.class);
        rewards.put(OutcomeKind.WON, 1.0);
        rewards.put(OutcomeKind.LOST, -1.0);
        rewards.put(OutcomeKind.NO_DECISION, -0.6);
        rewards.put(OutcomeKind.WON_ON_CALL, 1.0);
        rewards.put(OutcomeKind.VERBAL_COMMIT, 0.8);
        rewards.put(OutcomeKind.EXPANSION_AGREED, 0.9);
        rewards.put(OutcomeKind.RENEWED, 0.8);
        rewards.put(OutcomeKind.TRIAL_STARTED, 0.6);
        rewards.put(OutcomeKind.DEMO_BOOKED, 0.5);
        rewards.put(OutcomeKind.MEETING_BOOKED, 0.5);
        rewards.put(OutcomeKind.PROPOSAL_DATED, 0.45);
        rewards.put(OutcomeKind.REFERRED, 0.25);
        rewards.put(OutcomeKind.NEXT_STEP_VAGUE, 0.0);
        rewards.put(OutcomeKind.DISQUALIFIED_FAIR, 0.0);
        rewards.put(OutcomeKind.STALL, -0.2);
        rewards.put(OutcomeKind.PRICING_REJECTION, -0.4);
        rewards.put(OutcomeKind.NOT_INTERESTED, -0.6);
        rewards.put(OutcomeKind.LOST_COMPETITOR, -0.8);
        rewards.put(OutcomeKind.CHURNED, -1.0);
        rewards.put(OutcomeKind.DOWNGRADED, -0.5);
        return new RewardPolicy(1, rewards);
    }
}
