package org.turnwise.intake.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.TimeScale;

/**
 * How a table of turns is laid out: a guess, or what a person made of it.
 *
 * @param header  as written
 * @param columns 0-based; at least {@link Column#TEXT}
 * @param unit    of its times
 */
public record TableLayout(char delimiter, List<String> header, Map<Column, Integer> columns, TimeUnit unit) {

    /** How times are written. */
    public enum TimeUnit {
        SECONDS,
        MILLISECONDS,
        /** {@code 1:23} or {@code 00:01:23.5}, from the start or on the wall. */
        CLOCK,
        /** A date with a time, such as 2026-03-14T09:30:00Z. */
        INSTANT
    }

    static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int GUESSED_FROM = 200;
    private static final int LONGEST_HEADER = 10_000;
    /** Documents hold tables of much else; what stands below a title must say who said what, and when. */
    private static final Set<Column> SURELY_TURNS = Set.of(Column.SPEAKER, Column.TEXT, Column.START);
    private static final Set<String> OUTCOMES = Set.of("iswon", "won", "isclosedwon", "hsisclosedwon", "outcome", "result", "disposition", "calloutcome",
            "meetingoutcome", "status");

    public TableLayout {
        header = List.copyOf(header);
        columns = Map.copyOf(columns);
    }

    /**
     * The likeliest layout of a table that begins so; empty if it is no table of turns, which has a header with a column for words and one for speakers
     * or times.
     *
     * @param asWritten the whole text or its first lines
     */
    public static Optional<TableLayout> guess(String asWritten) {
        String start = MarkdownTable.plain(asWritten);
        boolean titled = MarkdownTable.isTitled(asWritten);
        Optional<TableLayout> best = Optional.empty();
        String first = start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        if (first.length() > LONGEST_HEADER) {
            return best;
        }
        for (char delimiter : DELIMITERS) {
            if (first.indexOf(delimiter) < 0) {
                continue;
            }
            List<CSVRecord> rows = firstRows(start, delimiter);
            if (rows.isEmpty() || rows.getFirst().size() < 2) {
                continue;
            }
            List<String> header = rows.getFirst().toList();
            Map<Column, Integer> columns = columns(header);
            if (titled && !columns.keySet().containsAll(SURELY_TURNS)) {
                continue;
            }
            roles(columns, header.size(), rows.subList(1, rows.size())).ifPresent(at -> columns.putIfAbsent(Column.SPEAKER, at));
            wordiest(columns, header.size(), rows.subList(1, rows.size())).ifPresent(at -> columns.putIfAbsent(Column.TEXT, at));
            withoutRowIds(columns, rows.subList(1, rows.size()));
            boolean better = best.isEmpty() || columns.size() > best.get().columns().size();
            if (better && isOfTurns(header, columns)) {
                best = Optional.of(new TableLayout(delimiter, header, columns, Times.unit(header, columns, rows.subList(1, rows.size()))));
            }
        }
        return best;
    }

    /** The same as a mapping that a person may correct. @param names of the columns, as {@link TableRows} gives them */
    MappingProfile profile(List<String> names) {
        return new MappingProfile(
                "guess", "", names.get(columns.getOrDefault(Column.TEXT, 0)), name(names, Column.SPEAKER), name(names, Column.START), name(names, Column.END),
                has(Column.END) ? null : name(names, Column.DURATION), unit == TimeUnit.MILLISECONDS ? TimeScale.MILLISECONDS : TimeScale.SECONDS,
                name(names, Column.CALL), name(names, Column.SIDE), name(names, Column.ORDER));
    }

    private @Nullable String name(List<String> names, Column column) {
        Integer at = columns.get(column);
        return at == null ? null : names.get(at);
    }

