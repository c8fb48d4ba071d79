package org.turnwise.intake.crm.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;

/** What the columns of CRMs are taken to mean, and that none is taken for what it isn't. */
class TableColumnsTest {

    private static List<OutcomeKind> outcomes(Map<String, Deal> deals) {
        return Stream.of("1", "2", "3").map(id -> deals.get(id).outcome()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "amount_usd,AMOUNT", "close_value,AMOUNT", "estimatedvalue,AMOUNT", "deal_value_usd,AMOUNT", "importe_eur,AMOUNT", "monetary_value,AMOUNT",
        "Opportunity Amount,AMOUNT", "Amount in company currency,AMOUNT", "Valor da negociação,AMOUNT", "sales_agent,OWNER", "rep_name,OWNER",
        "Responsável,OWNER", "responsable,OWNER", "user_name,OWNER", "empresa,ACCOUNT", "Potential Customer,ACCOUNT", "date_won,WON_AT",
        "date_created,CREATED_AT", "DATE_CREATE,CREATED_AT", "createdon,CREATED_AT", "Potential Name,NAME", "Negócio - Título,NAME",
        "Negócio - Status,STATUS",
        "Negócio - Ganho em,WON_AT", "Etapa do funil de vendas,STAGE", "Resultado,STATUS", "External_Id__c,ID", "stage_id/name,STAGE", "call_result,STATUS",
        "OpportunityExtId__c,DEAL_ID", "Deal__c:Stage__c,STAGE", "Deal__c.Amount__c,AMOUNT", "Opportunity Number,DEAL_ID", "final_outcome,STATUS",
        "Etapa do negócio,STAGE", "Nome do negócio,NAME", "Etapa del negocio,STAGE", "Phase de la transaction,STAGE", "Date de fermeture,CLOSED_AT",
        "Deal-Phase,STAGE", "Abschlussdatum,CLOSED_AT", "estagio,STAGE", "AE Name,OWNER"
    })
    void headersOfManyCrmsAreKnown(String header, Meaning meaning) {
        assertEquals(Optional.of(meaning), Meaning.of(header));
    }

    @ParameterizedTest
    @CsvSource({"Expected Revenue", "invoice_amount_usd", "usd", "lead_id", "Expected Close Date", "previsto", "Original_Opp_ExtId__c", "AccountExtId__c"})
    void othersAreNot(String header) {
        assertEquals(Optional.empty(), Meaning.of(header));
    }

    @Test
    void aColumnThatIsCalledCallBesideADealsOwnNamesNoCall() throws Unreadable {
        assertEquals(2, Tables.deals(Tables.read("Deal ID,Stage,Call,File", "a,Closed Won,yes,offer.pdf", "b,Closed Lost,no,")).size());
        assertInstanceOf(TableReading.CallOutcomes.class, Tables.read("file,outcome", "first.vtt,won").entries());
        assertInstanceOf(TableReading.CallOutcomes.class, Tables.read("call,deal_id,outcome", "first,d1,won").entries());
        ColumnProfile said = new ColumnProfile("", Map.of("call", Meaning.CALL_ID), null, Map.of());
        assertInstanceOf(TableReading.CallOutcomes.class, TableReader.read("t.csv", "Deal ID,Stage,Call\nd1,Won,first", said).entries());
    }

    @Test
    void anAmountIsNeverTakenFromAnotherColumnThanThatOfTheOtherRows() throws Unreadable {
        Map<String, Deal> deals = Tables.deals(Tables.read("Deal ID,Stage,Amount,Expected Revenue,MRR", "a,Demo,,100,9", "b,Demo,1000,500,80"));
        assertNull(deals.get("a").amount());
        assertEquals(new BigDecimal("1000.00"), deals.get("b").amount());
        TableReading blank = Tables.read("Deal ID,Stage,Amount,ARR", "a,Demo,,1200");
        assertEquals(new BigDecimal("1200.00"), Tables.deals(blank).get("a").amount(), "where the surest column is blank throughout, the next is taken");
        TableReading expected = Tables.read("Deal ID,Stage,Expected Revenue", "a,Demo,100");
        assertNull(Tables.deals(expected).get("a").amount());
        assertTrue(Tables.tells(expected, "--map \"Expected Revenue=AMOUNT\""), expected.notes().toString());
    }

    @Test
    void whatStandsBelowAHeaderDecidesWhereCrmsDiffer() throws Unreadable {
        Map<String, Deal> bitrix = Tables.deals(Tables.read("ID,TITLE,STAGE_ID,OPPORTUNITY,CURRENCY_ID,CLOSEDATE,CLOSED,STAGE_SEMANTIC_ID",
                "1,Roof,C5:WON,1500.00,EUR,2026-02-10T03:00:00+03:00,Y,S", "2,Wall,LOSE,20.00,EUR,2026-02-11T03:00:00+03:00,Y,F",
                "3,Door,NEW,10.00,EUR,2026-02-12T03:00:00+03:00,N,P"));
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(bitrix));
        assertEquals(new BigDecimal("1500.00"), bitrix.get("1").amount());
        assertEquals("EUR", bitrix.get("1").currency());
        Map<String, Deal> named = Tables.deals(Tables.read("Deal ID,Opportunity,Stage,Amount", "1,Roof,Closed Won,7"));
        assertEquals("Roof", named.get("1").name());
        Map<String, Deal> pipedrive = Tables.deals(
                Tables.read("Deal - ID,Deal - Status,Deal - Closed", "1,Won,2026-03-01 10:00:00", "2,Lost,2026-03-02 10:00:00", "3,Open,"));
        assertEquals(List.of(OutcomeKind.WON, OutcomeKind.LOST, OutcomeKind.OPEN), outcomes(pipedrive));
        assertEquals(LocalDate.of(2026, 3, 2), pipedrive.get("2").closedOn());
    }

    @Test
    void aCurrencyIsACurrency() throws Unreadable {
        TableReading reading = Tables.read("Deal ID,Stage,Amount,Currency", "a,Demo,10,not billed", "b,Demo,10,SEK");
        assertNull(Tables.deals(reading).get("a").currency());
        assertEquals("SEK", Tables.deals(reading).get("b").currency());
        assertTrue(Tables.tells(reading, "\"not billed\""));
    }

    @Test
    void recordsOfWebhooksAndListsAreFound() throws Unreadable {
        TableReading hook = Tables.read("{\"v\":1,\"meta\":{\"id\":9,\"action\":\"updated\"},\"current\":{\"id\":7,\"title\":\"Roof\",\"status\":\"won\"},",
                "\"previous\":{\"id\":7,\"status\":\"open\"}}");
        assertEquals(OutcomeKind.WON, Tables.deals(hook).get("7").outcome());
        String two = "{\"data\":[{\"id\":\"a\",\"name\":\"Ann\"}],\"deals\":[{\"id\":\"y\",\"name\":\"Roof\",\"status\":\"won\"}]}";
        assertEquals(Set.of("y"), Tables.deals(Tables.read(two)).keySet());
        TableReading list = Tables.read("{\"opportunities\":[{\"id\":\"x\",\"name\":\"Roof\",\"status\":\"lost\"}],\"meta\":{\"total\":1}}");
        assertEquals(OutcomeKind.LOST, Tables.deals(list).get("x").outcome());
    }
}
