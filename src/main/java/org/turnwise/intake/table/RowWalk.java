package org.turnwise.intake.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.intake.reading.Unreadable;

/** Goes through the rows of a table. Whoever makes calls of them hands none over before the end is reached: of a table that is cut off nothing comes in. */
final class RowWalk {

    private final String text;
    private final char delimiter;
    private final int headerLine;

    /** @param headerLine where the header stands in the file, or would stand if it had one */
    RowWalk(String text, char delimiter, int headerLine) {
        this.text = text;
        this.delimiter = delimiter;
        this.headerLine = headerLine;
    }

    /** What is made of a row below the header. */
    interface Visitor {

        /**
         * @param line where the row begins
         * @return whether to go on
         */
        boolean row(CSVRecord cells, int line) throws Unreadable;
    }

    /** @throws Unreadable if rows can't be told apart, or the last one is cut off */
    void below(Visitor visitor) throws Unreadable {
        try (CSVParser parser = TableLayout.format(delimiter).parse(new StringReader(text))) {
            int line = headerLine;
            int width = 0;
            int last = 0;
            for (CSVRecord row : parser) {
                if (width > 0 && !visitor.row(row, line)) {
                    return;
                }
                width = width == 0 ? row.size() : width;
                last = row.size();
                line = (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + headerLine);
            }
            if (endsWithin() && last < width) {
                throw new Unreadable(line, "the table is cut off in the middle of its last row; nothing of it was brought in. Export it again");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            throw new Unreadable(0, "can't be read as a table: a cell begins with a quote that is not closed, or it is cut off; export it again", e);
        }
    }

    /** Whether its last row may not be complete. */
    boolean endsWithin() {
        return !text.endsWith("\n");
    }
}
