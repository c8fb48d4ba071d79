package org.turnwise.annotation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.call.CallId;

/** What one annotator does to the journal: makes edits, takes them back and does them again. Durable when a method returns. One thread at a time. */
final class OwnEdits {

    private final Journal journal;
    private final String annotator;
    private final Clock clock;
    private final Consumer<Edit> alongside;
    private final UndoHistory history;

    /** @param alongside called within each write, with the stored edit */
    OwnEdits(Journal journal, String annotator, Clock clock, Consumer<Edit> alongside) {
        this.journal = journal;
        this.annotator = annotator;
        this.clock = clock;
        this.alongside = alongside;
        this.history = new UndoHistory(journal, annotator);
    }

    /**
     * Makes an edit of now.
     *
     * @param what in words for the history
     * @param with called within the write too, with the stored edit
     */
    Edit make(String what, List<Annotation> removed, List<Annotation> added, Consumer<Edit> with) {
        return append(new Edit(0, Edit.Cause.DONE, null, what, removed, added, annotator, clock.instant()), with);
    }

    /** See {@link Labeling#undo}. */
    Optional<Edit> undo() {
        return history.nextUndo().map(edit -> revert(edit, Edit.Cause.UNDO, "Undid: "));
    }

    /** See {@link Labeling#redo}. */
    Optional<Edit> redo() {
        return history.nextRedo().map(edit -> revert(edit, Edit.Cause.REDO, "Redid: "));
    }

    Optional<Edit> nextUndo() {
        return history.nextUndo();
    }

    Optional<Edit> nextRedo() {
        return history.nextRedo();
    }

    private Edit revert(Edit edit, Edit.Cause cause, String verb) {
        checkStillThere(edit);
        return append(new Edit(0, cause, edit.seq(), verb + plain(edit.what()), edit.added(), edit.removed(), annotator, clock.instant()), stored -> {});
    }

    private void checkStillThere(Edit edit) {
        Set<CallId> calls = Stream.concat(edit.added().stream(), edit.removed().stream()).map(a -> a.target().call()).collect(Collectors.toSet());
        Set<UUID> standing = journal.current(calls).values().stream().flatMap(List::stream).map(Annotation::id).collect(Collectors.toSet());
        boolean gone = edit.added().stream().anyMatch(a -> !standing.contains(a.id()));
        boolean back = edit.removed().stream().anyMatch(a -> standing.contains(a.id()));
        if (gone || back) {
            throw new Labeling.NotAllowed(
                    "\"" + plain(edit.what()) + "\" can't be taken back: somebody else has changed it since. Nothing was changed; edit the call by hand");
        }
    }

    /** The words of the first edit, however often it was undone and redone. */
    private static String plain(String what) {
        return what.replaceFirst("^(Undid|Redid): ", "");
    }

    private Edit append(Edit edit, Consumer<Edit> with) {
        history.catchUp();
        Edit stored = journal.append(edit, alongside.andThen(with));
        history.follow(stored);
        return stored;
    }
}
