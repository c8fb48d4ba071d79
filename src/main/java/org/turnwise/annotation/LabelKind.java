package org.turnwise.annotation;

/** What a label speaks about, and how many of its kind one target may carry. */
public enum LabelKind {
    /** Where the conversation is; one a turn. */
    STAGE(true, 1),
    /** What a turn does; up to three a turn, together with objections. */
    ACT(true, 3),
    /** Resistance that a customer turn raises; counts among the acts. */
    OBJECTION(true, 3),
    /** A moment worth finding again; any number a turn. */
    FLAG(true, Integer.MAX_VALUE),
    /** How well a rep's turn was done; one a turn. */
    QUALITY(true, 1),
    /** How far a turn moved the chance of winning, −2 to +2; one a turn. */
    DELTA(true, 1),
    /** What the call achieved; one a call. */
    OUTCOME(false, 1),
    /** Free text; one a target. */
    NOTE(true, 1),
    /** Where work on the call stands: submitted, skipped, flagged. Not exported as a label. */
    STATUS(false, Integer.MAX_VALUE);

    private final boolean onTurns;
    private final int most;

    LabelKind(boolean onTurns, int most) {
        this.onTurns = onTurns;
        this.most = most;
    }

    /** Whether labels of this kind go on turns; otherwise on calls. Notes go on both. */
    public boolean onTurns() {
        return onTurns;
    }

    public boolean onCalls() {
        return !onTurns || this == NOTE;
    }

    /** How many labels of this kind one target may carry. */
    public int most() {
        return most;
    }
}
