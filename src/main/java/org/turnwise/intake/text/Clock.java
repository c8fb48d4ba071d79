package org.turnwise.intake.text;

/** Times as people's transcripts write them: {@code 1:23}, {@code 00:01:23}, {@code 01:23.450}. */
final class Clock {

    /** A time, as a group-free part of a pattern. */
    static final String TIME = "(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?";

    private Clock() {}

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
