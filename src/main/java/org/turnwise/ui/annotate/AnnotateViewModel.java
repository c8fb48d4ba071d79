package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
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
    private final ReadOnlyObjectProperty<@Nullable DrawnSpan> drawn = choice.drawnProperty();
    private final InHand inHand;
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final BooleanProperty advancing = new SimpleBooleanProperty();

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

    /** Begins with the first word of the turn in hand, or stops. */
    void toggleDrawing() {
        choice.draw(drawn.get() != null ? null : inHand.turn().filter(turn -> !turn.text().isBlank()).map(turn -> DrawnSpan.first(turn.ordinal(), turn.text()))
                .orElse(null));
    }

    /** Chooses turns with the one in hand: one more in this direction, or one fewer. */
    void extend(int step) {
        current().ifPresent(shown -> choice.extend(step, shown.call().turns().size()));
    }

    /** Whether a label that ends what there is to say of a turn moves on to the next. */
    BooleanProperty advancingProperty() {
        return advancing;
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

    static int deltaOf(String label) {
        return Integer.parseInt(label.substring("DELTA_".length()).replace("+", ""));
    }

    // ---- what a person does

    /** Puts the label on all that is in hand, or takes it off: the words being marked, the turns chosen, the objection, or the call. */
    public void toggle(Label label) {
        current().ifPresent(shown -> {
            Call call = shown.call();
            List<Integer> turns = List.copyOf(choice.inHand());
            DrawnSpan words = drawn.get();
            switch (label.kind()) {
                case RESOLUTION -> resolve(shown, turns, label);
                case SEVERITY -> inHand.episode().ifPresent(episode -> write(() -> Optional.of(labeling.toggle(call, episode, label))));
                case OUTCOME, STATUS -> write(() -> Optional.of(labeling.toggle(call, new Target.OfCall(call.id()), label)));
                case STAGE, ACT, OBJECTION, FLAG, QUALITY, DELTA, NOTE -> {
                    if (words == null) {
                        write(() -> Optional.of(labeling.toggleOnTurns(call, turns, label)), stored -> advance(label, turns));
                    } else {
                        write(() -> Optional.of(labeling.toggle(call, words.target(call), label)), stored -> choice.draw(null));
                    }
                }
            }
        });
    }

    /** With several turns chosen they become the objection's; otherwise the one in hand changes how it ended, or begins with the turn. */
    private void resolve(OpenCall shown, List<Integer> turns, Label resolution) {
        Optional<Target.OfTurns> there = inHand.episode();
        if (turns.size() == 1 && there.isPresent()) {
            boolean same = InHand.carries(shown.on(there.get()), resolution);
            write(() -> same
                    ? Optional.of(labeling.toggle(shown.call(), there.get(), resolution))
                    : labeling.link(shown.call(), there.get().ordinals(), resolution));
        } else {
            write(() -> labeling.link(shown.call(), turns, resolution));
        }
    }

    /** A family stays, for the next key may say which of its kinds it is. */
    private void advance(Label label, List<Integer> turns) {
        boolean says = switch (label.kind()) {
            case STAGE, ACT, OBJECTION -> scheme.now().labels().stream().noneMatch(kind -> label.id().equals(kind.family()));
            case FLAG, QUALITY, DELTA, RESOLUTION, SEVERITY, OUTCOME, NOTE, STATUS -> false;
        };
        if (advancing.get() && says && turns.contains(selected.get())) {
            selected.set(Math.min(turns.getLast() + 1, current().map(shown -> shown.call().turns().size() - 1).orElse(0)));
        }
    }

    /** One step up or down from what the turn has, staying within −2 to +2. */
    public void stepDelta(int step) {
        int wanted = Math.clamp(inHand.delta().orElse(0) + step, -2, 2);
        if (inHand.delta().isEmpty() || inHand.delta().get() != wanted) {
            setDelta(wanted);
        }
    }

    public void setDelta(int delta) {
        scheme.now().ofKind(LabelKind.DELTA).stream().filter(label -> deltaOf(label.id()) == delta).findFirst().ifPresent(this::toggle);
    }

    /** Sets, changes or with blank text removes the note of the turn in hand. */
    public void setNote(String text) {
        inHand.onTurn().ifPresent(turn -> setNote(turn, text));
    }

    void setNote(Target target, String text) {
        write(() -> labeling.note(target, text));
    }

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
