package org.turnwise.intake.crm.table;

import java.util.List;
import java.util.Optional;

/** What to say of a table's columns so that it can be taken. */
final class NextStep {

    private NextStep() {}

    static String of(List<String> header, Columns columns, boolean says) {
        if (!says) {
            return "Say which column tells how a deal or call ended, as in --map \"HEADER=STAGE\" or --map \"HEADER=STATUS\"";
        }
        return id(header, columns)
                .map(found -> "If \"" + found + "\" tells one deal from another, say so with --map \"" + found + "=DEAL_ID\"; better, export the deals' ids")
                .orElse("Say which column tells one deal from another, as in --map \"HEADER=DEAL_ID\"");
    }

    /** The column that is likeliest to tell one deal from another. */
    private static Optional<String> id(List<String> header, Columns columns) {
        if (columns.hasAny(Meaning.ID, Meaning.NAME)) {
            return Optional.of(columns.headerOf(columns.has(Meaning.ID) ? Meaning.ID : Meaning.NAME).strip());
        }
        return header.stream().map(String::strip)
                .filter(column -> Meaning.normalised(column).matches(".*id|id.*|.*name|nom.*") && Meaning.of(column).isEmpty())
                .findFirst();
    }
}