    /** The cell of a row, without space around it; empty where the row has none. */
    String cell(CSVRecord row, Column column) {
        Integer at = columns.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    boolean has(Column column) {
        return columns.containsKey(column);
    }

    /** @param headerLine where the header stands in the file, or would stand if it had one */
    RowWalk rows(String asWritten, int headerLine) {
        return new RowWalk(MarkdownTable.plain(asWritten), delimiter, headerLine);
    }

    static CSVFormat format(char delimiter) {
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    }

    /** As many as come out whole: a beginning may end within a quoted cell, and what is no table may hold any quotes. */
    static List<CSVRecord> firstRows(String start, char delimiter) {
        List<CSVRecord> rows = new ArrayList<>();
        try (CSVParser parser = format(delimiter).parse(new StringReader(start))) {
            for (CSVRecord row : parser) {
                rows.add(row);
                if (rows.size() >= GUESSED_FROM) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return rows;
        }
        return rows;
    }

    /**
     * Whether all rows have as many cells as the first, two or more, but for the last, which may be cut off. What is no table has commas here and there, and
     * space behind them.
     */
    static boolean areEven(List<CSVRecord> rows) {
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        boolean even = width >= 2 && rows.stream().limit(rows.size() - 1L).allMatch(row -> row.size() == width);
        return even && rows.stream().anyMatch(row -> row.stream().skip(1).anyMatch(cell -> !cell.startsWith(" ")));
    }

    /** Each column goes to what its heading means most likely; a heading is used once. */
    static Map<Column, Integer> columns(List<String> header) {
        List<String> headings = header.stream().map(heading -> plain(heading.replaceAll("[(\\[].{1,20}[)\\]]\\s*$", ""))).toList();
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (Column column : Column.values()) {
            int best = -1;
            for (int i = 0; i < headings.size(); i++) {
                int rank = column.rank(headings.get(i));
                if (rank >= 0 && !columns.containsValue(i) && (best < 0 || rank < column.rank(headings.get(best)))) {
                    best = i;
                }
            }
            if (best >= 0) {
                columns.put(column, best);
            }
        }
        if (!columns.containsKey(Column.SPEAKER) && columns.containsKey(Column.SIDE)) {
            columns.put(Column.SPEAKER, columns.get(Column.SIDE)); // people go by their role, if by nothing else
        }
        return columns;
    }

    /** Beside a column of words, one that holds the roles of two sides and nothing else says who speaks, whatever it is called. */
    private static Optional<Integer> roles(Map<Column, Integer> columns, int width, List<CSVRecord> rows) {
        if (!columns.containsKey(Column.TEXT) || columns.containsKey(Column.SPEAKER)) {
            return Optional.empty();
        }
        return IntStream.range(0, width).filter(at -> !columns.containsValue(at)).boxed().filter(at -> {
            List<String> cells = rows.stream().map(row -> row.size() > at ? row.get(at).strip() : "").filter(cell -> !cell.isEmpty()).toList();
            return cells.stream().distinct().count() >= 2 && cells.stream().allMatch(cell -> SideWords.sideOf(cell).isPresent());
        }).findFirst();
    }

    /** Where speakers and times are told by their headings, the words stand in the column with most of them, whatever it is called. */
    private static Optional<Integer> wordiest(Map<Column, Integer> columns, int width, List<CSVRecord> rows) {
        if (columns.containsKey(Column.TEXT) || !columns.containsKey(Column.SPEAKER) || !columns.containsKey(Column.START) || rows.isEmpty()) {
            return Optional.empty();
        }
        int best = -1;
        long most = rows.size() * 2L;
        for (int at = 0; at < width; at++) {
            int column = at;
            long words = rows.stream().filter(row -> row.size() > column).mapToLong(row -> row.get(column).strip().split("\\s+", -1).length).sum();
            if (!columns.containsValue(at) && words > most) {
                best = at;
                most = words;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** What is different in every row names rows, not calls. */
    private static void withoutRowIds(Map<Column, Integer> columns, List<CSVRecord> rows) {
        Integer call = columns.get(Column.CALL);
        if (call != null && rows.size() > 1 && rows.stream().map(row -> row.size() > call ? row.get(call) : "").distinct().count() == rows.size()) {
            columns.remove(Column.CALL);
        }
    }

    /** A table that says what came of calls may have remarks and people in it too, but neither times nor an order. */
    private static boolean isOfTurns(List<String> header, Map<Column, Integer> columns) {
        boolean outcomes = header.stream().map(TableLayout::plain).anyMatch(OUTCOMES::contains);
        boolean placed = columns.containsKey(Column.START) || columns.containsKey(Column.ORDER);
        return columns.containsKey(Column.TEXT) && (columns.containsKey(Column.SPEAKER) || columns.containsKey(Column.START)) && (placed || !outcomes);
    }

    static String plain(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
