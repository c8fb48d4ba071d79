package org.turnwise.reward;

import java.time.Instant;
import java.util.List;

/** The reward policies of a workspace, one after another: the latest holds. None is ever changed or removed. Any thread. */
public interface RewardPolicies {

    /** A policy, who made it active and when. */
    record Adopted(RewardPolicy policy, String by, Instant at) {}

    /** The latest; {@link RewardPolicy#standard()} while nobody made another. */
    RewardPolicy active();

    /** Every policy that was made active, oldest first; the standard one is not among them. */
    List<Adopted> history();

    /**
     * Makes a policy the active one; its version is the next number, whatever the draft says. Durable when it returns. Then have
     * {@link Outcomes#followPolicy} say anew what is worth something else under it.
     */
    RewardPolicy adopt(RewardPolicy draft, String by, Instant at);
}
