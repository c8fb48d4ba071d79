/**
 * What came of calls, and what that is worth: outcomes, the reward policy, and the append-only ledger of reward signals.
 *
 * <p>Decisions. An outcome is stored as what it was ({@link org.turnwise.reward.OutcomeKind}), the number is computed under a versioned policy.
 * Open deals are censored, never negative; calls in which nobody was sold to say nothing. A signal is never changed: a later one supersedes it.
 * What a reviewer corrects is a source of its own, before all others: it takes the place of what was said of the call, and of its deal where it says how that
 * ended, so that training follows it with full weight; undone, what it took the place of holds again. What became of the deal stays a fact of its own.
 *
 * <p>Sees {@code call} and {@code annotation} (outcomes that analysts label become signals too).
 */
@NullMarked
package org.turnwise.reward;

import org.jspecify.annotations.NullMarked;
