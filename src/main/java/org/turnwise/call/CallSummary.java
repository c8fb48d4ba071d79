package org.turnwise.call;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a call, without its turns.
 *
 * @param rep   name of the rep who speaks most; null until sides are settled
 * @param turns how many
 */
public record CallSummary(
        CallId id,
        String title,
        @Nullable String rep,
        @Nullable Instant startedAt,
        Instant importedAt,
        int turns,
        boolean sidesSettled,
        String format,
        String sourceName) {}
