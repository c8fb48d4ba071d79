package org.turnwise.simulate.plot;

/**
 * A reason not to buy.
 *
 * @param severity from 0, gone, to 1
 * @param status   whether it has been said, and what came of that
 */
public record Objection(Concern concern, double severity, Status status) {

    /** How far an objection has come. */
    public enum Status {
        /** On the customer's mind, not said. */
        HIDDEN,
        /** Said, being dealt with. */
        RAISED,
        RESOLVED,
        /** Said, and left standing. */
        UNRESOLVED
    }

    /** Below this a customer lets go of it. */
    static final double LETS_GO = 0.25;

    Objection with(Status next) {
        return new Objection(concern, severity, next);
    }

    Objection easedBy(double amount) {
        return new Objection(concern, Math.clamp(severity - amount, 0, 1), status);
    }

    /** What it still weighs in a decision: said and resolved it weighs little, unsaid it weighs less than said and left standing. */
    double weight() {
        return switch (status) {
            case HIDDEN -> 0.6 * severity;
            case RAISED, UNRESOLVED -> severity;
            case RESOLVED -> 0.3 * severity;
        };
    }
}
