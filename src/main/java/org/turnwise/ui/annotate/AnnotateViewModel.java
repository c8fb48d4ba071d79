package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.queue.QueueItem;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/**
 * One call in hand: labels it, moves through it. Edits go to disk in order on their own lane, and show once they are there. JavaFX thread; needs no
 * toolkit.
 */
public final class AnnotateViewModel {

    private final Labeling labeling;
    private final CurrentScheme scheme;
    private final WorkQueue queue;
    private final EditLane edits;

    private final CallOpening opening;
    private final TurnChoice choice = new TurnChoice();
    private final IntegerProperty selected = choice.selectedProperty();
    private final InHand inHand;
    private final Marking marking;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

    /**
     * @param reads  runs reading in the background
     * @param writes runs edits one after another
     */
    public AnnotateViewModel(
            CallRepository calls,
            Labeling labeling,
            CurrentScheme scheme,
            Outcomes outcomes,
            Forecasts forecasts,
            WorkQueue queue,
            SaveState saveState,
            Tasks reads,
            Tasks writes) {
        this.labeling = labeling;
        this.scheme = scheme;
        this.queue = queue;
        this.opening = new CallOpening(new CallOpening.Reading(calls, labeling, outcomes, forecasts), queue, selected, reads, message::set);
        this.inHand = new InHand(opening.openProperty(), choice);
        this.marking = new Marking(labeling, scheme, choice, inHand, this::store);
        this.edits = new EditLane(labeling, outcomes, saveState, writes, message::set);
        opening.follow();
    }

    // ---- what the view shows

    ReadOnlyObjectProperty<@Nullable OpenCall> openProperty() {
        return opening.openProperty();
    }

    /** The ordinal of the turn in hand, −1 if there is none. */
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /** Which turns and words labels go on. */
    TurnChoice choice() {
        return choice;
    }

    /** What stands on it, and what can go on it. */
    public InHand inHand() {
        return inHand;
    }

    /** How labels and notes get on it. */
    public Marking marking() {
        return marking;
    }

    /** Chooses turns with the one in hand: one more in this direction, or one fewer. */
    void extend(int step) {
        current().ifPresent(shown -> choice.extend(step, shown.call().turns().size()));
    }

    /** Why the last thing did not work, for a person; empty if it did. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canUndoProperty() {
        return edits.canUndoProperty();
    }

    public ReadOnlyBooleanProperty canRedoProperty() {
        return edits.canRedoProperty();
    }

    /** The last edit that reached the disk; null before the first. */
    ReadOnlyObjectProperty<@Nullable Edit> editedProperty() {
        return edits.editedProperty();
    }

    WorkQueue queue() {
        return queue;
    }

    LabelScheme scheme() {
        return scheme.now();
    }

    Optional<OpenCall> current() {
        return Optional.ofNullable(opening.openProperty().get());
    }

    /** The call that is read and shown. */
    public Optional<CallId> shownCall() {
        return current().map(shown -> shown.call().id());
    }

    Optional<QueueItem> item() {
        return current().flatMap(shown -> queue.item(shown.call().id()));
    }

    // ---- what a person does

    public void submitAndNext() {
        current().ifPresent(shown -> {
            CallId id = shown.call().id();
            write(() -> labeling.status(id, Statuses.SUBMITTED, true), stored -> openNext());
        });
    }

    public void skipAndNext() {
        current().ifPresent(shown -> {
            CallId id = shown.call().id();
            write(() -> labeling.status(id, Statuses.SKIPPED, true), stored -> openNext());
        });
    }

    public void toggleFlag() {
        item().ifPresent(item -> setFlag(item.call().id(), !item.flagged()));
    }

    public void setFlag(CallId call, boolean on) {
        write(() -> labeling.status(call, Statuses.FLAGGED, on));
    }

    public void setSkipped(CallId call, boolean on) {
        write(() -> labeling.status(call, Statuses.SKIPPED, on));
    }

    /** Takes back the last edit, on whatever call it was, and goes there. */
    public void undo() {
        write(labeling::undo, this::goTo);
    }

    public void redo() {
        write(labeling::redo, this::goTo);
    }

    /** Stores an edit that brings something back, and goes to what it is about. */
    void restore(Callable<Optional<Edit>> edit) {
        write(edit, this::goTo);
    }

    /** Tells a person what did not work. */
    void say(String what) {
        message.set(what);
    }

    public void openNext() {
        queue.nextAfter(shownCall().orElse(null)).ifPresentOrElse(
                next -> queue.openProperty().set(next.call().id()), () -> message.set(queue.size() == 0 ? "" : Texts.text("annotate.queue.done")));
    }

    /** The next turning point before or after the turn in hand; stays where it is if there is none. */
    public void turningPoint(int direction) {
        current().map(OpenCall::turningPoints).orElse(List.of()).stream()
                .filter(turn -> direction > 0 ? turn > selected.get() : turn < selected.get())
                .min((a, b) -> direction > 0 ? Integer.compare(a, b) : Integer.compare(b, a))
                .ifPresent(selected::set);
    }

    public void move(int turns) {
        current().ifPresent(shown -> selected.set(Math.clamp(selected.get() + turns, 0, shown.call().turns().size() - 1)));
    }

    /** Reads the open call again: the scorer or its sides changed. */
    public void reread() {
        opening.reread();
    }

    // ---- writing

    /** Takes to disk what this person does on another screen, in its turn among their edits; then runs what follows. */
    public void store(Callable<Optional<Edit>> edit, Runnable then) {
        write(edit, stored -> then.run());
    }

    void write(Callable<Optional<Edit>> edit) {
        write(edit, stored -> {});
    }

    private void write(Callable<Optional<Edit>> edit, Consumer<Optional<Written>> then) {
        edits.write(edit, written -> {
            written.ifPresent(this::show);
            then.accept(written);
        });
    }

    private void show(Written written) {
        opening.show(written);
        queue.item(written.call()).ifPresent(item -> queue.replace(written.in(item)));
    }

    private void goTo(Optional<Written> written) {
        if (written.isEmpty()) {
            return;
        }
        Target target = written.get().target();
        int ordinal = target.ordinals().stream().findFirst().orElse(Math.max(0, selected.get()));
        goTo(target.call(), ordinal);
    }

    /** Opens the call, if it isn't open, and takes this turn of it in hand. */
    public void goTo(CallId call, int ordinal) {
        opening.goTo(call, ordinal);
    }
}
