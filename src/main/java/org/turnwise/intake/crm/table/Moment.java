package org.turnwise.intake.crm.table;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a row was so. @param time null if only the day is said */
record Moment(LocalDate day, @Nullable LocalTime time) {

    private static final Pattern TIME = Pattern.compile("[T ,](\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?:\\.\\d+)? ?([AaPp])?");
    private static final int NOON = 12;

    /** @param cell that says the day, and perhaps the time */
    static Moment of(LocalDate day, String cell) {
        return new Moment(day, time(cell));
    }

    private static @Nullable LocalTime time(String cell) {
        Matcher found = TIME.matcher(cell);
        if (!found.find()) {
            return null;
        }
        int hour = Integer.parseInt(found.group(1));
        if (found.group(4) != null) {
            hour = hour % NOON + (found.group(4).equalsIgnoreCase("p") ? NOON : 0);
        }
        int minute = Integer.parseInt(found.group(2));
        int second = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
        return hour > 23 || minute > 59 || second > 59 ? null : LocalTime.of(hour, minute, second);
    }

    /** Negative if it is before that one, positive if after, 0 if nothing tells. */
    int against(Moment other) {
        int days = day.compareTo(other.day);
        if (days != 0 || time == null || other.time == null) {
            return days;
        }
        return Objects.requireNonNull(time).compareTo(other.time);
    }
}
