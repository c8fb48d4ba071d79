package org.turnwise.intake.crm.table;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the columns of one table write them. */
final class Dates {

    private static final String TIME = "(?:(?:T|,? +)(?:at |um |a las |à |às |kl\\.? )?\\d{1,2}[:.h]\\d{2}.{0,50})?";
    private static final String WEEKDAY = "^\\p{L}{2,12}\\.?,\\s+|^(?:mon|tue|wed|thu|fri|sat|sun) ";
    private static final Pattern ISO = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})Z?" + TIME);
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?(?:\\d{6}|\\d{4})Z?)?");
    private static final Pattern EAST_ASIAN = Pattern.compile("(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日일]" + TIME);
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})\\.?" + TIME);
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?\\.?[ /-]?"
            + "(?:of |de |d')?(\\p{L}{3,12})\\.?,?[ /-]?(?:de |del )?(\\d{4}|\\d{2})(?: г\\.?)?" + TIME);
    private static final Pattern MONTH_DAY = Pattern.compile("(\\p{L}{3,12})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})" + TIME);
    private static final Pattern EPOCH = Pattern.compile("\\d{10}|\\d{12,13}");
    private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:[.,]\\d+)?");
    private static final Map<String, Integer> MONTHS = months();
    /** Of what spreadsheets count days from. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2099, 12, 30);
    private static final int CENTURY = 2000;
    /** Of two digits: from here on they are of the century before. */
    private static final int LAST_CENTURY = 80;

    private final DayMonthOrders orders;
    private final int column;

    private Dates(DayMonthOrders orders, int column) {
        this.orders = orders;
        this.column = column;
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
     * Those of one column.
     *
     * @param orders of the whole table
     * @throws Ambiguous if the column has dates that fit both orders, and none is settled
     */
    static Dates of(DayMonthOrders orders, int column) throws Ambiguous {
        Optional<String> example = orders.unsettled(column);
        if (example.isPresent()) {
            throw new Ambiguous(example.get());
        }
        return new Dates(orders, column);
    }

    /** The day by the clock of whoever wrote it; empty if it is none. Seconds or milliseconds since 1970 are taken by UTC. */
    Optional<LocalDate> read(String cell) {
        try {
            return Optional.ofNullable(day(cell.strip())).filter(day -> !day.isBefore(FIRST) && !day.isAfter(LAST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether a date is a number only a spreadsheet understands. */
    static boolean isSerial(String cell) {
        return SERIAL.matcher(cell.strip()).matches();
    }

    private @Nullable LocalDate day(String written) {
        String text = written.replaceAll("[\\s\\u00a0\\u202f]+", " ");
        Matcher found = ISO.matcher(text);
        if (found.matches()) {
            return day(found.group(1), found.group(3), found.group(4));
        }
        found = NUMBERS.matcher(text);
        if (found.matches()) {
            return ofNumbers(found);
        }
        for (Pattern yearFirst : new Pattern[] {COMPACT, EAST_ASIAN}) {
            found = yearFirst.matcher(text);
            if (found.matches()) {
                return day(found.group(1), found.group(2), found.group(3));
            }
        }
        if (EPOCH.matcher(text).matches()) {
            long since = Long.parseLong(text);
            return LocalDate.ofInstant(text.length() == 10 ? Instant.ofEpochSecond(since) : Instant.ofEpochMilli(since), ZoneOffset.UTC);
        }
        found = SERIAL.matcher(text);
        return found.matches() ? DAY_ZERO.plusDays(Long.parseLong(found.group(1))) : ofWords(plain(text).replaceFirst(WEEKDAY, ""));
    }

    private @Nullable LocalDate ofNumbers(Matcher found) {
        Optional<DateOrder> order =
                orders.of(column, Integer.parseInt(found.group(1)), Integer.parseInt(found.group(3)), found.group(2).charAt(0));
        boolean yearFirst = found.group(2).equals("-") && found.group(4).length() == 2 && orders.mayBeYearFirst(column);
        if (order.isEmpty() || yearFirst) {
            return null;
        }
        boolean dayFirst = order.get() == DateOrder.DAY_FIRST;
        return day(found.group(4), found.group(dayFirst ? 3 : 1), found.group(dayFirst ? 1 : 3));
    }

    private static @Nullable LocalDate ofWords(String text) {
        Matcher found = DAY_MONTH.matcher(text);
        if (found.matches()) {
            return month(found.group(2), found.group(3), found.group(1));
        }
        found = MONTH_DAY.matcher(text);
        return found.matches() ? month(found.group(1), found.group(3), found.group(2)) : null;
    }

    private static @Nullable LocalDate month(String word, String year, String day) {
        Integer month = MONTHS.containsKey(word) ? MONTHS.get(word) : MONTHS.get(word.substring(0, Math.min(4, word.length())));
        month = month == null ? MONTHS.get(word.substring(0, 3)) : month;
        return month == null ? null : day(year, month.toString(), day);
    }

    private static LocalDate day(String year, String month, String day) {
        int given = Integer.parseInt(year);
        int century = year.length() > 2 ? 0 : given < LAST_CENTURY ? CENTURY : CENTURY - 100;
        return LocalDate.of(century + given, Integer.parseInt(month), Integer.parseInt(day));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    /** By their beginnings, in the languages of CRMs. */
    private static Map<String, Integer> months() {
        String[] beginnings = {"jan|ene|gen|янв", "feb|fev|фев", "mar|mrz|mrt|maa|мар", "apr|avr|abr|апр", "may|mai|mag|mei|maj|май|мая", "jun|juin|giu|июн",
            "jul|juil|lug|июл", "aug|aou|ago|авг", "sep|set|сен", "oct|okt|out|ott|окт", "nov|ноя", "dec|dez|dic|дек"};
        Map<String, Integer> months = new HashMap<>();
        for (int month = 0; month < beginnings.length; month++) {
            int number = month + 1;
            Arrays.stream(beginnings[month].split("\\|", -1)).forEach(beginning -> months.put(plain(beginning), number));
        }
        return Map.copyOf(months);
    }
}
