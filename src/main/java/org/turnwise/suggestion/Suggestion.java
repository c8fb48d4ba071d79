package org.turnwise.suggestion;

import org.turnwise.annotation.Label;

/**
 * A label that a turn probably carries.
 *
 * @param ordinal    of the turn
 * @param label      of kind STAGE, ACT or OBJECTION
 * @param confidence the calibrated chance that a reader puts it there, in [{@link #LEAST}, 1]
 */
public record Suggestion(int ordinal, Label label, double confidence) {

    /** Rather than not. */
    public static final double LEAST = .5;

    Place place() {
        return new Place(ordinal, label.id());
    }

    /** What a suggestion is about, within a call. */
    record Place(int ordinal, String label) {}
}
