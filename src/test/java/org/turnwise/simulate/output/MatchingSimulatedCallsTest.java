package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.Importer;
import org.turnwise.intake.Tables;
import org.turnwise.intake.crm.matching.Match;
import org.turnwise.reward.Outcomes;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;
import org.turnwise.simulate.recording.Simulator;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/**
 * Simulated calls in the files of many tools, and a CRM's deals that share no id with them. {@code -Dturnwise.matching.calls=5000} for more calls than the
 * suite takes.
 */
class MatchingSimulatedCallsTest {

    private static final int CALLS = Integer.getInteger("turnwise.matching.calls", 300);
    private static final CSVFormat CSV_OUT = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final double RIGHT = 0.98;
    private static final double SUREST_WRONG = 0.9;

    @Test
    void whatIsMatchedWithoutAskingIsRight(@TempDir Path folder) throws IOException {
        Settings settings = Settings.of(CALLS, 11, Mode.SHORT, Knobs.NONE);
        new Simulation(settings, Format.MIXED).write(folder.resolve("in"), Progress.silent());
        roughen(folder.resolve("in/calls/crm.csv"));
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Outcomes outcomes = new Outcomes(workspace.rewards(), workspace.policies()::active, Clock.systemUTC());
            Importer importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), Tables.of(workspace, outcomes));
            ImportReport report = importer.run(List.of(folder.resolve("in/calls")), Progress.silent());
            assertEquals(List.of(), report.failed());
            Map<CallId, Match> matches = workspace.matches().current();
            int automatic = 0;
            int wrong = 0;
            int pending = 0;
            int pendingRight = 0;
            double surestWrong = 0;
            for (Map.Entry<CallId, String> truth : truth(settings, workspace).entrySet()) {
                Match match = matches.get(truth.getKey());
                boolean right = match != null && truth.getValue().equals(match.deal());
                if (match != null && match.state() == Match.State.AUTOMATIC) {
                    automatic++;
                    wrong += right ? 0 : 1;
                    surestWrong = right ? surestWrong : Math.max(surestWrong, match.confidence());
                } else if (match != null) {
                    pending++;
                    pendingRight += right ? 1 : 0;
                }
            }
            String figures = automatic + " of " + report.imported().size() + " calls matched without asking, " + wrong + " wrongly, the surest of these with "
                    + surestWrong + "; "
                    + pending + " wait, " + pendingRight + " of them with the right deal first";
            LoggerFactory.getLogger(MatchingSimulatedCallsTest.class).info(figures);
            assertTrue(automatic > report.imported().size() / 2, figures);
            assertTrue(wrong <= (1 - RIGHT) * automatic, figures);
            assertTrue(surestWrong <= SUREST_WRONG, figures);
        }
    }

    /**
     * Makes the export as CRMs are: some deals have no contact, some have the account's name only; some accounts have a second deal that is open or closed at
     * the same time, or had one before; and some companies share their name with another that has people of its own.
     */
    private static void roughen(Path table) throws IOException {
        Random random = new Random(3);
        List<CSVRecord> deals;
        try (CSVParser parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(table))) {
            deals = parser.getRecords();
        }
        List<String> header = deals.getFirst().toList();
        try (CSVPrinter printer = CSV_OUT.print(Files.newBufferedWriter(table))) {
            printer.printRecord(header);
            for (CSVRecord record : deals.subList(1, deals.size())) {
                List<String> deal = new ArrayList<>(record.toList());
                List<String> other = new ArrayList<>(deal);
                other.set(header.indexOf("ID"), SalesforceId.of("006", 500_000 + (int) record.getRecordNumber()));
                other.set(header.indexOf("NAME"), "Another");
                switch (random.nextInt(10)) {
                    case 0 -> blank(deal, header, "CONTACT.NAME", "CONTACT.EMAIL");
                    case 1 -> blank(deal, header, "CONTACT.NAME", "CONTACT.EMAIL", "OWNER.NAME", "OWNER.EMAIL");
                    case 2 -> printer.printRecord(other);
                    case 3 -> {
                        LocalDate created = LocalDate.parse(deal.get(header.indexOf("CREATEDDATE")).substring(0, 10));
                        other.set(header.indexOf("CREATEDDATE"), created.minusDays(200).toString());
                        other.set(header.indexOf("CLOSEDATE"), created.minusDays(random.nextInt(40)).toString());
                        other.set(header.indexOf("ISCLOSED"), "true");
                        other.set(header.indexOf("ISWON"), "true");
                        printer.printRecord(other);
                    }
                    case 4 -> {
                        other.set(header.indexOf("CONTACT.NAME"), "Somebody Else");
                        other.set(header.indexOf("CONTACT.EMAIL"), "somebody@else.example");
                        other.set(header.indexOf("ACCOUNT.WEBSITE"), "else.example");
                        printer.printRecord(other);
                    }
                    case 5 -> {
                        blank(deal, header, "CONTACT.NAME", "CONTACT.EMAIL");
                        printer.printRecord(other);
                    }
                    default -> { }
                }
                printer.printRecord(deal);
            }
        }
    }

    private static void blank(List<String> deal, List<String> header, String... columns) {
        for (String column : columns) {
            deal.set(header.indexOf(column), "");
        }
    }

    /** The deal of each call that came in. */
    private static Map<CallId, String> truth(Settings settings, Workspace workspace) {
        Map<String, CallId> byFile = new HashMap<>();
        for (CallSummary call : workspace.calls().summaries()) {
            byFile.put(call.sourceName(), call.id());
            byFile.put(call.id().value(), call.id());
        }
        Simulator simulator = new Simulator(settings);
        Map<CallId, String> truth = new HashMap<>();
        for (int i = 0; i < settings.calls(); i++) {
            SimulatedCall call = simulator.call(i);
            CallId id = byFile.get(Format.MIXED.of(call, settings).name(call));
            if (id != null) {
                truth.put(id, SalesforceId.of("006", call.account()));
            }
        }
        return truth;
    }
}
