package org.turnwise.suggestion;

import java.time.Instant;
import org.turnwise.call.CallId;

/**
 * What a person made of a suggestion.
 *
 * @param edit       the {@link org.turnwise.annotation.Edit#seq()} that it was made, taken back or made again with
 * @param label      the {@link org.turnwise.annotation.Label#id()}
 * @param stands     false where an undo took the verdict back; the last decision on a place is the one that counts
 * @param confidence as it was shown
 */
public record Decision(
        long edit, CallId call, int ordinal, String label, Verdict verdict, boolean stands, double confidence, String by, Instant at) {

    public enum Verdict {
        ACCEPTED,
        REJECTED
    }

    /** As an edit leaves it that takes back the one it came with. */
    Decision turnedBy(long reverting, Instant when) {
        return new Decision(reverting, call, ordinal, label, verdict, !stands, confidence, by, when);
    }

    Suggestion.Place place() {
        return new Suggestion.Place(ordinal, label);
    }
}
