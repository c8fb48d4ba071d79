package org.turnwise.intake.crm.table;

import java.util.Optional;
import java.util.regex.Pattern;
import org.turnwise.intake.crm.deal.SalesforceId;

/** The id of the deal that a row names. */
final class DealIds {

    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?E\\+\\d+", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST = 200;

    private DealIds() {}

    /**
     * Whether a table has a column with ids of deals. One that is called no more than "id" may be anybody's, as of contacts and their status: something else
     * must say that the rows are deals.
     */
    static boolean name(Columns columns) {
        return columns.has(Meaning.DEAL_ID) || columns.has(Meaning.ID) && columns.hasAny(Meaning.STAGE, Meaning.STATE_CODE, Meaning.WON, Meaning.CLOSED,
                Meaning.AMOUNT, Meaning.NAME, Meaning.CLOSED_AT, Meaning.WON_AT, Meaning.LOST_AT, Meaning.LOST_REASON, Meaning.PIPELINE);
    }

    /** Empty if the row has none that can be used; the row has failed then. */
    static Optional<String> of(TableReader.Rows rows, RawTable.Row row) {
        Optional<String> said = rows.columns().value(row, Meaning.DEAL_ID).or(() -> rows.columns().value(row, Meaning.ID));
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
        if (!SalesforceId.isOpportunity(id)) {
            return said;
        }
        Optional<String> canonical = SalesforceId.canonical(id);
        if (canonical.isEmpty()) {
            rows.fail(row, "\"" + id + "\" is no id of Salesforce: its last three characters don't fit the first fifteen; export it again");
        }
        return canonical;
    }
}
