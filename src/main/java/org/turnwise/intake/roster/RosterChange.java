package org.turnwise.intake.roster;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;

/**
 * A change of the roster as it was made.
 *
 * @param added   entries that came
 * @param removed entries that went
 * @param moved   the sides that followed
 * @param by      who made it
 */
public record RosterChange(List<String> added, List<String> removed, List<Moved> moved, String by, Instant at) {

    /** A participant of a call whose side followed. */
    public record Moved(CallId call, String participant, Side from, Side to) {}

    public RosterChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        moved = List.copyOf(moved);
    }

    public Set<CallId> calls() {
        Set<CallId> calls = new LinkedHashSet<>();
        moved.forEach(one -> calls.add(one.call()));
        return calls;
    }

    /** What undoes it. @param back the sides that go back */
    RosterChange undone(List<Moved> back, String whoever, Instant now) {
        return new RosterChange(removed, added, back, whoever, now);
    }
}
