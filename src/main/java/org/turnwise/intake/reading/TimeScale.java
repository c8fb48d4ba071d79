package org.turnwise.intake.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a bare number that says when something was said counts. Times that say so themselves ({@code 0:01:02.5}, {@code 1.2s}, {@code PT1.2S}) are read alike
 * in each.
 */
public enum TimeScale {
    SECONDS(3),
    MILLISECONDS(0),
    /** Of 100 nanoseconds, as Azure counts. */
    TICKS(-4);

    /** In milliseconds; 116 days, beyond which no time within a call lies. */
    public static final long MOST_MILLIS = 10_000_000_000L;

    private static final Pattern CLOCK = Pattern.compile("(-?)(?:(\\d{1,4}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,9}))?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(?:[.,]\\d{1,30})?(?:[eE][+-]?\\d{1,3})?");
    private static final Pattern WITH_UNIT = Pattern.compile("([+-]?\\d{1,20}(?:\\.\\d{1,30})?)\\s*(ms|s|sec|secs|seconds)", Pattern.CASE_INSENSITIVE);
    private static final BigDecimal LONGEST_TYPICAL_PIECE = BigDecimal.valueOf(60);
    private static final BigDecimal LATEST_IN_SECONDS = BigDecimal.valueOf(20_000);

    private final int shift;

    TimeScale(int shift) {
        this.shift = shift;
    }

    /** To the nearest millisecond; empty if no time within a call is that far. May be negative. */
    public OptionalLong millis(BigDecimal number) {
        BigDecimal magnitude = number.abs();
        if (magnitude.signum() == 0 || magnitude.precision() - magnitude.scale() + shift < -2) {
            return OptionalLong.of(0); // 1e-999999999 would take for ever to round
        }
        if (magnitude.precision() - magnitude.scale() + shift > 11) {
            return OptionalLong.empty();
        }
        long millis = number.movePointRight(shift).setScale(0, RoundingMode.HALF_UP).longValueExact();
        return Math.abs(millis) > MOST_MILLIS ? OptionalLong.empty() : OptionalLong.of(millis);
    }

    /** In milliseconds; empty if the text is no time. */
    public OptionalLong millis(String text) {
        String time = text.strip();
        if (NUMBER.matcher(time).matches()) {
            return millis(new BigDecimal(time.replace(',', '.')));
        }
        Matcher clock = CLOCK.matcher(time);
        if (clock.matches()) {
            return OptionalLong.of(clockMillis(clock));
        }
        Matcher unit = WITH_UNIT.matcher(time);
        if (unit.matches()) {
            return (unit.group(2).equalsIgnoreCase("ms") ? MILLISECONDS : SECONDS).millis(new BigDecimal(unit.group(1)));
        }
        return time.startsWith("PT") || time.startsWith("P0D") ? duration(time) : OptionalLong.empty();
    }

    /** What a field counts, as far as its name says so; null if it does not. @param name in lower case, letters and digits only */
    public static @Nullable TimeScale called(String name) {
        if (name.endsWith("ms") || name.contains("millis")) {
            return MILLISECONDS;
        }
        if (name.contains("ticks")) {
            return TICKS;
        }
        return name.endsWith("seconds") || name.endsWith("secs") || name.endsWith("sec") ? SECONDS : null;
    }

    /** Whether the text is a number, so that only a scale says what it means. */
    public static boolean isBare(String text) {
        return NUMBER.matcher(text.strip()).matches();
    }

    private static long clockMillis(Matcher clock) {
        long hours = clock.group(2) == null ? 0 : Long.parseLong(clock.group(2));
        long seconds = hours * 3600 + Long.parseLong(clock.group(3)) * 60 + Long.parseLong(clock.group(4));
        long millis = seconds * 1000 + (clock.group(5) == null ? 0 : Long.parseLong((clock.group(5) + "00").substring(0, 3)));
        return clock.group(1).isEmpty() ? millis : -millis;
    }

    private static OptionalLong duration(String text) {
        try {
            long millis = Duration.parse(text).toMillis();
            return Math.abs(millis) > MOST_MILLIS ? OptionalLong.empty() : OptionalLong.of(millis);
        } catch (DateTimeException | ArithmeticException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * What bare numbers count, by how they lie: against the call's duration if it is known, else by how long a piece of speech is. Empty if both seconds and
     * milliseconds could be meant, or neither.
     *
     * @param starts          in the order of the file
     * @param ends            of the same pieces; empty where the source gives none, and then each ends where the next starts
     * @param durationSeconds of the call, or null
     */
    public static Optional<TimeScale> guess(List<BigDecimal> starts, List<BigDecimal> ends, @Nullable BigDecimal durationSeconds) {
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal latest = Collections.max(ends.isEmpty() ? starts : ends);
        if (durationSeconds != null && durationSeconds.signum() > 0) {
            double ratio = latest.doubleValue() / durationSeconds.doubleValue();
            if (ratio >= 0.5 && ratio <= 1.5) {
                return Optional.of(SECONDS);
            }
            if (ratio >= 500 && ratio <= 1500) {
                return Optional.of(MILLISECONDS);
            }
        }
        List<BigDecimal> lengths = lengths(starts, ends);
        boolean whole = starts.stream().allMatch(start -> start.stripTrailingZeros().scale() <= 0);
        if (lengths.isEmpty()) {
            return whole && latest.compareTo(LATEST_IN_SECONDS) > 0 ? Optional.of(MILLISECONDS) : Optional.empty();
        }
        BigDecimal typical = lengths.get(lengths.size() / 2);
        if (whole && typical.compareTo(LONGEST_TYPICAL_PIECE) > 0 && latest.compareTo(BigDecimal.valueOf(300)) >= 0) {
            return Optional.of(MILLISECONDS);
        }
        if (whole && latest.compareTo(LATEST_IN_SECONDS) > 0) {
            return Optional.of(MILLISECONDS);
        }
        boolean seconds = typical.compareTo(BigDecimal.valueOf(0.05)) >= 0 && typical.compareTo(LONGEST_TYPICAL_PIECE) <= 0;
        return seconds ? Optional.of(SECONDS) : Optional.empty();
    }

    private static List<BigDecimal> lengths(List<BigDecimal> starts, List<BigDecimal> ends) {
        List<BigDecimal> lengths = new ArrayList<>();
        for (int i = 0; i < (ends.isEmpty() ? starts.size() - 1 : Math.min(starts.size(), ends.size())); i++) {
            BigDecimal length = (ends.isEmpty() ? starts.get(i + 1) : ends.get(i)).subtract(starts.get(i));
            if (length.signum() > 0) {
                lengths.add(length);
            }
        }
        Collections.sort(lengths);
        return lengths;
    }
}
