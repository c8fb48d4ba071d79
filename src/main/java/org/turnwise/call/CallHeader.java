package org.turnwise.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call without its words: what is asked of many calls at once, such as whose deal each belongs to.
 *
 * @param source   with its extras
 * @param turns    how many
 * @param lengthMs from its start to where its last turn ends, or starts if no end is known; null without times
 */
public record CallHeader(
        CallId id, String title, Source source, @Nullable String rep, @Nullable Instant startedAt, List<Participant> participants, TimingClass timing,
        int turns,
        @Nullable Long lengthMs) {

    public CallHeader {
        participants = List.copyOf(participants);
    }
}
