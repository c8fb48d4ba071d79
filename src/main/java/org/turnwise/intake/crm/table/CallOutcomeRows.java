package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.turnwise.intake.crm.deal.SalesforceId;
import org.turnwise.reward.OutcomeKind;

/** Reads what came of calls, or which deals they belong to, a call a row. */
final class CallOutcomeRows {

    private static final List<Meaning> SAYING = List.of(Meaning.STATUS, Meaning.MEETING_OUTCOME, Meaning.WON, Meaning.STAGE);

    private final TableReader.Rows rows;
    private final Columns columns;

    CallOutcomeRows(TableReader.Rows rows) {
        this.rows = rows;
        this.columns = rows.columns();
    }

    TableReading.CallOutcomes read() {
        List<TableReading.CallOutcome> outcomes = new ArrayList<>();
        for (RawTable.Row row : rows.table().rows()) {
            Optional<String> call = columns.value(row, Meaning.CALL_ID);
            Optional<String> deal = columns.value(row, Meaning.DEAL_ID).map(id -> SalesforceId.isOpportunity(id) ? SalesforceId.canonical(id).orElse(id) : id);
            String said = SAYING.stream().flatMap(meaning -> columns.value(row, meaning).stream()).findFirst().orElse("");
            Optional<OutcomeKind> kind = rows.profile().word(said).or(() -> OutcomeWords.kindOf(said));
            if (call.isEmpty()) {
                rows.fail(row, "names no call; expected its id, title or file name");
            } else if (kind.isEmpty() && !said.isEmpty()) {
                rows.fail(row, "\"" + said + "\" is no outcome that is known; accepted are " + OutcomeWords.ACCEPTED);
            } else if (kind.isEmpty() && deal.isEmpty()) {
                rows.fail(row, "says nothing of the call: expected an outcome; accepted are " + OutcomeWords.ACCEPTED);
            } else {
                outcomes.add(new TableReading.CallOutcome(call.get(), kind.orElse(null), deal.orElse(null), rows.source(row, null)));
            }
        }
        return new TableReading.CallOutcomes(outcomes);
    }
}
