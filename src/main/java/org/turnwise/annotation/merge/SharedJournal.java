package org.turnwise.annotation.merge;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.turnwise.call.CallId;

/** The journal as a part of a greater one, shared with other workspaces. Any thread. */
public interface SharedJournal {

    /** This workspace, as others know it. */
    UUID origin();

    /** Everything known, in the order of replay. */
    List<Entry> entries();

    /**
     * Takes in edits of other workspaces: those not yet known are stored and what stands is made to follow, in one write, with {@code alongside} called in
     * it with the calls they touch. Edits that are known stay as they are.
     *
     * <p>If they hold edits of this very workspace that it does not know, it is a copy of another one, and takes a name of its own for what it does
     * from now on.
     *
     * @param entries together with what is known, complete: every edit that one of them knew of
     * @return how many were new
     * @throws Differs if an edit of the same id is known and says something else; nothing is stored
     */
    int absorb(List<Entry> entries, Consumer<Set<CallId>> alongside);

    /** Of all calls, those settled too; by call and in the order in which they arose. */
    List<Conflict> conflicts();

    /** Two edits that should be one are not. */
    final class Differs extends RuntimeException {
        public Differs(String message) {
            super(message);
        }
    }
}
