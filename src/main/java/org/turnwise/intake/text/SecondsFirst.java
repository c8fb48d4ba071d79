package org.turnwise.intake.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that begin with seconds in brackets, as programs count them: {@code [2.44] Jo Bell: words}. They must rise, or they number something. */
final class SecondsFirst {

    private static final Pattern SECONDS = Pattern.compile("^\\s{0,8}[\\[(]\\s{0,6}(\\d{1,5}(\\.\\d{1,6})?)(?:\\s?(s|sec))?\\s{0,2}[\\])]\\s{1,8}(?=\\S)");

    private SecondsFirst() {}

    /** The lines with clocks in place of the seconds, if nearly all begin so and most of these with parts of a second or a unit; else as they are. */
    static List<String> asClocks(List<String> lines) {
        long spoken = 0;
        long timed = 0;
        long sure = 0;
        BigDecimal last = BigDecimal.ZERO;
        for (String line : lines) {
            spoken += line.isBlank() ? 0 : 1;
            Matcher seconds = SECONDS.matcher(line);
            if (seconds.lookingAt()) {
                BigDecimal at = new BigDecimal(seconds.group(1));
                if (at.compareTo(last) < 0) {
                    return lines;
                }
                last = at;
                timed++;
                sure += seconds.group(2) != null || seconds.group(3) != null ? 1 : 0;
            }
        }
        return timed < 2 || timed * 10 < spoken * 8 || sure * 2 < timed ? lines : lines.stream().map(SecondsFirst::asClock).toList();
    }

    private static String asClock(String line) {
        Matcher seconds = SECONDS.matcher(line);
        if (!seconds.lookingAt()) {
            return line;
        }
        long ms = new BigDecimal(seconds.group(1)).movePointRight(3).longValue();
        String clock = String.format(Locale.ROOT, "[%d:%02d:%02d.%03d] ", ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
        return clock + line.substring(seconds.end());
    }
}
