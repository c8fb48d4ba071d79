package org.turnwise.intake.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;

/** What other files of the same import say of calls: some tools write who took part in one file and what was said in another. Not for several threads. */
public interface AboutCalls {

    /** Where nothing else is at hand. */
    AboutCalls NOTHING = callId -> Optional.empty();

    /**
     * Somebody who took part.
     *
     * @param speakerId by which the transcript names them
     * @param name      null if only the id is known
     */
    record Party(String speakerId, @Nullable String name, Side side) {}

    /**
     * @param account         the customer, if the source names it
     * @param durationSeconds of the whole call
     * @param extras          a JSON object with the rest that is worth keeping, or null
     */
    record About(
            @Nullable String title, @Nullable Instant startedAt, @Nullable String account, @Nullable BigDecimal durationSeconds, List<Party> parties,
                    @Nullable String extras) {

        public About {
            parties = List.copyOf(parties);
        }
    }

    /** @param callId as the tool that recorded the call names it */
    Optional<About> of(String callId);
}
