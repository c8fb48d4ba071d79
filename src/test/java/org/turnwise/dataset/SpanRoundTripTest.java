package org.turnwise.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.exchange.Exchange;
import org.turnwise.intake.Importer;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Spans and episodes over words of every script: what was drawn is what comes back. */
class SpanRoundTripTest {

    private static final CallId ID = new CallId("scripts");
    private static final LabelScheme SCHEME = LabelScheme.standard();

    /** Emoji with skin tones and joiners, flags, right-to-left words with marks, combining accents, Hangul letters, line ends, quotes and pipes. */
    private static final List<String> PIECES = List.of(
            "price", " ", "👩🏽‍💻", "🇫🇷", "שָׁלוֹם", "مرحبا", "e\u0301", "a\u0328\u0301", "각", "각", "\r\n", "\n", "\"x\"", "|", "𝒳", "\u200f",
            "\u202eabc\u202c", "=1");

    @TempDir
    Path folder;

    private void writeCall(Random random) throws IOException {
        var call = JsonMapper.shared().createObjectNode().put("id", ID.value());
        var turns = call.putArray("turns");
        for (int i = 0; i < 8; i++) {
            StringBuilder text = new StringBuilder("w");
            for (int piece = 0; piece < 12; piece++) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            turns.addObject().put("speaker", i % 2 == 0 ? "rep" : "customer").put("text", text.toString());
        }
        Files.writeString(folder.resolve("in.jsonl"), call + "\n");
    }

