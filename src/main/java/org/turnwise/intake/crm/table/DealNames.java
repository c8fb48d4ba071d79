package org.turnwise.intake.crm.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Deals of a table without ids, as people export lists that CRMs show: known by their name, and by their account where the table has a column for it. Both
 * stay as they are while a deal goes on, so a later export finds the same deals.
 */
final class DealNames implements DealRows.Identity {

    private static final Pattern OF_DEALS = Pattern.compile("(?:deal|opportunit|opp|potential|negocio|oportun|nomdelopp|nombredelaop|nomedanegoc|nomedaop).*");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 200;

    private final TableReader.Rows rows;

    private DealNames(TableReader.Rows rows) {
        this.rows = rows;
    }

    /** Empty if the rows aren't surely deals, or if two go by the same name. */
    static Optional<DealNames> in(TableReader.Rows rows) {
        DealNames names = new DealNames(rows);
        return names.areOfDeals() && names.shared().isEmpty() ? Optional.of(names) : Optional.empty();
    }

    /** A name by which several rows go, so that nothing tells whether they are one deal. */
    static Optional<String> shared(TableReader.Rows rows) {
        return new DealNames(rows).shared();
    }

    private boolean areOfDeals() {
        Columns columns = rows.columns();
        return columns.has(Meaning.NAME) && (OF_DEALS.matcher(Meaning.normalised(columns.headerOf(Meaning.NAME))).matches()
                || columns.hasAny(Meaning.AMOUNT, Meaning.CLOSED_AT, Meaning.WON_AT, Meaning.LOST_AT));
    }

    private Optional<String> shared() {
        Set<String> seen = new HashSet<>();
        return rows.table().rows().stream().flatMap(row -> name(row).stream()).filter(name -> !seen.add(name)).findFirst();
    }

    private Optional<String> name(RawTable.Row row) {
        List<Meaning> parts = List.of(Meaning.NAME, Meaning.ACCOUNT);
        List<String> said = parts.stream().map(part -> SPACE.matcher(rows.columns().surest(row, part).orElse("")).replaceAll(" ")).toList();
        return said.getFirst().isEmpty() ? Optional.empty() : Optional.of(said.get(1).isEmpty() ? said.getFirst() : String.join(" · ", said));
    }

    @Override
    public Optional<String> of(RawTable.Row row) {
        Optional<String> name = name(row);
        if (name.isEmpty()) {
            rows.fail(row, "names no deal; expected its name in \"" + rows.columns().headerOf(Meaning.NAME) + "\"");
        } else if (name.get().length() > LONGEST) {
            rows.fail(row, "has a name of more than " + LONGEST + " characters, and no id of the deal");
            return Optional.empty();
        }
        return name;
    }

    String note() {
        Columns columns = rows.columns();
        String account = columns.has(Meaning.ACCOUNT) ? " and \"" + columns.headerOf(Meaning.ACCOUNT) + "\"" : "";
        return "The table has no ids of deals: they are known by \"" + columns.headerOf(Meaning.NAME) + "\"" + account
                + ", and a deal that is renamed counts as a new one. Export the ids if you can.";
    }
}
