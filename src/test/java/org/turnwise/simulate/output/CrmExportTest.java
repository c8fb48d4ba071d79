package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;
import org.turnwise.simulate.recording.Simulator;
import org.turnwise.task.Progress;

class CrmExportTest {

    private static final Settings SETTINGS = new Settings(600, 4, Mode.SHORT, 90, 6, 400, Knobs.NONE);

    @TempDir
    Path folder;

    private static List<CSVRecord> rows(Path table) throws IOException {
        try (var in = Files.newBufferedReader(table); var parser = CSVFormat.RFC4180.builder().setHeader().get().parse(in)) {
            return parser.getRecords();
        }
    }

    /** The vectors that the format's description gives. */
    @Test
    void idsEndInWhatTellsTheirCapitals() {
        assertEquals("0060c00001Sv8FLAAZ", SalesforceId.complete("0060c00001Sv8FL"));
        assertEquals("006Hs00001AbCdEIAV", SalesforceId.complete("006Hs00001AbCdE"));
        assertEquals("006Hs00001aBcDeIAK", SalesforceId.complete("006Hs00001aBcDe"));
        assertEquals(18, SalesforceId.of("001", 0).length());
        assertEquals(18, SalesforceId.of("001", Integer.MAX_VALUE / 4).length());
    }

    @Test
    void everyCallFindsItsDealByAccountContactAndTime() throws IOException {
        new Simulation(SETTINGS, Format.ZOOM).write(folder, Progress.silent());
        Map<String, CSVRecord> byAccount = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (CSVRecord deal : rows(folder.resolve("calls/crm.csv"))) {
            assertTrue(ids.add(deal.get("ID")) && byAccount.put(deal.get("ACCOUNT.NAME"), deal) == null);
            assertFalse(Boolean.parseBoolean(deal.get("ISWON")) && !Boolean.parseBoolean(deal.get("ISCLOSED")));
        }
        assertEquals(400, ids.size());
        Simulator simulator = new Simulator(SETTINGS);
        int owned = 0;
        for (int i = 0; i < SETTINGS.calls(); i++) {
            SimulatedCall call = simulator.call(i);
            CSVRecord deal = byAccount.get(call.company());
            LocalDate day = LocalDate.parse(Transcript.day(call));
            assertEquals(call.customer(), deal.get("CONTACT.NAME"));
            assertTrue(deal.get("CONTACT.EMAIL").endsWith("@" + deal.get("ACCOUNT.WEBSITE").substring(4)));
            assertTrue(LocalDate.parse(deal.get("CREATEDDATE").substring(0, 10)).isBefore(day) && !LocalDate.parse(deal.get("CLOSEDATE")).isBefore(day));
            owned += deal.get("OWNER.NAME").equals(call.rep()) ? 1 : 0;
            boolean last = i + 1 == SETTINGS.calls() || SETTINGS.account(i + 1) != call.account();
            if (last && Boolean.parseBoolean(deal.get("ISCLOSED"))) {
                assertEquals(call.converted(), Boolean.parseBoolean(deal.get("ISWON")));
                assertEquals(call.converted() ? "Closed Won" : "Closed Lost", deal.get("STAGENAME"));
            }
        }
        assertTrue(owned > 0.85 * SETTINGS.calls(), "deals of the rep who calls: " + owned);
    }

    @Test
    void someDealsAreOpenAndSayNothingOfTheirCalls() throws IOException {
        new Simulation(SETTINGS, Format.TEXT).write(folder, Progress.silent());
        List<CSVRecord> deals = rows(folder.resolve("calls/crm.csv"));
        LocalDate exported = SETTINGS.date(SETTINGS.days() - 1).plusDays(7);
        Set<String> open = new HashSet<>();
        for (CSVRecord deal : deals) {
            assertEquals(LocalDate.parse(deal.get("CLOSEDATE")).isAfter(exported), deal.get("ISCLOSED").equals("false"));
            if (deal.get("ISCLOSED").equals("false")) {
                open.add(deal.get("ACCOUNT.NAME"));
                assertFalse(deal.get("STAGENAME").startsWith("Closed"));
            }
        }
        assertTrue(open.size() > 0.04 * deals.size() && open.size() < 0.3 * deals.size(), open.size() + " open");
        List<CSVRecord> outcomes = rows(folder.resolve("calls/outcomes.csv"));
        assertEquals(SETTINGS.calls(), outcomes.size());
        for (CSVRecord outcome : outcomes) {
            String company = outcome.get("call_id").replaceFirst(" [\\d-]+, call \\d+\\.txt$", "");
            assertEquals(open.contains(company), outcome.get("outcome").equals("OPEN"), outcome.toString());
        }
    }
}
