package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.scoring.Example;
import org.turnwise.task.Progress;

class CorpusTest {

    @TempDir
    Path folder;

    private static String call(String id, String rest) {
        return "{\"id\":\"" + id + "\"," + rest + ",\"turns\":[{\"speaker\":\"rep\",\"text\":\"Hello.\"},{\"speaker\":\"customer\",\"text\":\"Hi.\"}]}";
    }

    private Corpus read(String... lines) throws IOException {
        return Corpus.read(Files.writeString(folder.resolve("calls.jsonl"), String.join("\n", lines) + "\n"), Progress.silent());
    }

    @Test
    void takesWhatSaysYesOrNoAndLeavesOutTheRest() throws IOException {
        Corpus corpus = read(
                call("d", "\"outcome\":1,\"meta\":{\"group\":\"acme\"}"),
                call("c", "\"outcome\":0,\"outcome_kind\":\"STALL\""),
                call("b", "\"outcome\":null"),
                call("a", "\"outcome_kind\":\"OPEN\""),
                call("e", "\"outcome_kind\":\"VOICEMAIL\""),
                "{\"id\":\"f\",\"outcome\":1,\"turns\":[{\"speaker\":\"rep\",\"text\":\"Anybody there?\"}]}");
        assertEquals(List.of("c", "d"), corpus.examples().stream().map(example -> example.call().id().value()).toList(), "in order of id");
        assertEquals(List.of(false, true), corpus.examples().stream().map(Example::converted).toList());
        assertEquals(List.of(-.2, 1.0), corpus.examples().stream().map(Example::reward).toList());
        assertEquals("acme", corpus.examples().getLast().call().group());
        assertEquals(4, corpus.leftOut());
    }

    @Test
    void believesAnAnalystLessThanTheDataset() throws IOException {
        String labeled = "\"annotations\":[{\"id\":\"00000000-0000-0000-0000-00000000000%d\",\"kind\":\"OUTCOME\","
                + "\"label\":\"%s\",\"annotator\":\"Kim\",\"at\":\"%s\",\"scheme\":\"s\"}]";
        Corpus corpus = read(
                call("a", labeled.formatted(1, "DEMO_BOOKED", "2026-01-02T00:00:00Z")),
                call("b", "\"outcome\":0," + labeled.formatted(2, "DEMO_BOOKED", "2026-01-02T00:00:00Z")));
        assertEquals(List.of(true, false), corpus.examples().stream().map(Example::converted).toList());
        assertEquals(List.of(.8, 1.0), corpus.examples().stream().map(Example::weight).toList());
    }

    @Test
    void stopsWhenAskedTo() throws IOException {
        Path file = Files.writeString(folder.resolve("calls.jsonl"), call("a", "\"outcome\":1") + "\n");
        Progress stopped = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> Corpus.read(file, stopped));
    }
}
