package org.turnwise.call;

/** How well a transcript knows when things were said, best first. Measures that need finer timing than a call has are missing, not zero. */
public enum TimingClass {
    /** Start and end of every word, in milliseconds. */
    WORD_MS,
    /** Start and end of every segment (cue, sentence), in milliseconds. */
    SEGMENT_MS,
    /** Start of every turn, to the second; ends are not known. */
    TURN_START_S,
    /** A time every few minutes; turn times in between are interpolated. */
    BLOCK_COARSE,
    /** No times at all. */
    NONE;

    /** Whether start and end of what was said are measured, so that pauses and overlaps mean something. */
    public boolean measuresSegments() {
        return this == WORD_MS || this == SEGMENT_MS;
    }
}
