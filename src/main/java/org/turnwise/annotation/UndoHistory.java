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

    private static final int FEW = 32;

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

    /** It is on top, but for journals in which something else came in between unseen. */
    private static void pop(Deque<Edit> edits, Edit by) {
        edits.removeIf(edit -> Objects.equals(edit.seq(), by.reverts()));
    }

    /**
     * Takes in what the same person did elsewhere in this process: on another screen, in review, to the label scheme. Before an edit of one's own too: else
     * what came in between would never be undone, and what lies under it would be undone before it.
     */
    void catchUp() {
        List<Edit> last = journal.lastEdits(annotator, 1);
        if (last.isEmpty() || last.getFirst().seq() == upTo) {
            return;
        }
        List<Edit> few = journal.lastEdits(annotator, FEW);
        if (few.getFirst().seq() <= upTo) {
            few.stream().filter(edit -> edit.seq() > upTo).toList().forEach(this::follow);
        } else {
            standing.clear();
            undone.clear();
            readAll();
        }
    }

    private void readAll() {
        journal.lastEdits(annotator, Integer.MAX_VALUE).forEach(this::follow);
    }
}
