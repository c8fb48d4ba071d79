package org.turnwise.find;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;

/**
 * What a search found.
 *
 * @param total    how many turns; at least so many if not {@code complete}
 * @param complete whether the search came to its end within the time it has
 * @param turns    those asked for, the best first; without words to find, those of the call imported last first
 */
public record Found(int total, boolean complete, List<FoundTurn> turns) {

    public Found {
        turns = List.copyOf(turns);
    }

    /** A stretch of a text in code points: from {@code start}, up to and without {@code end}. */
    public record Range(int start, int end) {}

    /** Something said, and by whom. */
    public record Said(Participant speaker, Turn turn) {}

    /**
     * A turn with what surrounds it.
     *
     * @param matches what was found in its text, in order, not overlapping; empty if no words were looked for
     * @param before  the turn before; null at the start of the call
     * @param after   the turn after; null at its end
     */
    public record FoundTurn(
            CallId call,
            String title,
            @Nullable String rep,
            @Nullable Instant startedAt,
            Said said,
            List<Range> matches,
            @Nullable Said before,
            @Nullable Said after) {

        public FoundTurn {
            matches = List.copyOf(matches);
        }
    }
}
