package org.turnwise.ui.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;

/**
 * Somebody whose side can be settled: one name, in the calls it is settled for together.
 *
 * @param settled  the side they have in all these calls; null while it is open
 * @param proposed what a look at the calls suggests; null if nothing does
 * @param reason   why, or what helps to decide
 */
public record Speaker(String name, List<Place> places, String callTitle, @Nullable Side settled, @Nullable Side proposed, String reason) {

    /** One participant of one call. */
    public record Place(CallId call, String participant) {}

    public Speaker {
        places = List.copyOf(places);
    }

    /** The side to show: settled, else proposed. */
    @Nullable Side shown() {
        return settled != null ? settled : proposed;
    }

    Speaker on(Side side, String why) {
        return new Speaker(name, places, callTitle, side, proposed, why);
    }
}
