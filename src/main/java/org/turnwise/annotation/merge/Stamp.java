package org.turnwise.annotation.merge;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/**
 * Where and when an edit was made, in a way that every workspace understands.
 *
 * @param id     names the edit everywhere
 * @param origin the workspace it was made in
 * @param place  among the edits made there, from 1
 * @param clock  from 1; higher than that of every edit known there at the time
 * @param seen   of each other workspace, the place of the last edit known when this one was made
 */
public record Stamp(UUID id, UUID origin, long place, long clock, Map<UUID, Long> seen) {

    /** The order in which edits are replayed. An edit never comes before one it knew of. */
    public static final Comparator<Stamp> ORDER = Comparator.comparingLong(Stamp::clock)
            .thenComparing(Stamp::origin)
            .thenComparingLong(Stamp::place)
            .thenComparing(Stamp::id);

    public Stamp {
        seen = Map.copyOf(seen);
        if (place < 1 || clock < 1 || clock < place) {
            throw new IllegalArgumentException("edit " + id + " stands at place " + place + " with clock " + clock
                    + "; both begin at 1 and the clock is never behind");
        }
    }

    /** Whether whoever made this knew of the other. */
    boolean knew(Stamp other) {
        return origin.equals(other.origin) ? place >= other.place : seen.getOrDefault(other.origin, 0L) >= other.place;
    }

    boolean concurrentWith(Stamp other) {
        return !knew(other) && !other.knew(this);
    }
}
