package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.intake.ConversationJsonl;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.Surrogate;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SimulationTest {

    private static final Knobs ALL = new Knobs(0.1, 0.2, Surrogate.PHRASE, 0.5, 0.1, 0.3, 2, 0.1, 0.02, 0.1);

    @TempDir
    Path folder;

    private Path write(String name, Settings settings) {
        return write(name, settings, Format.JSONL);
    }

    private Path write(String name, Settings settings, Format format) {
        new Simulation(settings, format).write(folder.resolve(name), Progress.silent());
        return folder.resolve(name);
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        for (Format format : List.of(Format.JSONL, Format.MIXED)) {
            Path one = write("one" + format, Settings.of(300, 9, Mode.SHORT, ALL), format);
            Path two = write("two" + format, Settings.of(300, 9, Mode.SHORT, ALL), format);
            Path other = write("other" + format, Settings.of(300, 10, Mode.SHORT, ALL), format);
            assertEquals(contents(one), contents(two));
            assertNotEquals(contents(one).get("truth.jsonl"), contents(other).get("truth.jsonl"));
            assertEquals(600, Files.readAllLines(one.resolve("labels.jsonl")).size());
            assertEquals(format == Format.JSONL ? 4 : 300 + 6, contents(one).size());
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return contents;
    }

    @Test
    void truthAndTranscriptAgreeTurnByTurnHoweverMuchIsTamperedWith() throws Exception {
        for (Surrogate surrogate : Surrogate.values()) {
            for (Mode mode : Mode.values()) {
                Knobs knobs = ALL.with("surrogate", surrogate.name());
                agree(write(mode.name() + surrogate, Settings.of(mode == Mode.SHORT ? 300 : 40, 3, mode, knobs)), mode);
            }
        }
    }

    private static void agree(Path out, Mode mode) throws Exception {
        List<String> lines = Files.readAllLines(out.resolve("calls.jsonl"));
        List<String> truths = Files.readAllLines(out.resolve("truth.jsonl"));
        assertEquals(lines.size(), truths.size());
        for (int i = 0; i < lines.size(); i++) {
            var imported = ConversationJsonl.read(lines.get(i), "calls.jsonl", i + 1);
            Call call = imported.call();
            JsonNode truth = JsonMapper.shared().readTree(truths.get(i));
            JsonNode turns = truth.get("turns");
            assertEquals(List.of(), imported.warnings());
            assertTrue(call.sidesSettled());
            assertEquals(call.id().value(), truth.get("call").asString());
            assertEquals(call.turns().size(), turns.size());
            assertEquals(call.turns().size() + 1, truth.get("states").size());
            assertEquals(String.valueOf(imported.outcome()), truth.get("planted").get("recordedOutcome").asString());
            assertEquals(mode == Mode.CALL, call.turns().getFirst().startMs() != null);
            boolean swapped = truth.get("planted").get("anomaly").asString("").equals(Anomaly.SWAPPED_SPEAKERS.name());
            for (int t = 0; t < call.turns().size(); t++) {
                boolean rep = turns.get(t).get("side").asString().equals("REP");
                assertEquals(rep != swapped ? Side.REP : Side.CUSTOMER, call.sideOf(call.turns().get(t)));
                assertEquals(call.turns().get(t).text().endsWith("\u2013"), turns.get(t).has("cutOff"));
                if (turns.get(t).has("planted")) {
                    assertEquals(truth.get("states").get(t), truth.get("states").get(t + 1), "what is planted moves nobody");
                }
            }
            for (JsonNode episode : truth.get("episodes")) {
                int open = episode.get("openTurn").asInt();
                assertEquals(episode.get("objection"), turns.get(open).get("acts").get(0));
                assertEquals("STAGE_OBJECTION", turns.get(open).get("stage").asString());
                episode.get("handleTurns").forEach(turn -> assertTrue(turn.asInt() > open && turns.get(turn.asInt()).get("side").asString().equals("REP")));
                int close = episode.get("closeTurn").asInt();
                assertTrue(close < 0 || close > open && turns.get(close).get("side").asString().equals("CUSTOMER"));
            }
            if (truth.get("planted").get("anomaly").isNull()) {
                assertEquals(truth.get("finalState"), truth.get("states").get(call.turns().size()));
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
        }
    }

    @Test
    void transcriptsAndTheirNamesAreTheSameWhateverCameOfTheCalls() throws IOException {
        for (Format format : Format.values()) {
            if (format.oneFile()) {
                continue;
            }
            Map<String, String> calls = contents(write("so" + format, Settings.of(150, 8, Mode.SHORT, ALL.with("outcome-noise", "0")), format)
                    .resolve("calls"));
            Map<String, String> flipped = contents(write("or" + format, Settings.of(150, 8, Mode.SHORT, ALL.with("outcome-noise", "1")), format)
                    .resolve("calls"));
            for (String table : List.of("crm.csv", "outcomes.csv")) {
                assertNotEquals(calls.remove(table), flipped.remove(table));
            }
            assertEquals(calls, flipped);
            assertEquals(151, calls.size());
            calls.forEach((name, text) -> {
                assertFalse(text.contains("STAGE_") || text.contains("warmth") || text.contains("outcome"), name);
                assertTrue(name.equals("reps.txt") || name.contains("2026"), "a file name says when: " + name);
            });
        }
    }

    @Test
    void callsThatAreThereAlreadyAreNotReplacedByFilesOfTheirOwn() throws IOException {
        Settings settings = Settings.of(5, 1, Mode.SHORT, Knobs.NONE);
        Path out = write("twice", settings, Format.MIXED);
        Map<String, String> before = contents(out);
        for (Format format : List.of(Format.MIXED, Format.JSONL)) {
            assertTrue(String.valueOf(assertThrows(UncheckedIOException.class, () -> write("twice", settings, format)).getCause()).contains("another folder"));
        }
        assertEquals(before, contents(out));
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
        for (Format format : List.of(Format.JSONL, Format.MIXED)) {
            Path out = folder.resolve("cancelled" + format);
            assertThrows(CancellationException.class, () -> new Simulation(Settings.of(10, 1, Mode.SHORT, Knobs.NONE), format).write(out, cancelled));
            try (var files = Files.list(out)) {
                assertEquals(0, files.count());
            }
        }
    }
}
