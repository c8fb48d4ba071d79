package org.turnwise.intake.crm.matching;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * An event: which deal a call belongs to, from now on.
 *
 * @param seq        place among all events, from 1; 0 before it is stored
 * @param deal       the deal's id; null if none
 * @param confidence that it is this deal, in [0, 1]; 1 where a person says so
 * @param reason     why, in words
 * @param by         who decided; {@value #MACHINE} if nobody did
 * @param reverts    the {@code seq} of the decision that this one takes back, or null
 */
public record Match(
        long seq, CallId call, State state, @Nullable String deal, double confidence, String reason, String by, Instant at, @Nullable Long reverts) {

    public static final String MACHINE = "matching";

    /** How far it is settled. */
    public enum State {
        /** Sure enough that nobody is asked. */
        AUTOMATIC,
        /** Likely, and a person decides. */
        PENDING,
        /** A person said so. */
        ACCEPTED,
        /** A person said that it belongs to no deal that is known. */
        NONE,
        /** No deal is likely, though one was before. */
        UNMATCHED
    }

    public Match {
        boolean named = state == State.AUTOMATIC || state == State.PENDING || state == State.ACCEPTED;
        if (named != (deal != null)) {
            throw new IllegalArgumentException("a match that is " + state + " names " + (named ? "a" : "no") + " deal");
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in [0, 1], not " + confidence);
        }
    }

    /** Whether the call belongs to the deal for all that is known. */
    public boolean holds() {
        return state == State.AUTOMATIC || state == State.ACCEPTED;
    }

    /** Whether a person decided it, and did not merely take another decision back. */
    public boolean isDecision() {
        return reverts == null && (state == State.ACCEPTED || state == State.NONE);
    }

    boolean byPerson() {
        return state == State.ACCEPTED || state == State.NONE;
    }

    boolean saysTheSameAs(Match other) {
        return state == other.state && Objects.equals(deal, other.deal) && confidence == other.confidence && reason.equals(other.reason);
    }
}
