package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;

/** Puts labels and notes on what is in hand, and takes them off. JavaFX thread; needs no toolkit. */
public final class Marking {

    private final Labeling labeling;
    private final CurrentScheme scheme;
    private final TurnChoice choice;
    private final InHand inHand;
    private final BiConsumer<Callable<Optional<Edit>>, Runnable> store;
    private final BooleanProperty advancing = new SimpleBooleanProperty();

    /** @param store takes an edit to disk, and then runs what follows */
    Marking(Labeling labeling, CurrentScheme scheme, TurnChoice choice, InHand inHand, BiConsumer<Callable<Optional<Edit>>, Runnable> store) {
        this.labeling = labeling;
        this.scheme = scheme;
        this.choice = choice;
        this.inHand = inHand;
        this.store = store;
    }

    /** Whether a label that ends what there is to say of a turn moves on to the next. */
    BooleanProperty advancingProperty() {
        return advancing;
    }

    /** Begins to mark words with the first of the turn in hand, or stops. */
    void toggleDrawing() {
        DrawnSpan words = choice.drawnProperty().get();
        choice.draw(words != null ? null : inHand.turn().filter(turn -> !turn.text().isBlank()).map(turn -> DrawnSpan.first(turn.ordinal(), turn.text()))
                .orElse(null));
    }

    /** Puts the label on all that is in hand, or takes it off: the words being marked, the turns chosen, the objection, or the call. */
    public void toggle(Label label) {
        inHand.current().ifPresent(shown -> {
            Call call = shown.call();
            List<Integer> turns = List.copyOf(choice.inHand());
            DrawnSpan words = choice.drawnProperty().get();
            switch (label.kind()) {
                case RESOLUTION -> resolve(shown, turns, label);
                case SEVERITY -> inHand.episode().ifPresent(episode -> write(() -> Optional.of(labeling.toggle(call, episode, label))));
                case OUTCOME, STATUS -> write(() -> Optional.of(labeling.toggle(call, new Target.OfCall(call.id()), label)));
                case STAGE, ACT, OBJECTION, FLAG, QUALITY, DELTA, NOTE -> {
                    if (words == null) {
                        store.accept(() -> Optional.of(labeling.toggleOnTurns(call, turns, label)), () -> advance(label, turns));
                    } else {
                        store.accept(() -> Optional.of(labeling.toggle(call, words.target(call), label)), () -> choice.draw(null));
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
        IntegerProperty selected = choice.selectedProperty();
        if (advancing.get() && says && turns.contains(selected.get())) {
            selected.set(Math.min(turns.getLast() + 1, inHand.current().map(shown -> shown.call().turns().size() - 1).orElse(0)));
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
        scheme.now().ofKind(LabelKind.DELTA).stream().filter(label -> LabelKind.delta(label.id()) == delta).findFirst().ifPresent(this::toggle);
    }

    /** Sets, changes or with blank text removes the note of the turn in hand. */
    public void setNote(String text) {
        inHand.onTurn().ifPresent(turn -> setNote(turn, text));
    }

    void setNote(Target target, String text) {
        write(() -> labeling.note(target, text));
    }

    private void write(Callable<Optional<Edit>> edit) {
        store.accept(edit, () -> {});
    }
}
