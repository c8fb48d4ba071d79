package org.turnwise.reward;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.call.CallId;

/** The append-only store of reward signals. Any thread; joins the caller's write if one is under way on this thread. */
public interface RewardLedger {

    /**
     * Stores signals in order, all or none, durably; returns them with their {@code seq} and what each supersedes filled in (the signal of the same call and
     * origin in force).
     */
    List<RewardSignal> append(List<RewardSignal> signals);

    /** All signals of a call, oldest first, superseded ones included, with what the rows they stand in said; everywhere else signals come without that. */
    List<RewardSignal> trail(CallId call);

    /** The signals in force: not superseded and not withdrawals. */
    Map<CallId, List<RewardSignal>> inForce();

    List<RewardSignal> inForce(CallId call);

    /** How many calls have a signal of origin DEAL in force that stands in this deal's row. */
    int callsOfDeal(String crmId);

    long size();

    /** The calls of signals with a greater number, which is how anything about a call's reward changes. */
    Set<CallId> callsAfter(long seq);

    /** The number of the last signal; 0 if there is none. */
    long last();
}
