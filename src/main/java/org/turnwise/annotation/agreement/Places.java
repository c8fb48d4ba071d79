package org.turnwise.annotation.agreement;

import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Target;
import org.turnwise.call.Turn;

/** Which turns a target touches: readings are compared turn by turn. */
final class Places {

    private Places() {}

    /** @param turn null for the call as a whole */
    static boolean isOn(Target target, @Nullable Turn turn) {
        return switch (target) {
            case Target.OfCall call -> turn == null;
            case Target.OfTurn on -> turn != null && turn.ordinal() == on.ordinal();
        };
    }
}
