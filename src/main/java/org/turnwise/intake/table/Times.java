package org.turnwise.intake.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.table.TableLayout.TimeUnit;

/** Times in cells: numbers with a point or a comma, clocks, dates with times. */
final class Times {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,30})?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,9}))?(?:\\s?([AaPp])\\.?[Mm]\\.?)?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.{0,30}");
    private static final Pattern LOCAL_DATE = Pattern.compile("(\\d{1,2})([/.])(\\d{1,2})[/.](\\d{2}|\\d{4}),? +(\\d{1,2}:\\d{2}.{0,20})");
    private static final Pattern TO = Pattern.compile("\\s+(?:-|\u2013|\u2014|-->|\u2192)\\s+");
    private static final double LONG_CALL_MS = 20_000;

    private Times() {}

    /**
     * By the first times; where they are numbers, by the heading, else by how long a turn lasts: most last between a third of a second and a minute.
     * Whole numbers that go
     * beyond 20,000 are milliseconds, or the call would last longer than a working day.
     */
    static TimeUnit unit(List<String> header, Map<Column, Integer> columns, List<CSVRecord> rows) {
        Integer start = columns.get(Column.START);
        if (start == null) {
            return TimeUnit.SECONDS;
        }
        List<String> cells = cells(rows, start);
        String first = from(cells.stream().findFirst().orElse(""));
        if (CLOCK.matcher(first).matches()) {
            return TimeUnit.CLOCK;
        }
        if (DATE.matcher(first).matches() || LOCAL_DATE.matcher(first).matches()) {
            return TimeUnit.INSTANT;
        }
        String heading = TableLayout.plain(header.get(start));
        if (heading.endsWith("ms") || heading.contains("milli")) {
            return TimeUnit.MILLISECONDS;
        }
        if (heading.contains("sec")) {
            return TimeUnit.SECONDS;
        }
        return byLength(cells, columns.get(Column.END), rows);
    }

    private static TimeUnit byLength(List<String> cells, @Nullable Integer end, List<CSVRecord> rows) {
        List<Double> starts = numbers(cells);
        List<Double> ends = end == null ? List.of() : numbers(cells(rows, end));
        List<Double> lengths = new ArrayList<>();
        for (int i = 0; i + 1 < starts.size(); i++) {
            lengths.add(ends.size() == starts.size() ? ends.get(i) - starts.get(i) : starts.get(i + 1) - starts.get(i));
        }
        double most = starts.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        boolean whole = starts.stream().allMatch(value -> value == Math.rint(value));
        List<Double> forward = lengths.stream().filter(length -> length > 0).sorted().toList();
        double median = forward.isEmpty() ? 0 : forward.get(forward.size() / 2);
        return whole && most > LONG_CALL_MS || median >= 300 ? TimeUnit.MILLISECONDS : TimeUnit.SECONDS;
    }

    /** Of a cell that gives a range of time, where it begins; else the cell. */
    static String from(String cell) {
        return cell.length() > 80 ? cell : TO.split(cell, 2)[0];
    }

    /** Where a range of time ends; empty if the cell gives none. */
    static String to(String cell) {
        String[] ends = cell.length() > 80 ? new String[0] : TO.split(cell, 2);
        return ends.length == 2 ? ends[1] : "";
    }

    private static List<String> cells(List<CSVRecord> rows, int column) {
        return rows.stream().filter(row -> row.size() > column && !row.get(column).isBlank()).map(row -> row.get(column).strip()).toList();
    }

    private static List<Double> numbers(List<String> cells) {
        return cells.stream().filter(cell -> NUMBER.matcher(cell).matches()).map(cell -> Double.valueOf(cell.replace(',', '.'))).toList();
    }

    /** Milliseconds from wherever the unit counts from; null if the cell is empty or no such time. */
    static @Nullable Long millis(String cell, TimeUnit unit) {
        if (cell.isEmpty()) {
            return null;
        }
        return switch (unit) {
            case SECONDS -> number(cell, 1000);
            case MILLISECONDS -> number(cell, 1);
            case CLOCK -> clock(cell);
            case INSTANT -> instant(cell);
        };
    }

    private static @Nullable Long number(String cell, int scale) {
        if (!NUMBER.matcher(cell).matches()) {
            return null;
        }
        return new BigDecimal(cell.replace(',', '.')).multiply(BigDecimal.valueOf(scale)).setScale(0, RoundingMode.HALF_UP).longValue();
    }

    private static @Nullable Long clock(String cell) {
        Matcher clock = CLOCK.matcher(cell);
        if (!clock.matches()) {
            return number(cell, 1000);
        }
        String fraction = clock.group(4);
        long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
        if (clock.group(5) != null) {
            hours = hours % 12 + (clock.group(5).equalsIgnoreCase("p") ? 12 : 0);
        }
        long seconds = hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3));
        return seconds * 1000 + (fraction == null ? 0 : Long.parseLong((fraction + "00").substring(0, 3)));
    }

    private static @Nullable Long instant(String cell) {
        String iso = cell.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replaceFirst(" ?UTC$", "Z");
        try {
            return OffsetDateTime.parse(iso).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return LOCAL_DATE.matcher(cell).matches() ? localDate(cell) : local(iso);
        }
    }

    /** Day and month are told apart where they can be; else the month comes first with slashes, the day with points. Only the distance between rows counts. */
    private static @Nullable Long localDate(String cell) {
        Matcher date = LOCAL_DATE.matcher(cell);
        Long clock = date.matches() ? clock(date.group(5)) : null;
        if (clock == null) {
            return null;
        }
        int first = Integer.parseInt(date.group(1));
        int second = Integer.parseInt(date.group(3));
        boolean dayFirst = first > 12 || second <= 12 && date.group(2).equals(".");
        int year = Integer.parseInt(date.group(4));
        try {
            LocalDate day = LocalDate.of(year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second);
            return day.toEpochDay() * 86_400_000L + clock;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Long local(String iso) {
        try {
            return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether the cell says which moment it is, whatever the time zone of whoever reads it. */
    static @Nullable Instant moment(String cell) {
        try {
            return OffsetDateTime.parse(cell.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replaceFirst(" ?UTC$", "Z")).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
