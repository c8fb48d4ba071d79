package org.turnwise.annotation.agreement;

import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Target;
import org.turnwise.call.Turn;

/** Which turn a target counts for, since readings are compared turn by turn: words count for the turn they are in, an episode for the one that opens it. */
final class Places {

    private Places() {}

    /** @param turn null for the call as a whole */
    static boolean isOn(Target target, @Nullable Turn turn) {
        return switch (target) {
            case Target.OfCall call -> turn == null;
            case Target.OfTurn on -> turn != null && turn.ordinal() == on.ordinal();
            case Target.OfSpan span -> turn != null && turn.ordinal() == span.ordinal();
            case Target.OfTurns turns -> turn != null && turn.ordinal() == turns.ordinals().getFirst();
        };
    }
}
