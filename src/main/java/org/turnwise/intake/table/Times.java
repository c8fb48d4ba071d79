package org.turnwise.intake.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
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

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(?:[.,]\\d{1,9})?");
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,3}):)?(\\d{1,3}):(\\d{1,2})(?:[.,](\\d{1,9}))?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.{0,30}");
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
        String first = cells.stream().findFirst().orElse("");
        if (CLOCK.matcher(first).matches()) {
            return TimeUnit.CLOCK;
        }
        if (DATE.matcher(first).matches()) {
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
        String hours = clock.group(1);
        String fraction = clock.group(4);
        long seconds = (hours == null ? 0 : Long.parseLong(hours)) * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3));
        return seconds * 1000 + (fraction == null ? 0 : Long.parseLong((fraction + "00").substring(0, 3)));
    }

    private static @Nullable Long instant(String cell) {
        String iso = cell.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T").replaceFirst(" ?UTC$", "Z");
        try {
            return OffsetDateTime.parse(iso).toInstant().toEpochMilli();
        } catch (DateTimeException e) {
            return local(iso);
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
