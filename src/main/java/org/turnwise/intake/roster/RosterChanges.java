package org.turnwise.intake.roster;

import java.util.List;
import java.util.Optional;

/** The changes of the roster, append-only. Any thread. */
public interface RosterChanges {

    void append(RosterChange change);

    /** @param undoing what undoes the change that {@link #standing()} names */
    void appendUndoing(RosterChange undoing);

    /** The latest that was not taken back, which is not one that takes another back either. */
    Optional<RosterChange> standing();

    /** All of them in the order they were made, those among them that take another back. */
    List<RosterChange> history();
}
