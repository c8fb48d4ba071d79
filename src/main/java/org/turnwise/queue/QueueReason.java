package org.turnwise.queue;

/** Why a call is worth a person's time. */
public enum QueueReason {
    /** The scorer can't tell. */
    BORDERLINE,
    /** Unlike the other calls. */
    ANOMALOUS,
    /** Lost or stalled, though the forecast was good. */
    FAILURE,
    /** Won, though the forecast was bad. */
    WIN,
    /** Two readings of it differ. */
    DISAGREEMENT,
    /** Read before; its labels are in doubt. */
    RECHECK,
    /** Drawn by lot, so that rates over all calls can be known. */
    RANDOM
}
