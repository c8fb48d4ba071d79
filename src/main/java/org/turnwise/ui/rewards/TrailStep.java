package org.turnwise.ui.rewards;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;

/** One step on the way from a CRM's row to a call's reward and its turns. */
public sealed interface TrailStep {

    /**
     * The CRM's row.
     *
     * @param stage    of the deal on the day of the call, or null if its history isn't known
     * @param versions how often the deal was read with something new in it
     */
    record OfDeal(Deal deal, @Nullable String stage, int versions) implements TrailStep {}

    /** @param latest whether it is the one that holds */
    record OfMatch(Match match, boolean latest) implements TrailStep {}

    /** The deal says nothing of the call. */
    record LeftOut(String why) implements TrailStep {}

    /** @param supersededBy the signal that took its place, or null */
    record OfSignal(RewardSignal signal, State state, @Nullable Long supersededBy) implements TrailStep {
        public enum State {
            IN_FORCE,
            SUPERSEDED,
            WITHDRAWAL
        }
    }

    /**
     * What all of it comes to, beside what is usual.
     *
     * @param ofRep     null if nothing is worth anything, or the rep isn't known
     * @param ofSegment likewise
     */
    record OfReward(Outcomes.Known known, Baselines.@Nullable Relative ofRep, Baselines.@Nullable Relative ofSegment, int policyVersion) implements TrailStep {}

    /** How each turn changed the value of the call, by the active scorer. */
    record OfTurns(List<Double> changes) implements TrailStep {

        public OfTurns {
            changes = List.copyOf(changes);
        }
    }
}
