package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/** What people export of the lists that CRMs show has no ids: names do where they tell deals apart, and where they don't it is said what would. */
class DealsWithoutIdsTest {

    @Test
    void dealsAreKnownByNameAndAccountAndFoundAgainInALaterExport() throws Unreadable {
        TableReading first = Tables.read("Opportunity Name,Account Name,Stage", "Renewal,Larch GmbH,Demo", "Renewal,Moss AS,Demo");
        TableReading later = Tables.read("Opportunity Name,Stage,Account Name", "Pilot,Demo,Fern Ltd",
                "Renewal,Closed Won,Moss  AS", "Renewal,Closed Lost,Larch GmbH");
        assertEquals(Set.of("Renewal · Larch GmbH", "Renewal · Moss AS"), Tables.deals(first).keySet());
        assertTrue(Tables.deals(later).keySet().containsAll(Tables.deals(first).keySet()));
        assertEquals(OutcomeKind.WON, Tables.deals(later).get("Renewal · Moss AS").outcome());
        assertTrue(Tables.tells(first, "no ids", "Opportunity Name", "Account Name"), first.notes().toString());
    }

    @Test
    void aRowWithoutANameIsToldOf() throws Unreadable {
        TableReading reading = Tables.read("Deal Name,Stage", "Pilot,Demo", ",Closed Won");
        assertEquals(List.of(3), reading.problems().stream().map(Problem::line).toList());
    }

    @Test
    void namesThatSeveralRowsShareTellNothingApart() {
        Unreadable refused = assertThrows(Unreadable.class, () -> Tables.read("Deal Name,Stage", "Renewal,Demo", "Renewal,Closed Won"));
        assertTrue(refused.reason().contains("\"Renewal\"") && refused.reason().contains("--map \"HEADER=DEAL_ID\""), refused.reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Task Name,Status|--map \"Task Name=DEAL_ID\"", "lead_id,Status|--map \"lead_id=DEAL_ID\"", "Name,Stage|--map \"Name=DEAL_ID\"",
        "id,Status,Phone|--map \"id=DEAL_ID\"", "Thing,Status|--map \"HEADER=DEAL_ID\"", "Deal ID,Thing|--map \"HEADER=STAGE\""
    })
    void whatIsRefusedSaysTheNextStep(String header, String step) {
        Unreadable refused = assertThrows(Unreadable.class, () -> Tables.read(header, "x1,won,1"));
        assertTrue(refused.reason().contains(step), refused.reason());
    }

    @Test
    void theNextStepIsEnough() throws Unreadable {
        ColumnProfile said = new ColumnProfile("", Map.of(Meaning.normalised("Task Name"), Meaning.DEAL_ID), null, Map.of());
        TableReading reading = TableReader.read("t.csv", "Task Name,Status\nRoof of Aldo,won", said);
        assertEquals(OutcomeKind.WON, Tables.deals(reading).get("Roof of Aldo").outcome());
    }

    @Test
    void contactsWithAStatusAreNoDeals() {
        assertThrows(Unreadable.class, () -> Tables.read("id,first,last,email,status", "C1,Ada,Roos,ada@roos.example,Won"));
    }

    @Test
    void idsThatOnlyLookLikeSalesforcesAreTakenAsTheyStand() throws Unreadable {
        TableReading reading = Tables.read("Id,StageName", "006aBcDeFgHiJkLmNo,Closed Won", "006QwErTyUiOpAsDfG,Demo", "006ZxCvBnMqWeRtYuI,Demo");
        assertTrue(Tables.deals(reading).containsKey("006aBcDeFgHiJkLmNo"), reading.toString());
        assertTrue(Tables.tells(reading, "look like Salesforce's"));
        assertFalse(Tables.tells(Tables.read("Id,StageName", "0060c00001Sv8FLAAZ,Demo"), "look like"));
    }
}
