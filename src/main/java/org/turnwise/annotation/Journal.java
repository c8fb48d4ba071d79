package org.turnwise.annotation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.turnwise.call.CallId;

/** The append-only list of edits, and its projection. Any thread. */
public interface Journal {

    /**
     * Stores the edit for good: when this returns, it survives a kill and a power cut. Within the same write {@code alongside} is called with
     * the stored edit, so that what follows from it (a reward) is stored with it or not at all.
     *
     * @return the edit with its {@code seq}
     * @throws IllegalStateException if an annotation it removes is not there (any more); nothing is stored
     */
    Edit append(Edit edit, Consumer<Edit> alongside);

    /** All edits in the order of replay: oldest first, those of other workspaces among them where they belong. */
    List<Edit> edits();

    /** The edits that one annotator made in this workspace, oldest first, the last {@code most} of them. */
    List<Edit> lastEdits(String annotator, int most);

    /**
     * A page of the history: the edits that the filter lets through, last in the order of replay first.
     *
     * @param skip how many of them come before the page
     * @param most on the page
     */
    List<Edit> history(HistoryFilter filter, int skip, int most);

    /** Everybody who made an edit, in order of their names. */
    List<String> annotators();

    long size();

    /** What stands on the call now, in order of time. */
    List<Annotation> current(CallId call);

    /** What stands on any of these calls now. */
    Map<CallId, List<Annotation>> current(Collection<CallId> calls);

    /** What carries the label now, whoever's it is: the newest, as many as this at most, the latest first. */
    List<Annotation> carrying(String label, int most);

    /** How many annotations carry each label that any does. */
    Map<String, Integer> uses();

    /** Status labels in force, per call that has any. */
    Map<CallId, Set<String>> statuses();

    /** How many annotations other than statuses stand on each call that has any. */
    Map<CallId, Integer> labelCounts();
}
