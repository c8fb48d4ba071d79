package org.turnwise.queue;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.OutcomeKind;

/**
 * What a strategy may know of a call.
 *
 * @param forecast null without an active scorer or while sides are not settled
 * @param outcome  null while nothing is known
 */
record Case(CallSummary call, @Nullable Outlook forecast, @Nullable OutcomeKind outcome) {}
