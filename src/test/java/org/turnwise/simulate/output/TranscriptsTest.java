package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.Importer;
import org.turnwise.intake.Tables;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.Surrogate;
import org.turnwise.simulate.recording.SimulatedCall;
import org.turnwise.simulate.recording.Simulator;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is written in other tools' formats, through the real readers. */
class TranscriptsTest {

    private static final Knobs ALL = new Knobs(0.1, 0.2, Surrogate.LENGTH, 0.5, 0.05, 0.3, 0, 0, 0.02, 0.1);

    @TempDir
    Path folder;

    /** Calls by the name of their file. */
    private static Map<String, SimulatedCall> calls(Settings settings, Format format) {
        Simulator simulator = new Simulator(settings);
        Map<String, SimulatedCall> calls = new HashMap<>();
        for (int i = 0; i < settings.calls(); i++) {
            SimulatedCall call = simulator.call(i);
            String file = format.of(call, settings).file(call);
            calls.put(file.substring(file.lastIndexOf('/') + 1), call);
        }
        return calls;
    }

    @Test
    void everyFileIsReadBackToTheSameTurnsAndSides() {
        for (Mode mode : Mode.values()) {
            Settings settings = Settings.of(mode == Mode.SHORT ? 250 : 25, 31, mode, ALL);
            Path out = folder.resolve(mode.name());
            new Simulation(settings, Format.MIXED).write(out, Progress.silent());
            Map<String, SimulatedCall> calls = calls(settings, Format.MIXED);
            assertEquals(settings.calls(), calls.size(), "no two calls share a file name");
            try (Workspace workspace = Workspace.open(folder.resolve("workspace" + mode))) {
                Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
                ImportReport report = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), Tables.of(workspace, outcomes))
                        .run(List.of(out.resolve("calls")), Progress.silent());
                assertEquals(List.of(), report.failed());
                assertEquals(settings.calls(), report.imported().size());
                Set<String> formats = new HashSet<>();
                for (ImportReport.Arrived arrived : report.imported()) {
                    SimulatedCall written = calls.get(Path.of(arrived.file()).getFileName().toString());
                    formats.add(arrived.format());
                    same(written, workspace.calls().find(arrived.call()).orElseThrow());
                    workspace.rewards().inForce(arrived.call()).stream().filter(signal -> signal.origin() == RewardSignal.Origin.CRM).forEach(signal ->
                            assertTrue(signal.kind() == OutcomeKind.OPEN || signal.kind() == written.outcome(), arrived.file()));
                }
                assertEquals(Set.of("teams-vtt", "zoom-vtt", "srt", "text", "jsonl"), formats);
                assertTrue(outcomes.known().size() > 0.8 * settings.calls(), "outcomes of " + outcomes.known().size());
            }
        }
    }

    private static void same(SimulatedCall written, Call read) {
        assertEquals(written.lines().stream().map(SimulatedCall.Line::text).toList(), read.turns().stream().map(turn -> turn.text()).toList());
        for (int i = 0; i < written.lines().size(); i++) {
            SimulatedCall.Line line = written.lines().get(i);
            assertEquals(line.byRep() ? Side.REP : Side.CUSTOMER, read.sideOf(read.turns().get(i)), written.id() + " " + written.planted());
            Long start = read.turns().get(i).startMs();
            assertTrue(start == null || start == line.startMs(), "a time that is written is kept");
        }
    }

    @Test
    void assemblyAiJsonHasTheTimesOfAllWords() throws Exception {
        Settings settings = Settings.of(20, 5, Mode.CALL, Knobs.NONE);
        for (SimulatedCall call : calls(settings, Format.ASSEMBLYAI).values()) {
            JsonNode json = JsonMapper.shared().readTree(new AssemblyAiJson().write(call));
            assertEquals(call.lines().size(), json.get("utterances").size());
            int words = 0;
            for (int i = 0; i < call.lines().size(); i++) {
                JsonNode utterance = json.get("utterances").get(i);
                assertEquals(Set.of("speaker", "text", "start", "end", "confidence", "words"), utterance.propertyNames().stream().collect(Collectors.toSet()));
                assertEquals(call.lines().get(i).text(), utterance.get("text").asString());
                long before = utterance.get("start").asLong();
                StringBuilder said = new StringBuilder();
                for (JsonNode word : utterance.get("words")) {
                    assertTrue(word.get("start").isIntegralNumber() && word.get("start").asLong() >= before
                            && word.get("end").asLong() >= word.get("start").asLong());
                    before = word.get("end").asLong();
                    said.append(said.isEmpty() ? "" : " ").append(word.get("text").asString());
                    words++;
                }
                assertTrue(before <= utterance.get("end").asLong());
                assertEquals(call.lines().get(i).text(), said.toString());
            }
            assertEquals(words, json.get("words").size());
            assertTrue(json.has("acoustic_model") && json.get("audio_duration").isIntegralNumber());
        }
    }

    @Test
    void fileNamesCarryDayRepAndCompanyInMostFormats() {
        Settings settings = Settings.of(40, 5, Mode.SHORT, Knobs.NONE);
        for (Format format : List.of(Format.ZOOM, Format.TEAMS, Format.SRT, Format.TEXT, Format.ASSEMBLYAI)) {
            for (SimulatedCall call : calls(settings, format).values()) {
                String file = format.of(call, settings).file(call);
                assertTrue(file.contains(call.rep()) && file.contains(call.company()), file);
                assertTrue(file.replace("-", "").contains(Transcript.day(call).replace("-", "")), file);
            }
        }
    }

    @Test
    void everyAnomalyIsAmongThoseReadBack() {
        Set<Anomaly> planted = calls(Settings.of(250, 31, Mode.SHORT, ALL), Format.MIXED).values().stream()
                .map(call -> call.planted().anomaly()).filter(anomaly -> anomaly != null).collect(Collectors.toSet());
        assertEquals(Set.of(Anomaly.values()), planted);
    }
}
