package org.turnwise.annotation;

import java.util.Set;
import org.turnwise.annotation.Target.Level;

/** What a label speaks about, and how many of its kind one target may carry. */
public enum LabelKind {
    /** Where the conversation is; one a turn. */
    STAGE(1, Level.TURN),
    /** What a turn does; up to three a turn or a span, together with objections. */
    ACT(3, Level.TURN, Level.SPAN),
    /** Resistance that a customer turn raises; counts among the acts. */
    OBJECTION(3, Level.TURN, Level.SPAN),
    /** A moment worth finding again; any number a turn or a span. */
    FLAG(Integer.MAX_VALUE, Level.TURN, Level.SPAN),
    /** How well a rep's turn was done; one a turn. */
    QUALITY(1, Level.TURN),
    /** How far a turn moved the chance of winning, −2 to +2; one a turn. */
    DELTA(1, Level.TURN),
    /** How an objection ended; one an episode, which is there as long as it carries one. */
    RESOLUTION(1, Level.EPISODE),
    /** How much of the deal an objection puts at stake, 1 to 3; one an episode. */
    SEVERITY(1, Level.EPISODE),
    /** What the call achieved; one a call. */
    OUTCOME(1, Level.CALL),
    /** Free text; one a target. */
    NOTE(1, Level.CALL, Level.TURN),
    /** Where work on the call stands: submitted, skipped, flagged. Not exported as a label. */
    STATUS(Integer.MAX_VALUE, Level.CALL);

    private final int most;
    private final Set<Level> levels;

    LabelKind(int most, Level... levels) {
        this.most = most;
        this.levels = Set.of(levels);
    }

    /**
     * How far a label of kind {@link #DELTA} says the chance moved, −2 to +2.
     *
     * @param id of the label, from {@code DELTA_-2} over {@code DELTA_0} to {@code DELTA_+2}
     */
    public static int delta(String id) {
        return Integer.parseInt(id.substring("DELTA_".length()).replace("+", ""));
    }

    public boolean goesOn(Level level) {
        return levels.contains(level);
    }

    /** How many labels of this kind one target may carry. */
    public int most() {
        return most;
    }
}
