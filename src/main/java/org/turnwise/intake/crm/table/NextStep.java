package org.turnwise.intake.crm.table;

import java.util.Optional;
import java.util.regex.Pattern;

/** What to say of a table's columns so that it can be taken. */
final class NextStep {

    private static final Pattern ID = Pattern.compile(".*id|id.*|.*name|nome?.*|title|subject");

    private NextStep() {}

    static String of(TableReader.Rows rows, boolean says) {
        Columns columns = rows.columns();
        if (!says) {
            return "Say which column tells how a deal or call ended, as in --map \"HEADER=STAGE\" or --map \"HEADER=STATUS\"";
        }
        Optional<String> shared = DealNames.shared(rows);
        if (columns.has(Meaning.NAME) && shared.isPresent()) {
            return "\"" + columns.headerOf(Meaning.NAME).strip() + "\" doesn't tell one deal from another: several rows are called \"" + shared.get()
                    + "\". Export the deals' ids, or say which column does tell, as in --map \"HEADER=DEAL_ID\"";
        }
        return column(rows)
                .map(header -> "If \"" + header + "\" tells one deal from another, say so with --map \"" + header + "=DEAL_ID\"; better, export the deals' ids")
                .orElse("Say which column tells one deal from another, as in --map \"HEADER=DEAL_ID\"");
    }

    /** The column that is likeliest to tell one deal from another. */
    private static Optional<String> column(TableReader.Rows rows) {
        Columns columns = rows.columns();
        if (columns.hasAny(Meaning.ID, Meaning.NAME)) {
            return Optional.of(columns.headerOf(columns.has(Meaning.ID) ? Meaning.ID : Meaning.NAME).strip());
        }
        return rows.table().header().stream().map(String::strip)
                .filter(header -> ID.matcher(Meaning.normalised(header)).matches() && Meaning.of(header).isEmpty())
                .findFirst();
    }
}
