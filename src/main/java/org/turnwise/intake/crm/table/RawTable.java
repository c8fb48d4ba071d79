package org.turnwise.intake.crm.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as text.
 *
 * @param header     as written
 * @param headerLine from 1
 * @param rows       below the header, blank ones and what reports put at their end left out
 * @param broken     where rows could not be told apart
 * @param footer     rows below the last one of data
 * @param decimals   the mark before decimals, where the format itself says; null if whoever wrote the table chose one
 */
record RawTable(List<String> header, int headerLine, List<Row> rows, List<Problem> broken, List<Row> footer,
        @Nullable Character decimals) {

    /** @param cells may be fewer or more than the header's */
    record Row(int line, List<String> cells) {

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    RawTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        broken = List.copyOf(broken);
        footer = List.copyOf(footer);
    }
}
