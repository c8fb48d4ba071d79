package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        CommandLineRun run = run("simulate", "--calls", 40, "--seed", 3, "--out", out, "--knob", "outcome-noise=0.1", "--knob", "label-noise=0.2", "--knob", "annotators=2", "--json");
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
    void mistakesAreUsageErrorsOfOneLine() {
        Path out = folder.resolve("never");
        for (List<String> wrong : List.<List<String>>of(
                List.of("--calls", "0"), List.of("--calls", "many"), List.<String>of(), List.of("--calls", "5", "--mode", "epic"), List.of("--calls", "5", "--knob", "volume=1"),
                List.of("--calls", "5", "--knob", "drift=2"), List.of("--calls", "5", "--knob", "drift"), List.of("--calls", "5", "--seed", "x"), List.of("--calls", "5", "--knob", "annotators=0", "--knob", "surrogate=hat"))) {
            Object[] args = new Object[wrong.size() + 3];
            args[0] = "simulate";
            args[1] = "--out";
            args[2] = out;
            for (int i = 0; i < wrong.size(); i++) {
                args[i + 3] = wrong.get(i);
            }
            CommandLineRun run = run(args);
            assertEquals(2, run.code(), wrong + " " + run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertFalse(Files.exists(out));
        }
        assertEquals(2, run("simulate", "--calls", 5).code(), "--out is needed");
    }
}
