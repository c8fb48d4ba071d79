package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/** Histories, snapshots and lists of products name a deal in several rows: what is made of them is right in any order, or left open and told. */
class SeveralRowsOfADealTest {

    private static final List<String> SNAPSHOTS = List.of(
            "q1,2026-01-05,Proposal,900,", "q1,2026-02-02,Closed Won,1100,2026-01-30", "q1,2026-01-19,Negotiation,1000,",
            "q2,2026-01-05,Closed Lost,50,2026-01-03", "q2,2026-02-02,Discovery,50,");

    @Test
    void ofSnapshotsTheLatestHoldsInAnyOrderOfTheRows() throws Unreadable {
        List<String> rows = new ArrayList<>(SNAPSHOTS);
        for (int round = 0; round < 30; round++) {
            Collections.shuffle(rows, new Random(round));
            TableReading reading = Tables.read("Deal ID,Snapshot Date,Stage,Amount,Close Date\n" + String.join("\n", rows));
            Map<String, Deal> deals = Tables.deals(reading);
            assertEquals(OutcomeKind.WON, deals.get("q1").outcome(), rows.toString());
            assertEquals(new BigDecimal("1100.00"), deals.get("q1").amount());
            assertEquals(LocalDate.of(2026, 1, 30), deals.get("q1").closedOn());
            assertEquals(OutcomeKind.OPEN, deals.get("q2").outcome(), "it was opened again");
            assertTrue(Tables.tells(reading, "2 deals", "different times", "Snapshot Date"), reading.notes().toString());
        }
    }

    @Test
    void theTimeOfDayTellsOfRowsOfOneDay() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Last Modified", "a,Closed Won,2026-03-02 17:40", "a,Negotiation,2026-03-02 09:15");
        assertEquals(OutcomeKind.WON, Tables.deals(reading).get("a").outcome());
        TableReading afternoon = Tables.read("Deal ID,Stage,Last Modified", "a,Closed Won,13/03/2026 1:05 PM", "a,Negotiation,13/03/2026 11:15 AM");
        assertEquals(OutcomeKind.WON, Tables.deals(afternoon).get("a").outcome());
    }

    @Test
    void rowsOfOneDayFollowTheOrderOfTheTableWhereItHasOne() throws Unreadable {
        String[] newestFirst = {"Deal ID,Stage,Changed Date", "a,Closed Lost,2026-03-02", "a,Negotiation,2026-03-02", "a,Proposal,2026-02-11"};
        assertEquals(OutcomeKind.LOST, Tables.deals(Tables.read(newestFirst)).get("a").outcome());
        String[] noOrder = {"Deal ID,Stage,Changed Date", "a,Closed Lost,2026-03-02", "a,Negotiation,2026-03-02"};
        assertEquals(OutcomeKind.OPEN, Tables.deals(Tables.read(noOrder)).get("a").outcome());
    }

    @Test
    void whereNoDateTellsTheDealIsLeftOpenAndTold() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Close Date", "a,Closed Won,2026-03-02", "a,Proposal,2026-03-09", "b,Closed Lost,2026-03-02");
        Deal unclear = Tables.deals(reading).get("a");
        assertEquals(OutcomeKind.OPEN, unclear.outcome());
        assertNull(unclear.closedOn());
        assertEquals(OutcomeKind.LOST, Tables.deals(reading).get("b").outcome());
        assertTrue(Tables.tells(reading, "1 deal ", "such as a", "left open", "AS_OF"), reading.notes().toString());
    }

    @Test
    void amountsOfProductsAreNoAmountOfTheDeal() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Product,Amount,Last Modified Date", "a,Closed Won,Seats,8000,2026-02-01",
                "a,Closed Won,Setup,250,2026-02-03", "b,Closed Won,Seats,700,2026-02-01", "c,Closed Won,Seats,900,", "c,Closed Won,Setup,900,");
        assertNull(Tables.deals(reading).get("a").amount());
        assertEquals(OutcomeKind.WON, Tables.deals(reading).get("a").outcome());
        assertEquals(new BigDecimal("700.00"), Tables.deals(reading).get("b").amount());
        assertEquals(new BigDecimal("900.00"), Tables.deals(reading).get("c").amount(), "the deal's own, beside each product");
        assertTrue(Tables.tells(reading, "1 deal ", "different amounts", "left empty"), reading.notes().toString());
    }

    @Test
    void rowsThatSayTheSameAreNothingToTellOf() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Amount,Close Date", "a,Closed Won,10,2026-02-01", "a,Closed Won,10,2026-02-01");
        assertEquals(List.of(), reading.notes());
        assertEquals(1, Tables.deals(reading).size());
    }

    @Test
    void aHistoryIsReadAsOneWhicheverWayItsColumnsAreCalled() throws Unreadable {
        for (String[] table : List.of(
                new String[] {"History ID,Deal ID,Stage,Changed Date", "h2,d,Closed Won,2026-03-05", "h1,d,Demo,2026-02-01"},
                new String[] {"event_id,deal_id,old_stage_id,new_stage_id,changed_at", "2,d,Demo,Closed Won,2026-03-05", "1,d,,Demo,2026-02-01"},
                new String[] {"Id,OpportunityId,StageName,FromOpportunityStageName,CreatedDate", "x2,d,Closed Won,Demo,2026-03-05", "x1,d,Demo,,2026-02-01"},
                new String[] {"Deal ID,Field,Old Value,New Value,Edit Date", "d,Stage,Demo,Closed Won,2026-03-05", "d,Amount,5,7,2026-03-06",
                        "d,Stage,,Demo,2026-02-01"})) {
            TableReading reading = Tables.read(table);
            List<StageChange> changes = ((TableReading.StageChanges) reading.entries()).changes();
            assertEquals(List.of("Closed Won", "Demo"), changes.stream().map(StageChange::to).toList(), table[0]);
            assertEquals(List.of("Demo", ""), changes.stream().map(StageChange::from).toList(), table[0]);
            assertTrue(Tables.tells(reading, "table of deals"), reading.notes().toString());
        }
    }

    @Test
    void aDealThatSaysAtWhichStageItWasBeforeIsADeal() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Previous Stage,Stage Change Date", "a,Closed Won,Demo,2026-03-05", "b,Demo,,2026-03-01");
        assertEquals(OutcomeKind.WON, Tables.deals(reading).get("a").outcome());
        assertFalse(Tables.tells(reading, "several rows"));
    }
}
