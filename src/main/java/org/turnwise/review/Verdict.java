package org.turnwise.review;

import java.util.Optional;
import java.util.stream.Stream;
import org.turnwise.annotation.Statuses;

/** What a reviewer decides about a call. */
public enum Verdict {
    /** Labels and outcome stand. */
    CONFIRMED(Statuses.CONFIRMED),
    /** Another outcome takes the place of the one before. */
    CORRECTED(Statuses.CORRECTED),
    /** To be read again. */
    SENT_BACK(Statuses.SENT_BACK);

    private final String status;

    Verdict(String status) {
        this.status = status;
    }

    /** The label by which the journal keeps it. */
    public String status() {
        return status;
    }

    static Optional<Verdict> of(String status) {
        return Stream.of(values()).filter(verdict -> verdict.status.equals(status)).findFirst();
    }
}
