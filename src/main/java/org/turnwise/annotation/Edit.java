package org.turnwise.annotation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person did, as the journal keeps it: annotations taken away and annotations added, together or not at all. One with
 * neither keeps its place for something that was decided, and is undone with the rest.
 *
 * @param seq     place in the journal, from 1; 0 before it is stored
 * @param cause   done, undone or redone
 * @param reverts for UNDO the {@code seq} of the edit taken back, for REDO that of the undo taken back; null for DONE
 * @param what    in words for the history, for example "Price on turn 34"
 */
public record Edit(
        long seq, Cause cause, @Nullable Long reverts, String what, List<Annotation> removed, List<Annotation> added, String annotator, Instant at) {

    /** Whose edits bring labels in with calls: nobody's at work here. */
    public static final String BY_IMPORT = "import";

    public enum Cause {
        DONE,
        UNDO,
        REDO
    }

    public Edit {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        if ((cause == Cause.DONE) != (reverts == null)) {
            throw new IllegalArgumentException("an edit of cause " + cause + " can't revert " + reverts);
        }
    }
}
