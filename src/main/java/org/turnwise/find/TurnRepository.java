package org.turnwise.find;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;

/**
 * What finding reads of a workspace. Every call has a number, greater than those of all calls imported before it, which never changes. Any thread.
 */
public interface TurnRepository {

    /** A call under its number. */
    record Numbered(int number, Call call) {}

    /**
     * Where a turn stands, or a call as a whole.
     *
     * @param ordinal {@value #WHOLE_CALL} for the call
     */
    record Place(int number, int ordinal) {}

    int WHOLE_CALL = -1;

    /** The number of the last call; 0 if there is none. */
    int last();

    /** How many calls have this number or a smaller one. */
    int countUpTo(int number);

    /** Calls with a greater number, in its order, one after another, so that few need be in memory. */
    void after(int number, Consumer<Numbered> visitor);

    /** The ids of calls with a greater number than this. */
    Map<CallId, Integer> numbersAfter(int number);

    /** These calls, each with those of its turns that lie at most one away from a place that is asked for. */
    Map<Integer, Excerpt> excerpts(Collection<Place> places);

    /** Changes whenever an edit is written. */
    long edits();

    /**
     * Where a label stands now that is one of these (any, if none is named) and was set by one of these (by anybody on a first reading, if none is named).
     */
    List<Place> labeled(Set<String> labels, Set<String> annotators);

    /** Everybody who set a label that stands now, in order of name. */
    List<String> annotators();

    /** Changes whenever a side is settled or corrected. */
    long sideAssignments();

    /** By the call's number: the places, in the call's list of participants, of those on one of these sides. */
    Map<Integer, BitSet> onSides(Set<Side> sides);
}
