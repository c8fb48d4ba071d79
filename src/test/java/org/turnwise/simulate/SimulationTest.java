package org.turnwise.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    private static final Knobs ALL = new Knobs(0.1, 0.2, Surrogate.PHRASE, 0.5, 0.1, 0.2, 2, 0.1, 0.02, 0.1);

    @TempDir
    Path folder;

    private Path write(String name, Settings settings) {
        new Simulation(settings).write(folder.resolve(name), Progress.silent());
        return folder.resolve(name);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        Path one = write("one", Settings.of(300, 9, Mode.SHORT, ALL));
        Path two = write("two", Settings.of(300, 9, Mode.SHORT, ALL));
        Path other = write("other", Settings.of(300, 10, Mode.SHORT, ALL));
        for (String file : List.of("calls.jsonl", "truth.jsonl", "labels.jsonl", "simulation.json")) {
            assertEquals(-1, Files.mismatch(one.resolve(file), two.resolve(file)), file);
            assertNotEquals(-1, Files.mismatch(one.resolve(file), other.resolve(file)), file);
        }
        assertEquals(600, Files.readAllLines(one.resolve("labels.jsonl")).size());
    }

    @Test
    void transcriptsCanBeImportedAndAgreeWithTheirTruthTurnByTurn() throws Exception {
        for (Mode mode : Mode.values()) {
            Path out = write(mode.name(), Settings.of(60, 3, mode, Knobs.NONE));
            List<String> lines = Files.readAllLines(out.resolve("calls.jsonl"));
            List<String> truths = Files.readAllLines(out.resolve("truth.jsonl"));
            assertEquals(60, truths.size());
            for (int i = 0; i < lines.size(); i++) {
                var imported = ConversationJsonl.read(lines.get(i), "calls.jsonl", i + 1);
                Call call = imported.call();
                JsonNode truth = JsonMapper.shared().readTree(truths.get(i));
                assertEquals(List.of(), imported.warnings());
                assertTrue(call.sidesSettled());
                assertEquals(call.id().value(), truth.get("call").asString());
                assertEquals(call.turns().size(), truth.get("turns").size());
                assertEquals(call.turns().size() + 1, truth.get("states").size());
                assertEquals(String.valueOf(imported.outcome()), truth.get("planted").get("recordedOutcome").asString());
                assertEquals(mode == Mode.CALL, call.turns().getFirst().startMs() != null);
                for (int t = 0; t < call.turns().size(); t++) {
                    assertEquals(t, truth.get("turns").get(t).get("beat").asInt());
                    assertEquals(call.sideOf(call.turns().get(t)), Side.valueOf(truth.get("turns").get(t).get("side").asString()));
                }
            }
        }
    }

    @Test
    void nothingHiddenStandsInTheTranscripts() throws IOException {
        Path out = write("leak", Settings.of(200, 5, Mode.SHORT, ALL));
        Set<String> known = Set.of("id", "source", "title", "started_at", "participants", "turns", "outcome", "outcome_kind", "meta");
        for (String line : Files.readAllLines(out.resolve("calls.jsonl"))) {
            JsonNode call = JsonMapper.shared().readTree(line);
            assertEquals(known, call.propertyNames().stream().collect(Collectors.toSet()));
            assertEquals(Set.of("group"), call.get("meta").propertyNames().stream().collect(Collectors.toSet()));
            for (JsonNode turn : call.get("turns")) {
                assertEquals(Set.of("speaker", "participant", "text"), turn.propertyNames().stream().collect(Collectors.toSet()));
            }
            assertFalse(line.contains("STAGE_") || line.contains("R_OPEN") || line.contains("warmth"), line);
        }
    }

    @Test
    void aCancelledSimulationLeavesNoFiles() throws IOException {
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        Path out = folder.resolve("cancelled");
        assertThrows(CancellationException.class, () -> new Simulation(Settings.of(10, 1, Mode.SHORT, Knobs.NONE)).write(out, cancelled));
        try (var files = Files.list(out)) {
            assertEquals(0, files.count());
        }
    }
}
