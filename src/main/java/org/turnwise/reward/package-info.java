/**
 * What came of calls, and what that is worth: outcomes, the reward policy, and the append-only ledger of reward signals.
 *
 * <p>Decisions. An outcome is stored as what it was ({@link org.turnwise.reward.OutcomeKind}), the number is computed under a versioned policy.
 * Open deals are censored, never negative; calls in which nobody was sold to say nothing. A signal is never changed: a later one supersedes it.
 *
 * <p>Sees {@code call} and {@code annotation} (outcomes that analysts label become signals too).
 */
@NullMarked
package org.turnwise.reward;

import org.jspecify.annotations.NullMarked;
