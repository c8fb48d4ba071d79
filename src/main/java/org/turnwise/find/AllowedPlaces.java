package org.turnwise.find;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets through turns by what is known of them at this moment. Made for one search.
 *
 * @param calls    numbers of calls; null for all
 * @param labeled  by the call's number, the ordinals of labeled turns, {@link #EVERY_TURN} where the call as a whole is; null for all
 * @param speakers by the call's number, the places of speakers; null for all
 */
record AllowedPlaces(@Nullable BitSet calls, @Nullable Map<Integer, BitSet> labeled, @Nullable Map<Integer, BitSet> speakers) {

    /** No ordinals stand in it, so that it can't be mistaken for a call with one labeled turn. */
    static final BitSet EVERY_TURN = new BitSet();

    boolean everything() {
        return calls == null && labeled == null && speakers == null;
    }
}
