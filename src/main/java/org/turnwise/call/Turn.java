package org.turnwise.call;

import org.jspecify.annotations.Nullable;

/**
 * What one speaker said until another spoke.
 *
 * @param ordinal 0-based place in its call
 * @param speaker the {@link Participant#key()} of who said it
 * @param text    as said; never blank
 * @param startMs milliseconds from the start of the call, or null where the source has no times
 * @param endMs   milliseconds from the start of the call, never before {@code startMs}; null where unknown
 */
public record Turn(int ordinal, String speaker, String text, @Nullable Long startMs, @Nullable Long endMs) {

    public Turn {
        if (ordinal < 0) {
            throw new IllegalArgumentException("a turn's ordinal starts at 0, not " + ordinal);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("turn " + ordinal + " says nothing");
        }
        if (startMs != null && startMs < 0) {
            throw new IllegalArgumentException("turn " + ordinal + " starts before the call: " + startMs + " ms");
        }
        if (endMs != null && (startMs == null || endMs < startMs)) {
            throw new IllegalArgumentException("turn " + ordinal + " ends before it starts: " + startMs + " to " + endMs + " ms");
        }
    }
}
