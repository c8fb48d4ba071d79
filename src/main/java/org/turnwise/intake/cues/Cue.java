package org.turnwise.intake.cues;

import java.util.List;

/**
 * One timed piece of a VTT or SRT file.
 *
 * @param line    of its time, from 1
 * @param id      as written above its time; empty if there is none
 * @param startMs may be negative until the file has been shifted
 * @param payload its lines, as written
 */
record Cue(int line, String id, long startMs, long endMs, List<String> payload) {

    Cue {
        payload = List.copyOf(payload);
    }

    Cue with(long newStartMs, long newEndMs) {
        return new Cue(line, id, newStartMs, newEndMs, payload);
    }

    Cue with(List<String> newPayload) {
        return new Cue(line, id, startMs, endMs, newPayload);
    }

    String text() {
        return String.join(" ", payload);
    }
}
