package org.turnwise.intake.crm.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.reward.SourceRow;

/** Reads the history of deals' stages, a change a row. */
final class StageRows {

    private final TableReader.Rows rows;

    StageRows(TableReader.Rows rows) {
        this.rows = rows;
    }

    TableReading.StageChanges read() throws Unreadable {
        DateColumns dates = rows.dates(Meaning.CHANGED_AT);
        List<StageChange> changes = new ArrayList<>();
        for (RawTable.Row row : rows.table().rows()) {
            Optional<String> id = DealIds.of(rows, row);
            Optional<String> to = rows.columns().value(row, Meaning.TO_STAGE);
            String said = rows.columns().value(row, Meaning.CHANGED_AT).orElse("");
            Optional<LocalDate> on = dates.day(row, Meaning.CHANGED_AT);
            if (id.isEmpty()) {
                continue;
            }
            if (to.isEmpty()) {
                rows.fail(row, "names no stage in \"" + rows.columns().headerOf(Meaning.TO_STAGE) + "\"");
            } else if (on.isEmpty()) {
                rows.fail(row, "\"" + said + "\" in \"" + rows.columns().headerOf(Meaning.CHANGED_AT) + "\" is no date");
            } else {
                String from = rows.columns().value(row, Meaning.FROM_STAGE).orElse("");
                changes.add(new StageChange(id.get(), on.get(), from, to.get(), new SourceRow(rows.file(), row.line(), id.get())));
            }
        }
        return new TableReading.StageChanges(changes);
    }
}
