package org.turnwise.annotation.merge;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;

/**
 * An edit as workspaces exchange it: the same as {@link Edit}, with names that mean the same everywhere.
 *
 * @param reverts the {@link Stamp#id} of the edit that an UNDO or REDO takes back; null for DONE
 */
public record Entry(
        Stamp stamp,
        Edit.Cause cause,
        @Nullable UUID reverts,
        String what,
        List<Annotation> removed,
        List<Annotation> added,
        String annotator,
        Instant at) {

    public static final Comparator<Entry> ORDER = Comparator.comparing(Entry::stamp, Stamp.ORDER);

    public Entry {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
        if ((cause == Edit.Cause.DONE) != (reverts == null)) {
            throw new IllegalArgumentException("an edit of cause " + cause + " can't revert " + reverts);
        }
    }

    public UUID id() {
        return stamp.id();
    }
}
