package org.turnwise.ui.annotate;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/** What labels go on now: what stands on it and what can go on it. JavaFX thread; needs no toolkit. */
public final class InHand {

    private final ReadOnlyObjectProperty<@Nullable OpenCall> open;
    private final TurnChoice choice;

    InHand(ReadOnlyObjectProperty<@Nullable OpenCall> open, TurnChoice choice) {
        this.open = open;
        this.choice = choice;
    }

    /** The call that labels go on. */
    Optional<OpenCall> current() {
        return Optional.ofNullable(open.get());
    }

    /** The turn in hand. */
    Optional<Turn> turn() {
        return current()
                .filter(shown -> choice.selectedProperty().get() >= 0 && choice.selectedProperty().get() < shown.call().turns().size())
                .map(shown -> shown.call().turns().get(choice.selectedProperty().get()));
    }

    /** Whose turn is in hand. */
    public Optional<Side> side() {
        return turn().flatMap(turn -> current().map(shown -> shown.call().sideOf(turn)));
    }

    /** Whether the label can go on what is in hand. */
    boolean fits(Label label) {
        return switch (label.kind()) {
            case RESOLUTION -> episode().isPresent() || opening() == Side.CUSTOMER;
            case SEVERITY -> episode().isPresent();
            case OUTCOME, STATUS -> current().isPresent();
            case ACT, OBJECTION, FLAG -> side().map(label.sides()::contains).orElse(false);
            case STAGE, QUALITY, DELTA, NOTE -> choice.drawnProperty().get() == null && side().map(label.sides()::contains).orElse(false);
        };
    }

    private Side opening() {
        return current()
                .filter(shown -> choice.inHand().first() >= 0)
                .map(shown -> shown.call().sideOf(shown.call().turns().get(choice.inHand().first())))
                .orElse(Side.OTHER);
    }

    boolean isOn(Label label) {
        return current().map(shown -> switch (label.kind()) {
            case RESOLUTION, SEVERITY -> episode().map(target -> carries(shown.on(target), label)).orElse(false);
            case OUTCOME, STATUS -> carries(shown.onCall(), label);
            case STAGE, ACT, OBJECTION, FLAG, QUALITY, DELTA, NOTE -> choice.drawnProperty().get() != null
                    ? carries(shown.on(choice.drawnProperty().get().target(shown.call())), label)
                    : choice.inHand().stream().allMatch(turn -> carries(shown.on(turn), label));
        }).orElse(false);
    }

    static boolean carries(List<Annotation> annotations, Label label) {
        return annotations.stream().anyMatch(annotation -> annotation.label().equals(label.id()));
    }

    /** The objection that the turn in hand is part of. */
    Optional<Target.OfTurns> episode() {
        return current().flatMap(shown -> shown.episodeAt(choice.selectedProperty().get()));
    }

    /** The note on the turn in hand; empty if there is none. */
    String note() {
        return noteIn(current().map(shown -> shown.on(choice.selectedProperty().get())).orElse(List.of()));
    }

    /** The note on the call as a whole; empty if there is none. */
    String callNote() {
        return noteIn(current().map(OpenCall::onCall).orElse(List.of()));
    }

    private static String noteIn(List<Annotation> annotations) {
        return annotations.stream()
                .filter(annotation -> annotation.kind() == LabelKind.NOTE)
                .map(annotation -> Objects.requireNonNullElse(annotation.text(), ""))
                .findFirst()
                .orElse("");
    }

    /** How far a person thinks the turn in hand moved the chance of winning; empty if nobody said. */
    Optional<Integer> delta() {
        return current().map(shown -> shown.on(choice.selectedProperty().get())).orElse(List.of()).stream()
                .filter(annotation -> annotation.kind() == LabelKind.DELTA)
                .map(annotation -> LabelKind.delta(annotation.label()))
                .findFirst();
    }

    /** What is in hand, for a note that is begun now and may be finished when something else is. */
    Optional<Target> onTurn() {
        return turn().flatMap(turn -> current().map(shown -> new Target.OfTurn(shown.call().id(), turn.ordinal())));
    }

    Optional<Target> onCall() {
        return current().map(shown -> new Target.OfCall(shown.call().id()));
    }
}
