package org.turnwise.annotation;

/** The labels of kind {@link LabelKind#STATUS}: where work on a call stands. They belong to no scheme. */
public final class Statuses {

    public static final String SUBMITTED = "status.submitted";
    public static final String SKIPPED = "status.skipped";
    public static final String FLAGGED = "status.flagged";
    /** On a call, of the disagreement that its text names: somebody has decided it. */
    public static final String ADJUDICATED = "status.adjudicated";

    private Statuses() {}
}
