package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands from end to end, on a real workspace. */
class CommandsTest {

    @TempDir
    Path folder;

    private Path workspace;
    private Path calls;

    @BeforeEach
    void writeCalls() throws IOException {
        workspace = folder.resolve("a workspace");
        calls = folder.resolve("calls.jsonl");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            boolean won = i % 2 == 0;
            lines.append("{\"id\":\"c%02d\",\"turns\":[".formatted(i))
                    .append("{\"speaker\":\"rep\",\"text\":\"=Hello number %d, how do you plan today?\"},".formatted(i))
                    .append("{\"speaker\":\"customer\",\"text\":\"%s number %d.\"},".formatted(
                            won ? "Sounds great, we need that" : "Too expensive, not interested", i))
                    .append("{\"speaker\":\"rep\",\"text\":\"Shall we meet on Tuesday?\"},")
                    .append("{\"speaker\":\"customer\",\"text\":\"%s\"}],\"outcome\":%s}%n".formatted(
                            won ? "Yes, send an invite." : "No thanks.", i < 56 ? (won ? "1" : "0") : "null"));
        }
        Files.writeString(calls, lines);
    }

    private CommandLineRun run(Object... args) {
        return CommandLineRun.of(workspace, args);
    }

    @Test
    void importSaysInJsonWhatWasLeftOut() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Notes of the day\n\nAnn Lee: Hello there.\nBo Dahl: Hi.\n");
        JsonNode call = run("import", file, "--json", "--dry-run").json().get("calls").get(0);
        assertTrue(call.get("warnings").get(0).asString().contains("left out"), call.toString());
        JsonNode warning = run("import", file, "--json").json().get("warnings").get(0);
        assertTrue(warning.get("text").asString().contains("left out"), warning.toString());
        assertEquals(file.toString(), warning.get("file").asString());
        assertEquals(call.get("id").asString(), warning.get("call").asString());
    }

    @Test
    void outcomesSaysWhatBecameOfEveryCallAndWhatAPersonSaysOfColumnsIsKept() throws IOException {
        Path call = Files.writeString(folder.resolve("acme.jsonl"), """
                {"id":"acme-1","title":"Intro","started_at":"2026-06-01T10:00:00Z","participants":[{"key":"Ines Duarte","name":"Ines Duarte","side":"REP"},\
                {"key":"Tom Ash","name":"Tom Ash","side":"CUSTOMER","email":"tom@acme.example"}],"turns":[\
                {"speaker":"rep","participant":"Ines Duarte","text":"Hello."},{"speaker":"customer","participant":"Tom Ash","text":"Hi."}]}
                """);
        assertEquals(0, run("import", calls, call).code());
        Path table = Files.writeString(folder.resolve("deals.csv"),
                "Vorgang;Phase;Angelegt;Kontakt\nA-1;Unterschrieben;03/04/2026;tom@acme.example\nA-2;;01/05/2026;\n");
        assertEquals(1, run("outcomes", table).code(), "nobody has said what Vorgang is");
        Object[] said = {"outcomes", table, "--map", "Vorgang=deal-id", "--map", "Angelegt=created_at", "--map", "Kontakt=CONTACT_EMAIL", "--word",
                "Unterschrieben=WON"};
        CommandLineRun unclear = run(said);
        assertTrue(unclear.err().contains("month"), unclear.err());
        List<Object> settled = new ArrayList<>(List.of(said));
        settled.addAll(List.of("--dates", "dmy", "--save", "team", "--dry-run", "--json"));
        CommandLineRun preview = run(settled.toArray());
        assertEquals("DEAL_ID", preview.json().get("columns").get(0).get("meaning").asString());
        CommandLineRun run = run("outcomes", table, "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode document = run.json();
        assertEquals("deals", document.get("kind").asString());
        assertEquals(List.of(1, 0, 60, 0), Stream.of("matched", "pending", "without", "censored").map(name -> document.get(name).asInt()).toList(),
                document.toString());
        assertEquals(0, document.get("leftOut").get("AFTER_CLOSE").asInt());
        assertEquals(3, document.get("failed").get(0).get("line").asInt());
        assertEquals(1, document.get("deals").get("new").asInt());
        assertEquals(2, run("outcomes", table, "--dates", "ymd").code());
    }

    @Test
    void importsEachCallOnce() {
        CommandLineRun first = run("import", calls, "--json");
        assertEquals(0, first.code(), first.err());
        assertEquals(60, first.json().get("imported").asInt());
        assertEquals("", first.err());

        CommandLineRun second = run("--json", "import", calls);
        assertEquals(0, second.code());
        assertEquals(0, second.json().get("imported").asInt());
        assertEquals(60, second.json().get("duplicates").asInt());

        CommandLineRun text = run("import", calls);
        assertEquals("Imported 0 calls; 60 were here already; 0 failed.", text.out().strip());
    }

    @Test
    void goesOnPastBadFilesAndFailsWhenNothingCanBeRead() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\":\"x\",\"turns\":[]}\n");
        CommandLineRun some = run("import", bad, calls);
        assertEquals(0, some.code());
        assertTrue(some.err().contains("bad.jsonl:1: "), some.err());

        CommandLineRun none = run("import", bad, "--json");
        assertEquals(1, none.code());
        assertEquals(1, none.json().get("failed").size());
        assertEquals(1, none.json().get("failed").get(0).get("line").asInt());
        assertEquals(1, none.err().lines().count(), none.err());
    }

    @Test
    void aDryRunLeavesNothing() {
        CommandLineRun run = run("import", calls, "--dry-run", "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode call = run.json().get("calls").get(0);
        assertEquals("c00", call.get("id").asString());
        assertEquals("REP", call.get("turns").get(0).get("side").asString());
        assertTrue(call.get("turns").get(0).get("startMs").isNull());
        assertFalse(Files.exists(workspace));
    }

    @Test
    void usageMistakesExitWith2AndFailuresWith1() {
        for (CommandLineRun wrong : List.of(run("bogus"), run("queue", "--top", "x"), run("queue", "--top", "-1"), run("import"),
                run("export", "--format", "xml", "--out", "x"), run("--json"))) {
            assertEquals(2, wrong.code(), wrong.err());
            assertEquals("", wrong.out());
            assertEquals(1, wrong.err().lines().count(), wrong.err());
        }
        CommandLineRun missing = run("queue");
        assertEquals(1, missing.code());
        assertTrue(missing.err().startsWith("turnwise: there is no workspace in "), missing.err());
        assertFalse(Files.exists(workspace), "a mistyped folder is not made into a workspace");
        run("import", calls);
        for (CommandLineRun failed : List.of(run("score", "c00"), run("promote", "7"), run("rollback"), run("outcomes", folder.resolve("none.csv")))) {
            assertEquals(1, failed.code());
            assertTrue(failed.err().lines().count() >= 1 && !failed.err().contains("\tat "), failed.err());
        }
    }

    @Test
    void tooFewOutcomesSaysHowManyAreNeeded() throws IOException {
        Files.writeString(calls, String.join("\n", Files.readAllLines(calls).subList(0, 10)));
        run("import", calls);
        CommandLineRun train = run("train", "--json");
        assertEquals(1, train.code());
        assertEquals("", train.out());
        assertTrue(train.err().contains("at least 20"), train.err());
    }

    @Test
    void goesRoundTheLoop() throws IOException {
        run("import", calls);
        JsonNode first = ok(run("train", "--json")).json();
        assertEquals(1, first.get("version").asInt());
        assertTrue(first.get("promoted").asBoolean());
        assertTrue(first.get("metrics").has("prior") && first.get("metrics").has("finished"));
        assertEquals(1, first.get("active").get("version").asInt());

        JsonNode second = ok(run("train", "--json", "--seed", "1")).json();
        assertFalse(second.get("promoted").asBoolean());
        assertEquals(1, second.get("active").get("version").asInt());
        assertEquals(2, ok(run("promote", "2", "--json")).json().get("active").get("version").asInt());
        assertEquals(1, ok(run("rollback", "--json")).json().get("active").get("version").asInt());
        assertEquals(2, ok(run("versions", "--json")).json().get("versions").size());

        JsonNode score = ok(run("score", "c57", "--json")).json();
        assertEquals("c57", score.get("callId").asString());
        assertEquals(4, score.get("turns").size());
        assertTrue(score.get("turns").get(3).has("advantage"));

        JsonNode why = ok(run("score", "c57", "--why", "--json")).json().get("why");
        double sum = why.get("base").asDouble();
        for (JsonNode contribution : why.get("contributions")) {
            sum += contribution.get("logOdds").asDouble();
        }
        double said = score.get("turns").get(3).get("probability").asDouble();
        assertEquals(Math.log(said / (1 - said)), sum, 1e-6);
        assertTrue(ok(run("score", "c57", "--why")).out().strip().endsWith(why.get("sentence").asString()), why.toString());
        assertFalse(score.has("why"), "only on demand");

        JsonNode queue = ok(run("queue", "--top", "5", "--json")).json();
        assertEquals(5, queue.get("calls").size());
        assertTrue(queue.get("calls").get(0).has("why"));
    }

    @Test
    void exportsWhatIsLabeledAndImportsItAgain() throws IOException {
        run("import", calls);
        Path out = folder.resolve("out.jsonl");
        JsonNode export = ok(run("export", "--format", "jsonl", "--out", out, "--json")).json();
        assertEquals(56, export.get("calls").asInt());
        assertEquals(60, ok(run("export", "--format", "jsonl", "--out", folder.resolve("all.jsonl"), "--all", "--json")).json().get("calls").asInt());

        Path other = folder.resolve("other");
        assertEquals(56, ok(CommandLineRun.of(other, "import", out, "--json")).json().get("imported").asInt());
        Path again = folder.resolve("again.jsonl");
        ok(CommandLineRun.of(other, "export", "--format", "jsonl", "--out", again));
        assertEquals(-1, Files.mismatch(out, again));

        ok(run("export", "--format", "csv", "--out", folder));
        assertTrue(Files.readString(folder.resolve("turns.csv")).contains("\"'=Hello number 0, how"));
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    private static CommandLineRun ok(CommandLineRun run) {
        assertEquals(0, run.code(), run.err());
        return run;
    }
}
