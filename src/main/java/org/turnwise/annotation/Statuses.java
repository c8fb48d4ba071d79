package org.turnwise.annotation;

/** The labels of kind {@link LabelKind#STATUS}: where work on a call stands, and what people tell each other about it. They belong to no scheme. */
public final class Statuses {

    public static final String SUBMITTED = "status.submitted";
    public static final String SKIPPED = "status.skipped";
    public static final String FLAGGED = "status.flagged";
    /** On a call, of the disagreement that its text names: somebody has decided it. */
    public static final String ADJUDICATED = "status.adjudicated";

    /** On a call: a reviewer looked and lets labels and outcome stand. */
    public static final String CONFIRMED = "status.confirmed";
    /** On a call: a reviewer put another outcome, whose id is the text, in the place of the one before. */
    public static final String CORRECTED = "status.corrected";
    /** On a call: the text is the id of the outcome that holds because a reviewer said so, whatever they or others decided about the call since. */
    public static final String CORRECTION = "status.correction";
    /** On a call: a reviewer wants it read again; the text says why, if they did. */
    public static final String SENT_BACK = "status.sentback";
    /** On a call or a turn: the text is what somebody said about it. */
    public static final String COMMENT = "status.comment";
    /** On a call: the text names whom it is given to, to be read without seeing what others said of it. */
    public static final String ASSIGNED = "status.assigned";
    /** On a call: it came back to the annotator of this status, who is to read it again; see {@link Rereading}. */
    public static final String AGAIN = "status.again";

    private Statuses() {}
}
