package org.turnwise.intake.crm.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnwise.intake.reading.Unreadable;

/** The dates of a table, column by column, and which of them could not be read. */
final class DateColumns {

    private final Columns columns;
    private final Map<Integer, Dates> dates = new LinkedHashMap<>();
    private final Map<Integer, Tally> unread = new LinkedHashMap<>();
    private final Map<Integer, Tally> serials = new LinkedHashMap<>();

    /** How many cells of a column, and the first of them. */
    private static final class Tally {
        private final String example;
        private int cells;

        Tally(String example) {
            this.example = example;
        }
    }

    /**
     * @param meanings which columns hold dates
     * @throws Unreadable if dates of these columns fit both orders of day and month, and neither the table nor a person settles which it is
     */
    DateColumns(RawTable table, Columns columns, ColumnProfile profile, Meaning... meanings) throws Unreadable {
        this.columns = columns;
        DayMonthOrders orders = new DayMonthOrders(profile.dates());
        for (RawTable.Row row : table.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                orders.see(column, row.cell(column));
            }
        }
        for (Meaning meaning : meanings) {
            for (int column : columns.places(meaning)) {
                try {
                    dates.put(column, Dates.of(orders, column));
                } catch (Dates.Ambiguous e) {
                    throw new Unreadable(table.headerLine(), "has dates such as " + e.example() + " in \"" + table.header().get(column).strip()
                            + "\", which fit day-month as well as month-day; say which of them comes first", e);
                }
            }
        }
    }

    /** What a row says by this meaning; empty if it says nothing or no day, which is then remembered. */
    Optional<LocalDate> day(RawTable.Row row, Meaning meaning) {
        for (int column : columns.places(meaning)) {
            String cell = row.cell(column);
            if (!Placeholders.isOne(cell)) {
                return day(column, cell);
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> day(int column, String cell) {
        Dates ofColumn = dates.get(column);
        Optional<LocalDate> day = ofColumn == null ? Optional.empty() : ofColumn.read(cell);
        if (day.isEmpty()) {
            unread.computeIfAbsent(column, any -> new Tally(cell)).cells++;
        } else if (Dates.isSerial(cell)) {
            serials.computeIfAbsent(column, any -> new Tally(cell + ", which is " + day.get())).cells++;
        }
        return day;
    }

    /** What a person should know of dates that were left empty, or read of what hardly looks like one. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        unread.forEach((column, cells) -> notes.add(inWords(column, cells, "is no date that can be read and was left empty",
                "are no dates that can be read and were left empty")));
        serials.forEach((column, cells) -> notes.add(inWords(column, cells, "was read as the number by which a spreadsheet counts days",
                "were read as the numbers by which a spreadsheet counts days")));
        return notes;
    }

    private String inWords(int column, Tally cells, String one, String many) {
        return cells.cells + (cells.cells == 1 ? " cell" : " cells") + " in \"" + columns.header(column) + "\" " + (cells.cells == 1 ? one : many)
                + ", such as " + cells.example + ".";
    }
}
