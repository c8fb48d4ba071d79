package org.turnwise.find;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;

/**
 * Some turns of a call, and what a list says of it.
 *
 * @param turns by ordinal
 */
public record Excerpt(CallId id, String title, @Nullable String rep, @Nullable Instant startedAt, List<Participant> participants, Map<Integer, Turn> turns) {

    public Excerpt {
        participants = List.copyOf(participants);
        turns = Map.copyOf(turns);
    }

    Participant speakerOf(Turn turn) {
        return participants.stream()
                .filter(participant -> participant.key().equals(turn.speaker()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + turn.speaker() + "\" takes no part in call " + id));
    }
}
