package org.turnwise.simulate;

import org.turnwise.simulate.plot.Rep;

/** What can be wrong with a call as a whole. */
public enum Anomaly {
    /** Rep and customer have each other's lines. */
    SWAPPED_SPEAKERS,
    /** From some turn on, in another language. */
    WRONG_LANGUAGE,
    /** Breaks off in the middle of a turn. */
    TRUNCATED,
    /** Another call follows in the same file. */
    GLUED,
    /** One turn goes on and on. */
    MONOLOGUE,
    /** A stretch that has nothing to do with the sale. */
    OFF_TOPIC,
    /** The customer insults the rep. */
    ABUSIVE
}
