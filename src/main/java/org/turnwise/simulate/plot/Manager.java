package org.turnwise.simulate.plot;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds the stage machine of one call: hears every proposed transition, and grants it or says what happens instead. Not thread-safe.
 *
 * <p>Refused are jumps the machine does not know, prices before any pain has been told, and an ending while an objection is open. An objection
 * or an aside interrupts: the stage it broke into is kept and given back.
 */
final class Manager {

    /** What the rep asked for and what was granted. */
    record Ruling(Stage proposed, Stage granted) {
        boolean overruled() {
            return proposed != granted;
        }
    }

    private final Deque<Stage> interrupted = new ArrayDeque<>();
    private Stage stage;
    private boolean painTold;

    Manager(Stage first) {
        stage = first;
    }

    Stage stage() {
        return stage;
    }

    void heardPain() {
        painTold = true;
    }

    /** An objection has been raised, or somebody strays from the matter: that takes the floor. */
    void interrupt(Stage by) {
        if (!stage.interrupts()) {
            interrupted.push(stage);
            stage = by;
        }
    }

    /** The objection is settled or dropped, the aside over: the stage before comes back. */
    void resume() {
        if (stage.interrupts()) {
            stage = interrupted.isEmpty() ? Stage.NEXTSTEP : interrupted.pop();
        }
    }

    Ruling rule(Stage proposed) {
        Stage granted = granted(proposed);
        stage = granted;
        return new Ruling(proposed, granted);
    }

    private Stage granted(Stage proposed) {
        if (stage == Stage.OBJECTION) {
            return Stage.OBJECTION;
        }
        if (proposed == Stage.PRICING && !painTold && stage == Stage.DISCOVERY) {
            return Stage.PITCH;
        }
        if (stage.allows(proposed)) {
            return proposed;
        }
        return towards(proposed);
    }

    /** The stage on the way: one that may follow this one and leads to the proposed one, or else this one. */
    private Stage towards(Stage proposed) {
        for (Stage next : stage.exits()) {
            if (next != Stage.OBJECTION && next.ordinal() > stage.ordinal() && next.allows(proposed)) {
                return next;
            }
        }
        for (Stage next : stage.exits()) {
            if (next != Stage.OBJECTION && proposed.ordinal() > stage.ordinal() && next.ordinal() > stage.ordinal()) {
                return next;
            }
        }
        return stage;
    }
}
