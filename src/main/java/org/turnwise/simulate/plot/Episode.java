package org.turnwise.simulate.plot;

import java.util.List;

/**
 * An objection from when it is said until it is settled or dropped.
 *
 * @param severity    when it was raised
 * @param handleTurns the rep's turns that dealt with it
 * @param closeTurn   the turn in which the customer let go of it or gave up, or -1 if the call ended before
 */
public record Episode(Concern concern, double severity, int openTurn, List<Integer> handleTurns, int closeTurn, Result result) {

    /** What came of it. */
    public enum Result {
        RESOLVED,
        UNRESOLVED,
        /** The call ended while it was open. */
        DEFERRED
    }
}
