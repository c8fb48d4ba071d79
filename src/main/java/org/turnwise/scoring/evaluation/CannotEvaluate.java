package org.turnwise.scoring.evaluation;

/** A corpus can't be evaluated; the message is one line for a person: what is wrong with it, and what to do. */
public final class CannotEvaluate extends RuntimeException {

    public CannotEvaluate(String message) {
        super(message);
    }

    public CannotEvaluate(String message, Throwable cause) {
        super(message, cause);
    }
}
