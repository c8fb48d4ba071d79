package org.turnwise.ui.common;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and times are written, the same everywhere. */
public final class Figures {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private Figures() {}

    /** A probability as whole percent: {@code 52 %}. */
    public static String percent(double probability) {
        return Math.round(100 * probability) + " %";
    }

    /** A number of points with its sign and a true minus: {@code +3}, {@code −11}, {@code 0}. */
    public static String signed(long points) {
        return points > 0 ? "+" + points : points < 0 ? "\u2212" + -points : "0";
    }

    /** A score in [0, 1] as the field writes it: {@code .217}, {@code 1.000}; a dash where there is none. */
    public static String score(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        String figure = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        String sign = value < 0 && Double.parseDouble(figure) != 0 ? "\u2212" : "";
        return sign + (figure.startsWith("0.") ? figure.substring(1) : figure);
    }

    /** A reward with its sign: {@code +.50}, {@code −1.00}. */
    public static String reward(double value) {
        return (value > 0 ? "+" : "") + score(value, 2);
    }

    /** A count with thin groups: {@code 18,204}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Milliseconds from the start of a call: {@code 17:06}, {@code 1:02:03}. */
    public static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
                : String.format(Locale.ROOT, "%02d:%02d", seconds / 60, seconds % 60);
    }

    /** A day without its year where that is this one. */
    public static String day(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneId.systemDefault());
        return (day.getYear() == LocalDate.now(ZoneId.systemDefault()).getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    public static String timeOfDay(Instant instant) {
        return CLOCK.format(instant.atZone(ZoneId.systemDefault()));
    }
}
