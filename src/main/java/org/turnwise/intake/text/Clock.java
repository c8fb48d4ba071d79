package org.turnwise.intake.text;

import java.util.Locale;

/** Times as people's transcripts write them: {@code 1:23}, {@code 00:01:23}, {@code 01:23.450}. */
final class Clock {

    /** A time, as a group-free part of a pattern. */
    static final String TIME = "(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?";

    /** Behind a clock on the wall: {@code PM}, {@code a.m.}; a part of a pattern, without groups. */
    static final String HALF_DAY = "(?:\\s?[AaPp]\\.?[Mm]\\.?)?";

    private static final long HALF_DAY_MS = 12 * 3_600_000L;

    private Clock() {}

    /** Milliseconds from midnight. @param half as {@link #HALF_DAY} matches; empty if the clock counts to 24, or is none and counts from 0:00 */
    static long millis(String clock, String half) {
        String plain = half.replaceAll("[^AaPp]", "").toLowerCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return millis(clock);
        }
        boolean withoutSeconds = clock.indexOf(':') == clock.lastIndexOf(':');
        return millis(withoutSeconds ? clock + ":00" : clock) % HALF_DAY_MS + (plain.startsWith("p") ? HALF_DAY_MS : 0);
    }

    /** Milliseconds from 0:00. @param clock as {@link #TIME} matches */
    static long millis(String clock) {
        String[] parts = clock.split("[:.,]", -1);
        boolean fraction = clock.indexOf('.') >= 0 || clock.indexOf(',') >= 0;
        long seconds = 0;
        for (int i = 0; i < parts.length - (fraction ? 1 : 0); i++) {
            seconds = seconds * 60 + Long.parseLong(parts[i]);
        }
        return seconds * 1000 + (fraction ? Long.parseLong((parts[parts.length - 1] + "00").substring(0, 3)) : 0);
    }
}
