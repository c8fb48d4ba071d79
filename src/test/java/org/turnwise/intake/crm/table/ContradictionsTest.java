package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/** Rows that say two things of a deal, and tables of which only one side can be taken: never passed over in silence. */
class ContradictionsTest {

    @ParameterizedTest
    @CsvSource({
        "Active,Closed Won,WON,the stage was taken", "Pending,Closed Lost,LOST,the stage was taken", "In Progress,Closed Won,WON,the stage was taken",
        "Open,Closed Won,OPEN,left open", "Won,Closed Lost,OPEN,left open", "Lost,Closed Won,OPEN,left open"
    })
    void aStatusAndAStageThatDisagree(String status, String stage, OutcomeKind taken, String told) throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Status,Stage", "a," + status + "," + stage);
        assertEquals(taken, Tables.deals(reading).get("a").outcome());
        assertTrue(Tables.tells(reading, status, stage, told), reading.notes().toString());
    }

    @ParameterizedTest
    @CsvSource({"Active,Closing call,OPEN", "Lost,Closing call,LOST", "Won,Closed Won,WON", "Lost,Disqualified,LOST", "Open,Demo,OPEN"})
    void thoseThatAgree(String status, String stage, OutcomeKind taken) throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Status,Stage", "a," + status + "," + stage);
        assertEquals(taken, Tables.deals(reading).get("a").outcome());
        assertFalse(Tables.tells(reading, " beside "), reading.notes().toString());
    }

    @Test
    void flagsAreTakenAndWhatSaysOtherwiseIsTold() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Closed,Won,Stage", "a,true,false,Closed Won", "b,false,true,Demo");
        assertEquals(OutcomeKind.LOST, Tables.deals(reading).get("a").outcome());
        assertEquals(OutcomeKind.OPEN, Tables.deals(reading).get("b").outcome());
        assertTrue(Tables.tells(reading, "1 row says another end by its stage"), reading.notes().toString());
        assertTrue(Tables.tells(reading, "1 row says that its deal is won and not closed"), reading.notes().toString());
    }

    @Test
    void anOpenDealWithAReasonForItsLossIsToldOf() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Lost Reason", "a,Demo,Too dear");
        assertEquals(OutcomeKind.OPEN, Tables.deals(reading).get("a").outcome());
        assertTrue(Tables.tells(reading, "1 open deal", "Lost Reason"), reading.notes().toString());
    }

    @Test
    void aTableOfWhichAQuarterFailsSaysSoFirst() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Outcome", "a,won", "b,lost", "c,flummoxed", "d,won");
        assertFalse(Tables.tells(reading, "Careful"), "one of four is no more than a quarter");
        TableReading half = Tables.read("Deal ID,Outcome", "a,won", "b,lost", "c,flummoxed", "d,flummoxed");
        assertTrue(half.notes().getFirst().startsWith("Careful: 2 of 4 rows"), half.notes().toString());
    }

    @Test
    void aTableThatLosesAllOfOneOutcomeSaysSo() throws Unreadable {
        TableReading noneWon = Tables.read("Deal ID,Outcome", "a,flummoxed", "b,lost", "c,lost", "d,lost", "e,lost");
        assertTrue(noneWon.notes().getFirst().contains("none of the deals taken (4) is won"), noneWon.notes().toString());
        TableReading allOpen = Tables.read("Deal ID,Outcome", "a,flummoxed", "b,open", "c,open", "d,open", "e,open");
        assertTrue(allOpen.notes().getFirst().contains("has ended"), allOpen.notes().toString());
        assertFalse(Tables.tells(Tables.read("Deal ID,Outcome", "b,lost", "c,lost"), "Careful"), "nothing failed");
    }
}
