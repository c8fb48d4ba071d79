package org.turnwise.intake.crm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.crm.deal.Contact;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.intake.crm.table.DateOrder;
import org.turnwise.intake.crm.table.Meaning;
import org.turnwise.intake.crm.table.Problem;
import org.turnwise.intake.crm.table.TableReader;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.reward.OutcomeKind;

class CrmTablesTest {

    private static final Path FIXTURES = Path.of("src/test/resources/crm");

    private static TableReading read(String file) throws IOException, Unreadable {
        return TableReader.read(file, DecodedText.read(FIXTURES.resolve(file), 1_000_000).text(), List.of());
    }

    private static List<Deal> deals(TableReading reading) {
        return ((TableReading.Deals) reading.entries()).deals();
    }

    private static List<OutcomeKind> outcomes(TableReading reading) {
        return deals(reading).stream().map(Deal::outcome).toList();
    }

    private static TableReading text(String... lines) throws Unreadable {
        return TableReader.read("t.csv", String.join("\n", lines), List.of());
    }

    @Test
    void aSalesforceReportHasATitleAFooterLocalDatesAndIdsThatDifferInCaseOnly() throws Exception {
        TableReading reading = read("sf_report_labels.csv");
        assertEquals(List.of(), reading.problems());
        List<Deal> deals = deals(reading);
        assertEquals(List.of("006Hs00001AbCdEIAV", "006Hs00001aBcDeIAK", "0060c00001Sv8FLAAZ"), deals.stream().map(Deal::id).toList());
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(reading));
        Deal first = deals.getFirst();
        assertEquals("Bäckerei Öhler", first.accountName());
        assertEquals(new BigDecimal("12400.00"), first.amount());
        assertEquals("EUR", first.currency());
        assertEquals(LocalDate.of(2026, 8, 15), first.closedOn());
        assertEquals(LocalDate.of(2026, 6, 2), first.createdOn());
        assertEquals(5, first.row().line());
        assertEquals(null, deals.get(2).closedOn(), "an open deal's date of close is only expected");
    }

    @Test
    void aDataLoaderExportIsRepairedWhereIdsLostTheirCaseAndSaysWhatIsWrong() throws Exception {
        TableReading reading = read("sf_dataloader.csv");
        List<Deal> deals = deals(reading);
        assertEquals(List.of("0060c00001Sv8FLAAZ", "006Hs00001AbCdEIAV", "006Hs00001aBcDeIAK", "006Hs00002QqQqQIAV"), deals.stream().map(Deal::id).toList());
        Deal first = deals.getFirst();
        assertEquals("anchor-marine.example", first.accountDomain());
        assertEquals(List.of(new Contact("Olaf Brandt", "olaf.brandt@anchor-marine.example")), first.contacts());
        assertEquals("ines.duarte@ourside.example", first.ownerEmail());
        assertEquals(LocalDate.of(2026, 3, 2), first.createdOn());
        assertEquals(List.of(5), reading.problems().stream().map(Problem::line).toList());
        assertTrue(reading.problems().getFirst().reason().contains("last three characters"));
        assertEquals(null, deals.getLast().closedOn(), "a date that can't be read costs the date, and not the deal");
        assertTrue(reading.notes().getLast().contains("\"CLOSEDATE\"") && reading.notes().getLast().contains("12th of May"), reading.notes().toString());
    }

    @Test
    void stagesHaveAHistory() throws Exception {
        TableReading reading = read("sf_stage_history.csv");
        var changes = ((TableReading.StageChanges) reading.entries()).changes();
        assertEquals(List.of("Qualification", "Proposal", "Closed Won"), changes.stream().map(change -> change.to()).toList());
        assertEquals(LocalDate.of(2026, 4, 16), changes.get(1).on(), "16 can't be a month, so the month comes first everywhere");
        assertEquals("0060c00001Sv8FLAAZ", changes.getFirst().dealId());
        assertEquals(List.of(5), reading.problems().stream().map(Problem::line).toList());
    }

    @Test
    void hubSpotSaysTheSameInItsExportAndThroughItsInterface() throws Exception {
        TableReading ui = read("hubspot_ui.csv");
        TableReading api = read("hubspot_api.json");
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(ui));
        assertEquals(outcomes(ui), outcomes(api));
        assertEquals(deals(ui).stream().map(Deal::id).toList(), deals(api).stream().map(Deal::id).toList());
        assertEquals(deals(ui).stream().map(Deal::closedOn).toList(), deals(api).stream().map(Deal::closedOn).toList());
        assertEquals(
                List.of(new Contact("Mara Lindt", "mara.lindt@dune-optics.example"), new Contact("Piet Os", "piet.os@dune-optics.example")),
                deals(ui).getFirst().contacts());
        assertEquals(null, deals(api).getFirst().ownerName(), "a number is nobody's name");
        assertTrue(ui.problems().getFirst().reason().contains("rounded"), ui.problems().toString());
    }

    @Test
    void meetingsThatTookPlaceSayNothingAndNoShowsDo() throws Exception {
        TableReading reading = read("hubspot_meetings.csv");
        var meetings = ((TableReading.Meetings) reading.entries()).meetings();
        assertEquals(3, meetings.size());
        assertEquals(java.util.Arrays.asList(null, OutcomeKind.NO_SHOW, null), meetings.stream().map(TableReading.Meeting::outcome).toList());
        assertEquals(List.of(5, 6), reading.problems().stream().map(Problem::line).toList());
    }

    @Test
    void pipedrivesStatusGoesBeforeAnyStage() throws Exception {
        TableReading reading = read("pipedrive.csv");
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(reading));
        assertEquals(LocalDate.of(2026, 3, 14), deals(reading).getFirst().closedOn());
        assertEquals(LocalDate.of(2026, 2, 3), deals(reading).getFirst().createdOn());
        assertEquals(new BigDecimal("1250.00"), deals(reading).getFirst().amount());
        assertEquals("Budget", deals(reading).get(1).lostReason());
        assertTrue(reading.notes().stream().anyMatch(note -> note.contains("deleted")), reading.notes().toString());
    }

    @Test
    void zohosStagesAreUnderstoodAndThoseOnTheWayAreSaid() throws Exception {
        TableReading reading = read("zoho.csv");
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(reading));
        assertEquals(LocalDate.of(2026, 5, 3), deals(reading).get(1).closedOn());
        assertEquals("GBP", deals(reading).getFirst().currency());
        assertTrue(reading.notes().getFirst().contains("Negotiation/Review"));
    }

    @Test
    void whatNoCrmWritesIsReadAsAPersonSays() throws Exception {
        String text = Files.readString(FIXTURES.resolve("deals_of_a_team.csv"));
        Unreadable refused = assertThrows(Unreadable.class, () -> TableReader.read("d.csv", text, List.of()));
        assertTrue(refused.reason().contains("Vorgang") && refused.line() == 1, refused.reason());
        ColumnProfile profile = new ColumnProfile(
                "team",
                Map.of("vorgang", Meaning.DEAL_ID, "kunde", Meaning.ACCOUNT, "abschnitt", Meaning.STAGE, "angelegt", Meaning.CREATED_AT, "ende",
                        Meaning.CLOSED_AT),
                null,
                Map.of("unterschrieben", OutcomeKind.WON, "abgesagt", OutcomeKind.LOST));
        Unreadable unclear = assertThrows(Unreadable.class, () -> TableReader.read("d.csv", text, List.of(profile)));
        assertTrue(unclear.reason().contains("month"), unclear.reason());
        ColumnProfile dayFirst = new ColumnProfile(profile.name(), profile.columns(), DateOrder.DAY_FIRST, profile.words());
        TableReading reading = TableReader.read("d.csv", text, List.of(dayFirst));
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.OPEN, OutcomeKind.LOST), outcomes(reading));
        assertEquals(LocalDate.of(2026, 5, 4), deals(reading).getFirst().closedOn());
    }

    @Test
    void columnsOfTwoHandsEachHaveTheirOrderOfDayAndMonth() throws Exception {
        List<Deal> deals = deals(text("Deal ID,Stage,Create Date,Close Date", "a,Closed Won,13/02/2026,03/04/2026", "b,Closed Lost,01/02/2026,04/30/2026"));
        assertEquals(List.of(LocalDate.of(2026, 2, 13), LocalDate.of(2026, 2, 1)), deals.stream().map(Deal::createdOn).toList());
        assertEquals(List.of(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 4, 30)), deals.stream().map(Deal::closedOn).toList());
        Unreadable unclear = assertThrows(Unreadable.class, () -> text("Deal ID,Stage,Create Date,Close Date", "a,Closed Won,13/02/2026,04/30/2026",
                "b,Closed Lost,13/02/2026,14/04/2026", "c,Closed Lost,13/02/2026,03/04/2026"));
        assertTrue(unclear.reason().contains("03/04/2026 in \"Close Date\""), unclear.reason());
    }

    @Test
    void aColumnThatIsNotLookedAtMaySettleOneThatIs() throws Exception {
        List<Deal> deals = deals(text("Deal ID,Stage,Close Date,Renewal Due", "a,Closed Won,03/04/2026,05/30/2027"));
        assertEquals(LocalDate.of(2026, 3, 4), deals.getFirst().closedOn());
    }

    @Test
    void aDayThatASpreadsheetCountedIsReadAndSaidAndNoDateIsNone() throws Exception {
        TableReading reading = text("Deal ID,Stage,Close Date", "a,Closed Won,46249", "b,Closed Lost,N/A", "c,Closed Lost,0000-00-00", "d,Closed Lost,spring");
        assertEquals(java.util.Arrays.asList(LocalDate.of(2026, 8, 15), null, null, null), deals(reading).stream().map(Deal::closedOn).toList());
        assertEquals(List.of(), reading.problems());
        List<String> ofDates = reading.notes().stream().filter(note -> note.contains("\"Close Date\"")).toList();
        assertEquals(2, ofDates.size(), ofDates.toString());
        assertTrue(ofDates.getFirst().contains("1 cell") && ofDates.getFirst().contains("spring"), ofDates.toString());
        assertTrue(ofDates.getLast().contains("46249") && ofDates.getLast().contains("2026-08-15"), ofDates.toString());
    }

    private static List<String> amounts(TableReading reading) {
        return deals(reading).stream().map(deal -> String.valueOf(deal.amount())).toList();
    }

    @Test
    void oneAmountSettlesTheDecimalMarkOfItsColumn() throws Exception {
        assertEquals(List.of("305.13", "12.50"), amounts(text("Deal ID,Stage,Amount", "a,Demo,305.125", "b,Demo,12.5")));
        assertEquals(List.of("305125.00", "1250.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;305.125", "b;Demo;1.250,5")));
        TableReading reading = text("Deal ID;Stage;Amount", "a;Demo;305.125", "b;Demo;1.250,5", "c;Demo;1,250.5");
        assertEquals(List.of("null", "1250.50", "1250.50"), amounts(reading));
        assertTrue(reading.notes().getLast().contains("\"Amount\"") && reading.notes().getLast().contains("305.125"), reading.notes().toString());
    }

    @Test
    void whereAColumnWritesCentsThreeDigitsBehindTheirMarkAreInDoubt() throws Exception {
        assertEquals(List.of("null", "1250.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;$12,500", "b;Demo;1.250,50 €")));
        assertEquals(List.of("null", "12.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;12.500", "b;Demo;12.5")));
        assertEquals(List.of("null", "1250500.00", "7.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;$12,500", "b;Demo;1.250.500", "c;Demo;€ 7,50")));
        assertEquals(List.of("12.50", "1250.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;KWD 12.500", "b;Demo;KWD 1,250.500")));
        assertEquals(List.of("12500.00", "1250.50"), amounts(text("Deal ID;Stage;Amount", "a;Demo;12.500 €", "b;Demo;1.250,50 €")));
    }

    @Test
    void anInterfaceWritesDecimalsWithAPoint() throws Exception {
        assertEquals(List.of("305.13"), amounts(TableReader.read("d.json", "[{\"id\":\"a\",\"stage\":\"Demo\",\"amount\":305.125}]", List.of())));
    }

    @Test
    void whatIsNoSingleAmountIsLeftEmptyAndSaid() throws Exception {
        TableReading reading = text("Deal ID;Stage;Amount", "a;Demo;5000 - 9000", "b;Demo;TBD", "c;Demo;2 x 500", "d;Demo;7k");
        assertEquals(List.of("null", "null", "null", "7000.00"), amounts(reading));
        assertTrue(reading.notes().getLast().startsWith("2 cells in \"Amount\"")
                && reading.notes().getLast().contains("5000 - 9000"), reading.notes().toString());
    }

    @Test
    void anAmountInCentsIsTakenAsItIsShown() throws Exception {
        TableReading reading = text("id,status,value,value_formatted", "a,won,150000,\"$1,500\"", "b,won,99,$0.99", "c,won,1200,$500");
        assertEquals(List.of("1500.00", "0.99", "null"), amounts(reading));
        assertTrue(reading.notes().stream().anyMatch(note -> note.contains("counts cents")), reading.notes().toString());
    }

    @Test
    void anExportThatIsAWebPageIsRefusedForWhatItIs() {
        assertTrue(assertThrows(Unreadable.class, () -> read("web_page.xls")).reason().contains("web page"));
    }

    @Test
    void aDealOnARowPerContactIsOneDealWithAllOfThem() throws Exception {
        List<Deal> deals = deals(text(
                "Opportunity ID,Stage,Closed,Won,Contact Name,Contact Email", "x1,Demo,0,0,Ann Lee,ann@a.example", "x1,Demo,0,0,Bo Dahl,BO@a.example",
                "x2,Demo,0,0,,"));
        assertEquals(List.of(2, 0), deals.stream().map(deal -> deal.contacts().size()).toList());
        assertEquals("bo@a.example", deals.getFirst().contacts().get(1).email());
    }

    @Test
    void nothingThatIsNotSaidToBeLostIsLost() throws Exception {
        TableReading reading = text("Opportunity ID,Won,Stage", "a,false,", "b,false,Proposal", "c,false,Closed Lost", "d,maybe,Proposal");
        assertEquals(List.of(OutcomeKind.OPEN, OutcomeKind.LOST), outcomes(reading));
        assertEquals(List.of(2, 5), reading.problems().stream().map(Problem::line).toList());
        assertEquals(List.of(OutcomeKind.LOST), outcomes(text("Opportunity ID,Closed,Won,Stage", "a,true,false,Closed Won")),
                "flags go before the stage's name");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsOnlyWhatComesAfterIt() throws Exception {
        TableReading reading = text("Opportunity ID,Stage", "a,Closed Won", "\"b,Closed Lost", "c,Closed Won");
        assertEquals(1, deals(reading).size());
        assertEquals(List.of(3), reading.problems().stream().map(Problem::line).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sf_report_labels.csv", "sf_dataloader.csv", "sf_stage_history.csv", "hubspot_ui.csv", "hubspot_api.json", "hubspot_meetings.csv",
            "pipedrive.csv", "zoho.csv", "generic_outcomes.csv"})
    void aDamagedTableIsRefusedOrReadInPartAndNeverMore(String file) throws Exception {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve(file));
        Random random = new Random(file.hashCode());
        int sound = read(file).rows();
        for (int round = 0; round < 400; round++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(6); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) ",;\"\n\t{}[]0x".charAt(random.nextInt(11));
            }
            damaged = java.util.Arrays.copyOf(damaged, round % 2 == 0 ? damaged.length : random.nextInt(damaged.length));
            try {
                TableReading reading = TableReader.read(file, DecodedText.of(damaged).text(), List.of());
                assertTrue(reading.rows() <= sound + 12, () -> "rows out of nowhere");
            } catch (Unreadable refused) {
                assertTrue(!refused.reason().isBlank());
            }
        }
    }
}
