package org.turnwise.annotation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one annotator can undo and redo: two stacks, read off the journal once and carried along from there. Doing something new empties the
 * second. One thread at a time.
 */
final class UndoHistory {

    private final Journal journal;
    private final String annotator;
    /** Edits that stand, DONE or REDO, the latest on top. */
    private final Deque<Edit> standing = new ArrayDeque<>();
    /** Undos that can be taken back, the latest on top. */
    private final Deque<Edit> undone = new ArrayDeque<>();
    private long upTo;

    UndoHistory(Journal journal, String annotator) {
        this.journal = journal;
        this.annotator = annotator;
        readAll();
    }

    Optional<Edit> nextUndo() {
        catchUp();
        return Optional.ofNullable(standing.peek());
    }

    Optional<Edit> nextRedo() {
        catchUp();
        return Optional.ofNullable(undone.peek());
    }

    void follow(Edit edit) {
        switch (edit.cause()) {
            case DONE -> {
                standing.push(edit);
                undone.clear();
            }
            case UNDO -> {
                pop(standing, edit);
                undone.push(edit);
            }
            case REDO -> {
                pop(undone, edit);
                standing.push(edit);
            }
        }
        upTo = edit.seq();
    }

    private static void pop(Deque<Edit> edits, Edit by) {
        Edit top = edits.poll();
        if (top == null || !Objects.equals(top.seq(), by.reverts())) {
            throw new IllegalStateException("edit " + by.seq() + " of the journal reverts edit " + by.reverts() + ", which was not the latest that stood");
        }
    }

    /** Somebody of the same name may have worked elsewhere in this process: an import, another window. */
    private void catchUp() {
        List<Edit> last = journal.lastEdits(annotator, 1);
        if (!last.isEmpty() && last.getFirst().seq() != upTo) {
            standing.clear();
            undone.clear();
            readAll();
        }
    }

    private void readAll() {
        journal.lastEdits(annotator, Integer.MAX_VALUE).forEach(this::follow);
    }
}
