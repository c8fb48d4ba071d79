package org.turnwise.annotation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;

/**
 * One annotator at work: turns what a person presses into edits that keep the scheme's rules, and undoes them. Durable when a method returns. One thread at a time.
 */
public final class Labeling {

    /** Why a label can't go where a person put it, in words for them. */
    public static final class NotAllowed extends RuntimeException {
        public NotAllowed(String message) {
            super(message);
        }
    }

    /** @param alongside called within each write, with the stored edit */
    public Labeling(Journal journal, LabelScheme scheme, String annotator, Clock clock, Consumer<Edit> alongside) {}

    /**
     * Puts the label on the target, or takes it off if this annotator's is there. A label of a kind that a target carries once takes the place of the one before.
     *
     * @throws NotAllowed if the label doesn't go on that side or that target, or the target carries as many as it may
     */
    public Edit toggle(Call call, Target target, Label label) {
        throw new UnsupportedOperationException();
    }

    /** Sets, changes, or with blank text removes the note; empty if nothing changes. */
    public Optional<Edit> note(Target target, String text) {
        throw new UnsupportedOperationException();
    }

    /** Puts a {@link Statuses} label on the call or takes it off; empty if it stands so already. Submitting takes a skip off, and the other way round. */
    public Optional<Edit> status(CallId call, String status, boolean on) {
        throw new UnsupportedOperationException();
    }

    /** Takes back this annotator's last edit that still stands, whatever call it was on and however long ago; empty if there is none. */
    public Optional<Edit> undo() {
        throw new UnsupportedOperationException();
    }

    /** Takes back the last undo, unless something was done since; empty if there is none. */
    public Optional<Edit> redo() {
        throw new UnsupportedOperationException();
    }

    public Optional<Edit> nextUndo() {
        throw new UnsupportedOperationException();
    }

    public Optional<Edit> nextRedo() {
        throw new UnsupportedOperationException();
    }

    public List<Annotation> current(CallId call) {
        throw new UnsupportedOperationException();
    }
}
