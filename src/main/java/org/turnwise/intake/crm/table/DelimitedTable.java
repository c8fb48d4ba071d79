package org.turnwise.intake.crm.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.intake.reading.Unreadable;

/** Finds a table in text with delimiters, such as a report that has a title above and a footer below. */
final class DelimitedTable {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int LOOKED_AT = 60;
    private static final int MOST_ROWS = 2_000_000;
    private static final int MOST_COLUMNS = 2_000;
    private static final int FEWEST_KNOWN = 2;

    private DelimitedTable() {}

    /** @param width columns of the header */
    private record Found(CSVFormat format, int at, int known, int width) {}

    static RawTable of(String text, ColumnProfile profile) throws Unreadable {
        List<Found> found = new ArrayList<>();
        for (char delimiter : DELIMITERS) {
            CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(false).setTrailingData(true).get();
            found.add(header(format, rows(text, format, LOOKED_AT, new ArrayList<>()), profile));
        }
        Found best = found.stream().max(Comparator.comparingInt(Found::known).thenComparingInt(Found::width)).orElseThrow();
        List<Problem> broken = new ArrayList<>();
        List<RawTable.Row> rows = rows(text, best.format(), MOST_ROWS, broken);
        if (rows.isEmpty()) {
            throw broken.isEmpty() ? new Unreadable(0, "is empty") : new Unreadable(broken.getFirst().line(), broken.getFirst().reason());
        }
        RawTable.Row header = rows.get(best.at());
        if (header.cells().size() > MOST_COLUMNS) {
            throw new Unreadable(header.line(), "has " + header.cells().size() + " columns, and no table of outcomes has more than " + MOST_COLUMNS);
        }
        List<RawTable.Row> below = rows.subList(best.at() + 1, rows.size());
        int end = ReportFooter.begin(new Columns(header.cells(), below, profile), below);
        return new RawTable(header.cells(), header.line(), below.subList(0, end), broken, below.subList(end, below.size()), null);
    }

    /** The first row that has two columns that are known, else the first of all. */
    private static Found header(CSVFormat format, List<RawTable.Row> rows, ColumnProfile profile) {
        for (int at = 0; at < rows.size(); at++) {
            int known = known(rows.get(at), profile);
            if (known >= FEWEST_KNOWN) {
                return new Found(format, at, known, rows.get(at).cells().size());
            }
        }
        return rows.isEmpty() ? new Found(format, 0, 0, 0) : new Found(format, 0, known(rows.getFirst(), profile), rows.getFirst().cells().size());
    }

    private static int known(RawTable.Row row, ColumnProfile profile) {
        Set<Meaning> known = new HashSet<>();
        row.cells().forEach(cell -> profile.meaning(cell).ifPresent(known::add));
        return known.size();
    }

    /** Rows that are not blank, up to where the text stops being a table. */
    private static List<RawTable.Row> rows(String text, CSVFormat format, int most, List<Problem> broken) {
        List<RawTable.Row> rows = new ArrayList<>();
        long line = 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < most && records.hasNext()) {
                CSVRecord row = records.next();
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new RawTable.Row((int) line, row.toList()));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            broken.add(new Problem((int) line, "a quote that opens here is never closed, so the rows from here on can't be told apart;"
                    + " correct it and import the table again"));
        }
        return rows;
    }
}
