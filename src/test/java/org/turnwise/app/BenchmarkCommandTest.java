package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchmarkCommandTest {

    @TempDir
    Path folder;

    /** What it measures depends on the machine; that it measures everything, on the same calls, does not. */
    @Test
    void measuresTrainingAndForecasting() {
        CommandLineRun run = CommandLineRun.of(folder.resolve("workspace"), "benchmark", "--calls", 100, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode json = run.json();
        for (String figure : List.of("trainSeconds", "trainKnownTextsSeconds", "refreshSeconds", "turnMedianMs", "turnP99Ms", "turnsPerSecond",
                "knownTurnsPerSecond", "peakHeapMb")) {
            assertTrue(json.required(figure).asDouble() > 0, figure);
        }
        assertTrue(json.required("turnMedianMs").asDouble() <= json.required("turnP99Ms").asDouble());
        assertEquals(100, json.required("calls").asInt());
    }

    @Test
    void saysWhyACorpusCannotBeTrainedOn() {
        CommandLineRun run = CommandLineRun.of(folder.resolve("workspace"), "benchmark", folder.resolve("none.jsonl"));
        assertEquals(1, run.code());
        assertTrue(run.err().contains("none.jsonl"), run.err());
    }

    @Test
    void measuresImporting() {
        CommandLineRun run = CommandLineRun.of(folder.resolve("workspace"), "benchmark", "import", "--calls", 60, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode json = run.json();
        assertEquals(60, json.required("calls").asInt());
        assertEquals(0, json.required("failed").asInt());
        for (String figure : List.of("megabytes", "seconds", "callsPerSecond", "processorSeconds", "peakHeapMb", "matchSeconds", "compareSeconds")) {
            assertTrue(json.required(figure).asDouble() > 0, figure);
        }
    }
}
