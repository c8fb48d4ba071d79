package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;

/** Tells when what could be taken of a table may be one side of it only: what is learned from such a part is wrong, though each of its rows is right. */
final class OneSided {

    private static final int SHARE = 4;

    private OneSided() {}

    static List<String> notes(int rows, TableReading.Entries entries, List<Problem> problems) {
        List<String> notes = new ArrayList<>();
        if (!(entries instanceof TableReading.Deals || entries instanceof TableReading.CallOutcomes)) {
            return notes;
        }
        int failed = Math.min(problems.size(), rows);
        if (failed * SHARE > rows && failed < rows) {
            notes.add(TableReading.CAREFUL + failed + " of " + rows + " rows can't be taken, more than a quarter. The rest may be one side of the table only;"
                    + " see to these rows first.");
        }
        if (failed > 0 && entries instanceof TableReading.Deals taken && !taken.deals().isEmpty()) {
            notes.addAll(missing(taken.deals(), failed));
        }
        return notes;
    }

    private static List<String> missing(List<Deal> deals, int failed) {
        boolean won = deals.stream().anyMatch(deal -> deal.outcome() == OutcomeKind.WON);
        boolean lost = deals.stream().anyMatch(deal -> deal.outcome().conversion() == Conversion.NO);
        if (won && lost) {
            return List.of();
        }
        String none = won ? "is lost" : lost ? "is won" : "has ended";
        return List.of(TableReading.CAREFUL + "none of the deals taken (" + deals.size() + ") " + none + ", and " + failed + (failed == 1 ? " row" : " rows")
                + " couldn't be taken: perhaps just those of that kind.");
    }
}
