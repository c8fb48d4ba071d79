package org.turnwise.intake.cues;

import java.util.List;

/**
 * One timed piece of a VTT or SRT file.
 *
 * @param line    of its time, from 1
 * @param startMs may be negative until the file has been shifted
 * @param payload its lines, as written
 */
record Cue(int line, long startMs, long endMs, List<String> payload) {

    Cue {
        payload = List.copyOf(payload);
    }

    String text() {
        return String.join(" ", payload);
    }
}
