package org.turnwise.intake.duplicates;

import java.time.Instant;
import org.turnwise.call.CallId;

/** What a person said of a pair of calls. Later ones win; earlier ones stay on record. */
public record Decision(Pair pair, Verdict verdict, String by, Instant at) {

    /** Two calls, in the order of their ids. */
    public record Pair(CallId one, CallId other) {

        public Pair {
            if (one.compareTo(other) >= 0) {
                throw new IllegalArgumentException("a pair is of two calls in the order of their ids, not " + one + " and " + other);
            }
        }

        public static Pair of(CallId a, CallId b) {
            return a.compareTo(b) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    public sealed interface Verdict {}

    /** They are two calls; both are kept in training and queue. */
    public record TwoCalls() implements Verdict {}

    /** They are one call; this source of it stays out of training and queue. */
    public record OneCall(CallId leftOut) implements Verdict {}

    /** What was said before is taken back. */
    public record Open() implements Verdict {}

    public Decision {
        if (verdict instanceof OneCall(CallId leftOut) && !leftOut.equals(pair.one()) && !leftOut.equals(pair.other())) {
            throw new IllegalArgumentException(leftOut + " is neither " + pair.one() + " nor " + pair.other());
        }
    }
}
