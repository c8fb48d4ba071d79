package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** Simulated calls in the files of many tools, and a CRM's deals that share no id with them. {@code -Dturnwise.matching.calls=5000} for more calls than the suite takes. */
class MatchingSimulatedCallsTest {

    private static final int CALLS = Integer.getInteger("turnwise.matching.calls", 300);
    private static final double RIGHT = 0.98;
    private static final double SUREST_WRONG = 0.9;

    @Test
    void whatIsMatchedWithoutAskingIsRight(@TempDir Path folder) {
        Settings settings = Settings.of(CALLS, 11, Mode.SHORT, Knobs.NONE);
        new Simulation(settings, Format.MIXED).write(folder.resolve("in"), Progress.silent());
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
            String figures = automatic + " of " + report.imported().size() + " calls matched without asking, " + wrong + " wrongly, the surest of these with " + surestWrong + "; "
                    + pending + " wait, " + pendingRight + " of them with the right deal first";
            LoggerFactory.getLogger(MatchingSimulatedCallsTest.class).info(figures);
            assertTrue(automatic > report.imported().size() / 2, figures);
            assertTrue(wrong <= (1 - RIGHT) * automatic, figures);
            assertTrue(surestWrong <= SUREST_WRONG, figures);
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
