package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The loop on conversations that people really had; skipped where they are not at hand. */
class RealConversationsLoopTest {

    private static final Path CONVERSATIONS = Path.of("../shared/data/persuasionforgood.dev.jsonl.gz");

    private static final int SOME = 120;

    @TempDir
    Path folder;

    @Test
    void goesRoundOnRealConversations() throws IOException {
        Assumptions.assumeTrue(Files.exists(CONVERSATIONS), "the conversations are not at hand");
        Path workspace = folder.resolve("w");
        Path some = some();
        assertEquals(SOME, json(workspace, "import", some).get("imported").asInt());
        assertEquals(0, json(workspace, "import", some).get("imported").asInt());
        assertEquals(1, json(workspace, "train").get("version").asInt());
        JsonNode queue = json(workspace, "queue", "--top", 20);
        assertEquals(20, queue.get("calls").size());
        String id = queue.get("calls").get(0).get("callId").asString();
        assertTrue(json(workspace, "score", id).get("turns").size() > 1);
        JsonNode export = json(workspace, "export", "--format", "jsonl", "--out", folder.resolve("e.jsonl"));
        assertEquals(SOME, export.get("calls").asInt());
        Path empty = folder.resolve("empty");
        assertEquals(SOME, json(empty, "import", folder.resolve("e.jsonl")).get("imported").asInt());
        JsonNode again = json(empty, "export", "--format", "jsonl", "--out", folder.resolve("e2.jsonl"));
        assertEquals(export.get("sha256").asString(), again.get("sha256").asString());
    }

    private Path some() throws IOException {
        Path some = folder.resolve("some.jsonl");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(CONVERSATIONS)), StandardCharsets.UTF_8))) {
            return Files.write(some, lines.lines().limit(SOME).toList());
        }
    }

    private static JsonNode json(Path workspace, Object... args) {
        Object[] withJson = Arrays.copyOf(args, args.length + 1);
        withJson[args.length] = "--json";
        CommandLineRun run = CommandLineRun.of(workspace, withJson);
        assertEquals(0, run.code(), run.err());
        return run.json();
    }
}
