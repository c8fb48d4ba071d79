package org.turnwise.intake.json;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;

/**
 * Absolute times as times within a call, which begins with the earliest.
 *
 * @param first null if there is none
 */
record Moments(@Nullable Instant first) {

    static Moments of(List<Value> rows, String field) {
        Instant first = null;
        for (Value row : rows) {
            Instant at = row.at(field).instant();
            first = first == null || at != null && at.isBefore(first) ? at : first;
        }
        return new Moments(first);
    }

    /** In milliseconds; null where nothing is said. */
    @Nullable Long since(Value moment) throws Unreadable {
        if (!moment.isThere() || moment.text() == null) {
            return null;
        }
        Instant at = moment.instant();
        if (at == null || first == null) {
            throw moment.wrong("is \"" + Unreadable.shown(String.valueOf(moment.text())) + "\", but must be a time such as 2026-03-14T09:30:00Z");
        }
        return Duration.between(first, at).toMillis();
    }
}
