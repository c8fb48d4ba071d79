package org.turnwise.intake.crm.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the columns of one table write them. */
final class Dates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[T ].*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})\\.?(?:[ ,T].*)?");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})\\.?[ -](\\p{L}{3,12})\\.?,?[ -](\\d{4})(?:[ ,].*)?");
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2}),? (\\d{4})(?:[ ,].*)?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");
    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1), Map.entry("ene", 1), Map.entry("gen", 1), Map.entry("feb", 2), Map.entry("fev", 2), Map.entry("fév", 2), Map.entry("mar", 3),
            Map.entry("mär", 3), Map.entry("mrz", 3), Map.entry("apr", 4), Map.entry("avr", 4), Map.entry("abr", 4), Map.entry("may", 5), Map.entry("mai", 5),
            Map.entry("mag", 5), Map.entry("jun", 6), Map.entry("juin", 6), Map.entry("giu", 6), Map.entry("jul", 7), Map.entry("juil", 7),
            Map.entry("lug", 7), Map.entry("aug", 8), Map.entry("aoû", 8), Map.entry("ago", 8), Map.entry("sep", 9), Map.entry("set", 9),
            Map.entry("oct", 10), Map.entry("okt", 10), Map.entry("out", 10), Map.entry("ott", 10), Map.entry("nov", 11), Map.entry("dec", 12),
            Map.entry("dez", 12), Map.entry("déc", 12), Map.entry("dic", 12));
    private static final int CENTURY = 2000;

    private final DateOrder order;

    private Dates(DateOrder order) {
        this.order = order;
    }

    /** Nothing in the cells says which of day and month comes first. */
    static final class Ambiguous extends Exception {
        private final String example;

        Ambiguous(String example) {
            super("day or month first in " + example);
            this.example = example;
        }

        String example() {
            return example;
        }
    }

    /**
     * Reads the order of day and month off all dates of a table.
     *
     * @param order what a person said, or null
     */
    static Dates of(Collection<String> cells, @Nullable DateOrder order) throws Ambiguous {
        if (order != null) {
            return new Dates(order);
        }
        int dayFirst = 0;
        int monthFirst = 0;
        String unclear = "";
        for (String cell : cells) {
            Matcher numbers = NUMBERS.matcher(cell.strip());
            if (numbers.matches()) {
                int first = Integer.parseInt(numbers.group(1));
                int second = Integer.parseInt(numbers.group(3));
                dayFirst += first > 12 || numbers.group(2).equals(".") ? 1 : 0;
                monthFirst += second > 12 && first <= 12 ? 1 : 0;
                unclear = first <= 12 && second <= 12 && first != second ? cell.strip() : unclear;
            }
        }
        if (dayFirst == monthFirst && !unclear.isEmpty()) {
            throw new Ambiguous(unclear);
        }
        return new Dates(monthFirst > dayFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST);
    }

    /** The day by the clock of whoever wrote it; empty if it is none. Milliseconds since 1970 are taken by UTC. */
    Optional<LocalDate> read(String cell) {
        String text = cell.strip();
        try {
            Matcher found = ISO.matcher(text);
            if (found.matches()) {
                return Optional.of(day(found.group(1), found.group(2), found.group(3)));
            }
            found = NUMBERS.matcher(text);
            if (found.matches()) {
                boolean dayFirst = order == DateOrder.DAY_FIRST || found.group(2).equals(".");
                return Optional.of(day(year(found.group(4)), found.group(dayFirst ? 3 : 1), found.group(dayFirst ? 1 : 3)));
            }
            found = DAY_MONTH.matcher(text);
            if (found.matches()) {
                return month(found.group(2), found.group(3), found.group(1));
            }
            found = MONTH_DAY.matcher(text);
            if (found.matches()) {
                return month(found.group(1), found.group(3), found.group(2));
            }
            if (EPOCH_MILLIS.matcher(text).matches()) {
                return Optional.of(LocalDate.ofInstant(Instant.ofEpochMilli(Long.parseLong(text)), ZoneOffset.UTC));
            }
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String year(String digits) {
        return digits.length() == 2 ? String.valueOf(CENTURY + Integer.parseInt(digits)) : digits;
    }

    private static Optional<LocalDate> month(String word, String year, String day) {
        String lower = word.toLowerCase(Locale.ROOT);
        Integer month = lower.startsWith("juin") || lower.startsWith("juil") ? MONTHS.get(lower.substring(0, 4)) : MONTHS.get(lower.substring(0, 3));
        return month == null ? Optional.empty() : Optional.of(day(year, month.toString(), day));
    }
}
