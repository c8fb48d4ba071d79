package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The evaluation from end to end, and what it says of corpora that don't suffice. */
class EvaluateCommandTest {

    @TempDir
    Path folder;

    private CommandLineRun run(Object... args) {
        return CommandLineRun.of(folder.resolve("workspace"), args);
    }

    @Test
    void measuresEachHeadAtEachPrefix() throws IOException {
        Path corpus = gzip(corpus("calls.jsonl", 100, i -> "\"customer-" + i / 2 + "\"", i -> i % 2 + ""));
        CommandLineRun run = run("evaluate", corpus, "--folds", 2, "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.err());
        JsonNode report = run.json();
        assertEquals("calls.jsonl.gz", report.get("corpus").asString());
        assertEquals(2, report.get("folds").asInt());
        assertEquals(0, report.get("seed").asInt());
        assertEquals(50, report.get("customers").asInt());
        // four turns a call, so at 8 and 16 there is none; six heads speak at every prefix, the finished one of finished calls only
        assertEquals(6 * 5 + 1, report.get("results").size());
        JsonNode live = report.get("results").get(0);
        assertEquals("live", live.get("head").asString());
        assertEquals("turn4", live.get("prefix").asString());
        assertEquals(100, live.get("n").asInt());
        for (String field : new String[] {"auc", "aucLow", "aucHigh", "brier", "brierLow", "brierHigh", "logLoss", "ece"}) {
            assertTrue(live.get(field).isNumber(), field + ": " + live);
        }
        assertTrue(report.get("martingale").isNumber());
        assertTrue(report.get("riskAtCoverage").get("20%").isNumber());
        assertFalse(Files.exists(folder.resolve("workspace")), "an evaluation needs no workspace");
        assertEquals(run.out(), run("evaluate", corpus, "--folds", 2, "--json").out(), "the same again");

        String table = run("evaluate", corpus, "--folds", 2).out();
        assertTrue(table.contains("turn4") && table.contains("prior") && table.contains("live against prior"), table);
        assertFalse(table.contains("Change of"), table);
    }

    @Test
    void saysWhatLeavingOutEachPartChanges() throws IOException {
        Path corpus = corpus("calls.jsonl", 100, i -> "\"customer-" + i / 2 + "\"", i -> i % 2 + "");
        JsonNode plain = run("evaluate", corpus, "--folds", 2, "--json").json();
        JsonNode report = run("evaluate", corpus, "--folds", 2, "--ablate", "--json").json();
        for (int i = 0; i < plain.get("results").size(); i++) {
            JsonNode whole = plain.get("results").get(i);
            assertTrue(report.get("results").valueStream().anyMatch(whole::equals), "measuring parts changes nothing of the whole: " + whole);
        }
        assertFalse(plain.has("ablation"));
        // nine parts of the live head at five prefixes, eight of the finished head at one; Brier, AUC and log loss
        assertEquals((9 * 5 + 8) * 3, report.get("ablation").size());
        for (JsonNode one : report.get("ablation")) {
            double with = figure(report, one, one.get("head").asString());
            double without = figure(report, one, one.get("head").asString() + "-without-" + one.get("without").asString());
            assertEquals(without - with, one.get("change").asDouble(), 1e-12, one.toString());
            assertTrue(one.get("changeLow").asDouble() <= one.get("changeHigh").asDouble(), one.toString());
        }
        String table = run("evaluate", corpus, "--folds", 2, "--ablate").out();
        assertTrue(table.contains("Change of Brier") && table.contains("live without words of prefixes") && table.contains("finished without spelling"), table);
        assertFalse(table.contains("live against live"), table);
    }

    private static double figure(JsonNode report, JsonNode at, String head) {
        return report.get("results").valueStream()
                .filter(result -> result.get("head").asString().equals(head) && result.get("prefix").equals(at.get("prefix")))
                .findFirst()
                .orElseThrow()
                .get(at.get("measure").asString())
                .asDouble();
    }

    @Test
    void saysWhatLabelsTeach() throws IOException {
        Path plain = corpus("plain.jsonl", 100, i -> "\"g" + i + "\"", i -> i % 2 + "");
        CommandLineRun unlabeled = run("evaluate", plain, "--folds", 2, "--labels", "--json");
        assertEquals(0, unlabeled.code(), unlabeled.err());
        assertTrue(unlabeled.err().contains("no turn of plain.jsonl is labeled"), unlabeled.err());
        assertEquals(0, unlabeled.json().get("learning").size());

        String labels = "\"turn_labels\":[[\"ask\"],[\"tell\"],[\"close\"],[\"%s\"]],\"turns\"";
        StringBuilder lines = new StringBuilder();
        for (String line : Files.readAllLines(plain)) {
            lines.append(line.replace("\"turns\"", labels.formatted(line.contains("Yes, send") ? "accept" : "refuse"))).append('\n');
        }
        Path corpus = Files.writeString(folder.resolve("labeled.jsonl"), lines);
        JsonNode learning = run("evaluate", corpus, "--folds", 2, "--labels", "--json").json().get("learning");
        assertEquals(3, learning.size());
        assertEquals("averagePrecision", learning.get(0).get("measure").asString());
        assertTrue(learning.get(0).get("steps").get(0).get("figure").isNumber(), learning.toString());
        assertEquals("auc", learning.get(2).get("measure").asString());
        assertEquals(0, learning.get(2).get("steps").get(0).get("labeled").asInt());
        String said = run("evaluate", corpus, "--folds", 2, "--labels").out();
        assertTrue(said.contains("average precision") && said.contains("the forecast of finished calls"), said);
    }

    @Test
    void refusesWhatDoesNotSufficeInOneLine() throws IOException {
        failsWith("none says in \"outcome\"", corpus("silent.jsonl", 30, i -> "\"g" + i + "\"", i -> "null"));
        failsWith("with a known outcome converted", corpus("won.jsonl", 60, i -> "\"g" + i + "\"", i -> "1"));
        failsWith("belong to one customer, \"all\"", corpus("one.jsonl", 60, i -> "\"all\"", i -> i % 2 + ""));
        failsWith("has 2 and 1", corpus("three.jsonl", 3, i -> "\"g" + i + "\"", i -> i % 2 == 0 ? "1" : "0"));
        failsWith("has too few calls: without fold 1 of 5", corpus("thin.jsonl", 44, i -> "\"g" + i + "\"", i -> i % 2 + ""));
        failsWith("take fewer: --folds 3", corpus("groups.jsonl", 90, i -> "\"g" + i % 3 + "\"", i -> i / 3 % 2 + ""));
        failsWith("can't be split into 5 folds", corpus("unequal.jsonl", 90, i -> "\"g" + (i < 40 ? 0 : i) + "\"", i -> i < 40 ? "1" : "0"));
        failsWith("is not there", folder.resolve("missing.jsonl"));
        failsWith("is a folder", folder);
        failsWith("is empty", Files.writeString(folder.resolve("empty.jsonl"), ""));
        failsWith("broken.jsonl:3: ", broken());
        failsWith("twice.jsonl:2: call same stands on line 1 already",
                Files.writeString(folder.resolve("twice.jsonl"), (line("same", "\"g\"", "1") + "\n").repeat(2)));
        failsWith("but a transcript of one call", Files.writeString(folder.resolve("call.vtt"), "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Hello.\n"));
        Path whole = gzip(corpus("cut.jsonl", 60, i -> "\"g" + i + "\"", i -> i % 2 + ""));
        failsWith("damaged or cut off", Files.write(whole, Arrays.copyOf(Files.readAllBytes(whole), 300)));
    }

    private void failsWith(String reason, Path corpus) {
        CommandLineRun run = run("evaluate", corpus, "--json");
        assertEquals(1, run.code(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(reason), run.err());
    }

    @Test
    void wrongUseIsNoFailure() {
        for (CommandLineRun wrong : new CommandLineRun[] {
            run("evaluate"), run("evaluate", "x.jsonl", "--folds", 1), run("evaluate", "x.jsonl", "--folds", "many"),
            run("evaluate", "x.jsonl", "--seed", "one"), run("evaluate", "a", "b")
        }) {
            assertEquals(2, wrong.code(), wrong.err());
            assertEquals(1, wrong.err().lines().count(), wrong.err());
        }
    }

    private Path corpus(String name, int calls, IntFunction<String> group, IntFunction<String> outcome) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < calls; i++) {
            lines.append(line("call %03d".formatted(i), group.apply(i), outcome.apply(i))).append('\n');
        }
        return Files.writeString(folder.resolve(name), lines);
    }

    private static String line(String id, String group, String outcome) {
        String answer = outcome.equals("1") ? "Yes, send an invite for " + id : "No thanks, not for " + id;
        return """
                {"id":"%s","meta":{"group":%s},"outcome":%s,"turns":[{"speaker":"rep","text":"Hello, how do you plan today?"},\
                {"speaker":"customer","text":"On paper."},\
                {"speaker":"rep","text":"Shall we meet?"},{"speaker":"customer","text":"%s."}]}""".formatted(id, group, outcome, answer);
    }

    private Path broken() throws IOException {
        Path file = corpus("broken.jsonl", 60, i -> "\"g" + i + "\"", i -> i % 2 + "");
        return Files.writeString(file, Files.readString(file).replaceFirst("\"id\":\"call 002\"", "\"id\":"));
    }

    private static Path gzip(Path plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Files.readString(plain).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(plain.resolveSibling(plain.getFileName() + ".gz"), bytes.toByteArray());
    }
}
