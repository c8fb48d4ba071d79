package org.turnwise.simulate.plot;

/** What a customer does in a turn. Except for {@link #OBJECT}, which goes by its {@link Concern}, names are the label ids of the scheme sales-core. */
public enum CustomerAct {
    CHITCHAT,
    P_CONTEXT,
    P_PAIN,
    P_GOAL,
    P_METRIC,
    P_QUESTION,
    P_BUY,
    P_AUTH,
    P_PROC,
    P_BUDGET,
    P_COMMIT,
    P_COMMIT_WEAK,
    P_STALL,
    P_DECLINE,
    P_RESOLVED,
    OBJECT,
    SMALL_BACKCHANNEL,
    /** Picks up for somebody else and puts the call through. */
    LOGISTICS
}
