package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {

    @TempDir
    Path folder;

    private CommandLineRun run(Object... args) {
        return CommandLineRun.of(folder.resolve("workspace"), args);
    }

    @Test
    void simulatedCallsComeInLikeAnyOthers() {
        Path out = folder.resolve("out");
        CommandLineRun run = run("simulate", "--calls", 40, "--seed", 3, "--out", out, "--knob", "outcome-noise=0.1", "--knob", "label-noise=0.2", "--knob",
                "annotators=2", "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(40, run.json().get("calls").asInt());
        assertFalse(Files.exists(folder.resolve("workspace")), "a simulation needs no workspace");
        assertTrue(Files.exists(out.resolve("truth.jsonl")));
        CommandLineRun imported = run("import", out.resolve("calls.jsonl"), "--json");
        assertEquals(0, imported.code(), imported.err());
        assertEquals(40, imported.json().get("imported").asInt());
        assertEquals(0, imported.json().get("needSides").size());
    }

    @Test
    void callsAsOtherToolsWriteThemComeInFromTheirFolder() {
        Path out = folder.resolve("mixed");
        CommandLineRun run = run("simulate", "--calls", 30, "--out", out, "--format", "mixed", "--reps", 3, "--days", 40, "--accounts", 10, "--json");
        assertEquals(0, run.code(), run.err());
        CommandLineRun imported = run("import", out.resolve("calls"), "--json");
        assertEquals(0, imported.code(), imported.err());
        assertEquals(30, imported.json().get("imported").asInt());
        assertEquals(0, imported.json().get("needSides").size());
        CommandLineRun again = run("simulate", "--calls", 30, "--out", out, "--format", "mixed");
        assertEquals(1, again.code());
        assertTrue(again.err().contains("another folder") && again.err().lines().count() == 1, again.err());
    }

    /** The README gives the command; if calls come out otherwise than they lie there, run it again and replace them. */
    @Test
    void theSampleCallsAreWhatTheirCommandWrites() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        int from = readme.indexOf("simulate --calls 60");
        String command = readme.substring(from, readme.indexOf('\n', from)).replaceFirst("--out \\S+", "--out " + folder.resolve("samples"));
        CommandLineRun run = run((Object[]) command.split(" "));
        assertEquals(0, run.code(), run.err());
        Map<String, String> samples = contents(Path.of("sample-calls", "winter-campaign"));
        assertEquals(contents(folder.resolve("samples").resolve("calls")), samples);
        assertTrue(samples.values().stream().mapToInt(String::length).sum() < 1_900_000, "small enough to come with the program");
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
    void mistakesAreUsageErrorsOfOneLine() {
        Path out = folder.resolve("never");
        for (String wrong : List.of(
                "", "--calls 0", "--calls -3", "--calls many", "--calls 5 --mode epic", "--calls 5 --format docx", "--calls 5 --seed x", "--calls 5 --reps 1",
                "--calls 5 --reps 201", "--calls 5 --days 1", "--calls 5 --days 3651", "--calls 5 --accounts 6", "--calls 5 --accounts 0",
                "--calls 5 --volume 1", "--calls 5 --knob volume=1", "--calls 5 --knob drift=2", "--calls 5 --knob drift=NaN", "--calls 5 --knob drift",
                "--calls 5 --knob annotators=0 --knob surrogate=hat",
                "--calls 5 --knob annotators=51")) {
            List<Object> args = new ArrayList<>(List.of("simulate", "--out", out));
            args.addAll(wrong.isEmpty() ? List.of() : List.of(wrong.split(" ")));
            CommandLineRun run = run(args.toArray());
            assertEquals(2, run.code(), wrong + ": " + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertFalse(Files.exists(out));
        }
        assertEquals(2, run("simulate", "--calls", 5).code(), "--out is needed");
    }

    @Test
    void aFileIsNoFolderToWriteTo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "here");
        CommandLineRun run = run("simulate", "--calls", 5, "--out", file);
        assertEquals(1, run.code());
        assertTrue(run.err().contains("--out names a folder"), run.err());
    }
}
