package org.turnwise.intake.crm.table;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.turnwise.intake.crm.deal.SalesforceId;

/** The id of the deal that a row names. */
final class DealIds implements DealRows.Identity {

    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 200;
    private static final int WHOLE = 18;
    private static final int FEWEST = 3;
    private static final int LOOKED_AT = 1000;

    private final TableReader.Rows rows;
    /** Whether the ids of the table look like Salesforce's and are somebody else's. */
    private final boolean lookalikes;

    DealIds(TableReader.Rows rows) {
        this.rows = rows;
        this.lookalikes = lookalikes(rows);
        if (lookalikes) {
            rows.notes().add("The ids of deals look like Salesforce's and aren't, for most of their last three characters don't fit; they were taken as they"
                    + " stand.");
        }
    }

    /** One id that doesn't fit its last characters is damaged; where most don't, nothing that damages ids has done that. */
    private static boolean lookalikes(TableReader.Rows rows) {
        List<String> whole = rows.table().rows().stream().flatMap(row -> said(rows, row).stream())
                .filter(id -> id.length() == WHOLE && SalesforceId.isOpportunity(id)).distinct().limit(LOOKED_AT).toList();
        long damaged = whole.stream().filter(id -> SalesforceId.canonical(id).isEmpty()).count();
        return damaged >= FEWEST && damaged * 2 > whole.size();
    }

    private static Optional<String> said(TableReader.Rows rows, RawTable.Row row) {
        return rows.columns().value(row, Meaning.DEAL_ID).or(() -> rows.columns().value(row, Meaning.ID));
    }

    /**
     * Whether a table has a column with ids of deals. One that is called no more than "id" may be anybody's, as of contacts and their status: something else
     * must say that the rows are deals.
     */
    static boolean name(Columns columns) {
        return columns.has(Meaning.DEAL_ID) || columns.has(Meaning.ID) && columns.hasAny(Meaning.STAGE, Meaning.STATE_CODE, Meaning.WON, Meaning.CLOSED,
                Meaning.AMOUNT, Meaning.NAME, Meaning.ACCOUNT, Meaning.ACCOUNT_ID, Meaning.CLOSED_AT, Meaning.WON_AT, Meaning.LOST_AT,
                Meaning.LOST_REASON, Meaning.PIPELINE);
    }

    @Override
    public Optional<String> of(RawTable.Row row) {
        Optional<String> said = said(rows, row);
        if (said.isEmpty()) {
            Meaning wanted = rows.columns().has(Meaning.DEAL_ID) ? Meaning.DEAL_ID : Meaning.ID;
            rows.fail(row, "names no deal; expected its id in \"" + rows.columns().headerOf(wanted) + "\"");
            return Optional.empty();
        }
        String id = said.get();
        if (id.length() > LONGEST) {
            rows.fail(row, "has an id of " + id.length() + " characters; no CRM's id is longer than " + LONGEST);
            return Optional.empty();
        }
        if (ROUNDED.matcher(id).matches()) {
            rows.fail(row, "\"" + id + "\" is an id that a spreadsheet has rounded; export it again and don't open it in between");
            return Optional.empty();
        }
        if (lookalikes || !SalesforceId.isOpportunity(id)) {
            return said;
        }
        Optional<String> canonical = SalesforceId.canonical(id);
        if (canonical.isEmpty()) {
            rows.fail(row, "\"" + id + "\" is no id of Salesforce: its last three characters don't fit the first fifteen; export it again");
        }
        return canonical;
    }
}