    @Test
    void spansAndEpisodesSurviveTheDiskAnExportAndAnImport() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 6; round++) {
            writeCall(random);
            Path exported = folder.resolve("out" + round + ".jsonl");
            Set<Annotation> made;
            try (Workspace workspace = Workspace.open(folder.resolve("a" + round))) {
                importFile(workspace, folder.resolve("in.jsonl"));
                made = label(workspace, random);
            }
            try (Workspace workspace = Workspace.open(folder.resolve("a" + round))) {
                assertEquals(made, standing(workspace), "after a restart");
                export(workspace, DatasetExport.Format.CSV, folder.resolve("out" + round + ".csv"));
                assertEquals(made.size(), export(workspace, DatasetExport.Format.JSONL, exported).annotations());
                JsonNode levels = JsonMapper.shared().readTree(Files.readString(Path.of(exported + ".manifest.json"))).get("annotationLevels");
                assertEquals(made.stream().filter(a -> a.target() instanceof Target.OfSpan).count(), levels.get("span").asLong());
                exchange(workspace).write(folder.resolve("out" + round + ".bundle"), true, "Ann", Progress.silent());
            }
            try (Workspace workspace = Workspace.open(folder.resolve("c" + round))) {
                exchange(workspace).merge(folder.resolve("out" + round + ".bundle"), false, Progress.silent());
                assertEquals(made, standing(workspace), "after a bundle");
                Call call = workspace.calls().find(ID).orElseThrow();
                made.forEach(annotation -> assertEquals(Optional.empty(), annotation.target().misfit(call)));
            }
            try (Workspace workspace = Workspace.open(folder.resolve("b" + round))) {
                importFile(workspace, exported);
                assertEquals(made, standing(workspace), "after export and import");
                Call call = workspace.calls().find(ID).orElseThrow();
                made.forEach(annotation -> assertEquals(Optional.empty(), annotation.target().misfit(call)));
            }
        }
    }

    private static Set<Annotation> label(Workspace workspace, Random random) {
        Call call = workspace.calls().find(ID).orElseThrow();
        Labeling labeling = new Labeling(workspace.journal(), SCHEME, "Ann", Clock.systemUTC(), edit -> {});
        for (int i = 0; i < 30; i++) {
            int ordinal = random.nextInt(call.turns().size());
            String text = call.turns().get(ordinal).text();
            int length = text.codePointCount(0, text.length());
            int from = random.nextInt(length);
            int to = from + 1 + random.nextInt(length - from);
            Target.OfSpan span = Target.OfSpan.in(call, ordinal, from, to);
            assertEquals(slice(text, from, to), span.quote());
            labeling.toggle(call, span, SCHEME.label("FLAG_PII").orElseThrow());
        }
        labeling.link(call, List.of(1, 2, 3), SCHEME.label("PARTIAL").orElseThrow());
        labeling.link(call, List.of(5), SCHEME.label("UNRESOLVED").orElseThrow());
        labeling.toggle(call, new Target.OfTurns(ID, List.of(1, 2, 3)), SCHEME.label("SEVERITY_2").orElseThrow());
        return standing(workspace);
    }

    /** By listing code points, which is what offsets mean. */
    private static String slice(String text, int from, int to) {
        int[] points = text.codePoints().toArray();
        return new String(points, from, to - from);
    }

    private static Set<Annotation> standing(Workspace workspace) {
        return new HashSet<>(workspace.journal().current(ID));
    }

    private static Exchange exchange(Workspace workspace) {
        return new Exchange(workspace.calls(), workspace.journal(), workspace.sharedJournal(), SCHEME, outcomes(workspace), "test", Clock.systemUTC());
    }

    private static Outcomes outcomes(Workspace workspace) {
        return new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
    }

    private static void importFile(Workspace workspace, Path file) {
        var report = new Importer(workspace.calls(), workspace.journal(), outcomes(workspace), Clock.systemUTC()).run(List.of(file), Progress.silent());
        assertEquals(1, report.imported().size(), report.toString());
    }

    private static DatasetExport.Result export(Workspace workspace, DatasetExport.Format format, Path out) {
        return new DatasetExport(workspace.calls(), workspace.journal(), outcomes(workspace), SCHEME, workspace.scorerVersions())
                .run(new DatasetExport.Request(format, out, Optional.empty(), true), Progress.silent());
    }

    @Test
    void anImportRefusesWordsThatAreNotThere() throws IOException {
        String call = "{\"id\":\"c\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"too 💰 dear\"},{\"speaker\":\"rep\",\"text\":\"why\"}],\"annotations\":[{"
                + "\"id\":\"00000000-0000-0000-0000-000000000001\",%s,\"kind\":\"%s\",\"label\":\"O_PRICE\","
                + "\"annotator\":\"a\",\"at\":\"2026-01-01T00:00:00Z\",\"scheme\":\"s\"}]}";
        List<List<String>> wrong = List.of(
                List.of("\"turn\":0,\"from\":4,\"to\":5,\"quote\":\"d\"", "OBJECTION", "quotes other words"),
                List.of("\"turn\":0,\"from\":4,\"to\":40,\"quote\":\"x\"", "OBJECTION", "can't quote"),
                List.of("\"turn\":0,\"from\":4,\"quote\":\"💰\"", "OBJECTION", "beside it"),
                List.of("\"turn\":0,\"from\":4,\"to\":5,\"quote\":\"💰\"", "STAGE", "doesn't go on a span"),
                List.of("\"turns\":[0,2]", "RESOLUTION", "has turns 0 to 1"),
                List.of("\"turns\":[1,0]", "RESOLUTION", "out of order"),
                List.of("\"turn\":0", "RESOLUTION", "doesn't go on a turn"));
        try (Workspace workspace = Workspace.open(folder.resolve("w"))) {
            for (List<String> it : wrong) {
                Path file = Files.writeString(folder.resolve("bad.jsonl"), call.formatted(it.get(0), it.get(1)) + "\n");
                var report = new Importer(workspace.calls(), workspace.journal(), outcomes(workspace), Clock.systemUTC()).run(List.of(file), Progress.silent());
                assertEquals(0, report.imported().size(), it.toString());
                assertTrue(report.toString().contains(it.get(2)), it + " gave " + report);
            }
        }
    }
}
