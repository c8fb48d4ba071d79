package org.turnwise.intake.reading;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments as tools write them: ISO 8601, or seconds, milliseconds, microseconds or nanoseconds since 1970. */
public final class Timestamps {

    /** 1973 in milliseconds, and the year 5138 in seconds. */
    private static final long FIRST_MILLIS = 100_000_000_000L;
    private static final long FIRST_SECONDS = 100_000_000L;
    private static final long FIRST_MICROS = 100_000_000_000_000L;
    private static final long FIRST_NANOS = 100_000_000_000_000_000L;
    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(?:\\.\\d{1,9})?(?:[eE]\\d{1,2})?|\\d\\.\\d{1,17}[eE]\\d{1,2}");
    private static final Pattern WITH_ZONE = Pattern.compile("\\d{4}-.*(?:[zZ]|[+-]\\d{2}:?\\d{2})");

    private Timestamps() {}

    /** Null if the text is no moment. One without a zone is taken to be UTC. */
    public static @Nullable Instant instant(String text) {
        String moment = text.strip();
        try {
            if (NUMBER.matcher(moment).matches()) {
                return epoch(new BigDecimal(moment));
            }
            if (WITH_ZONE.matcher(moment).matches()) {
                return OffsetDateTime.parse(moment.replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant();
            }
            return LocalDateTime.parse(moment.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable Instant epoch(BigDecimal number) {
        if (number.precision() - number.scale() > 19 || number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0 || number.longValue() < FIRST_SECONDS) {
            return null;
        }
        if (number.longValue() >= FIRST_MICROS) {
            long micros = number.longValue() >= FIRST_NANOS ? number.longValue() / 1000 : number.longValue();
            return Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
        }
        long millis = number.longValue() >= FIRST_MILLIS ? number.longValue() : number.movePointRight(3).longValue();
        return Instant.ofEpochMilli(millis);
    }
}
