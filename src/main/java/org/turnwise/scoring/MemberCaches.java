package org.turnwise.scoring;

import java.util.List;
import java.util.OptionalInt;

/**
 * What the last full training of a workspace left to grow heads over. A cache: nobody's work is in it, and a full training makes it anew, in place of what
 * was there. Any thread; durable when a method returns.
 */
public interface MemberCaches {

    /**
     * Keeps this instead of what is there. Inside another write on the same thread it is part of it.
     *
     * @param version the full one that it belongs to
     * @param parts   an empty one is not kept
     */
    void keep(int version, List<byte[]> parts);

    /** The version to which what is kept belongs; empty if nothing is. */
    OptionalInt version();

    /** @throws IllegalArgumentException if there is no such part */
    byte[] part(int number);
}
