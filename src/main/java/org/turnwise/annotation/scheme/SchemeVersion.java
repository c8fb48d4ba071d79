package org.turnwise.annotation.scheme;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.LabelScheme;

/**
 * A label scheme as it stood from one change to the next.
 *
 * @param number from 0, the scheme that the workspace began with
 * @param change what led to it; null for the first
 */
public record SchemeVersion(int number, LabelScheme scheme, @Nullable Change change) {

    /**
     * @param edit the {@code seq} of the journal's edit it was stored with
     * @param what in words, as the journal has it
     */
    public record Change(long edit, String what, String by, Instant at) {}
}
