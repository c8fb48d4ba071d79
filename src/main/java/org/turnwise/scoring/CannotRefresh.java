package org.turnwise.scoring;

/** Nothing can be grown over the members of the last full training; the message says why, and that a full training helps. */
public final class CannotRefresh extends RuntimeException {

    /** What stands in the way. */
    public enum Why {
        /** No full training left its members. */
        NO_FULL_TRAINING,
        /** This version of Turnwise reads calls otherwise, or the label scheme is another. */
        READ_OTHERWISE,
        /** Customers were joined or split, so that some members learned from a customer of whom they would have to speak. */
        CUSTOMERS_MOVED,
        /** More has changed than the heads alone should make up for. */
        TOO_MUCH_NEW,
        /** What is left outside some fold has only one class. */
        ONE_SIDED,
        /** What was kept can't be read. */
        DAMAGED
    }

    private static final String REMEDY = ": train fully";

    private final Why why;

    CannotRefresh(Why why, String message) {
        super(message + REMEDY);
        this.why = why;
    }

    CannotRefresh(String message, Throwable cause) {
        super(message + REMEDY, cause);
        this.why = Why.DAMAGED;
    }

    public Why why() {
        return why;
    }
}
