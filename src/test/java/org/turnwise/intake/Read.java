package org.turnwise.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;

/** What reading a file comes to, without a workspace. */
record Read(List<ImportedCall> calls, List<ImportReport.Failed> failed, List<String> skipped) {

    static final Path FIXTURES = Path.of("src/test/resources/intake");
    static final Path SHARED = Path.of("../shared");

    static Read of(Path file, String... reps) {
        List<ImportedCall> calls = new ArrayList<>();
        List<ImportReport.Failed> failed = new ArrayList<>();
        Set<String> keys = Set.of(reps).stream().map(SpeakerNames::key).collect(Collectors.toSet());
        List<String> skipped = new ArrayList<>();
        ReadContext context = new ReadContext(keys);
        Reading.of(file.toString(), () -> Reading.recognised(file, context), context, new Collecting(file.toString(), calls, failed, skipped));
        return new Read(calls, failed, skipped);
    }

    private record Collecting(String file, List<ImportedCall> calls, List<ImportReport.Failed> failed, List<String> skipped)
            implements TranscriptReader.Arrivals {

        @Override
        public void call(ImportedCall call) {
            calls.add(call);
        }

        @Override
        public void failed(int line, String reason) {
            failed.add(new ImportReport.Failed(file, line, reason));
        }

        @Override
        public void skipped(String why) {
            skipped.add(why);
        }

        @Override
        public TranscriptReader.Arrivals within(String member) {
            return new Collecting(file + "!/" + member, calls, failed, skipped);
        }
    }

    static Read fixture(String name, String... reps) {
        return of(FIXTURES.resolve(name), reps);
    }

    static Read text(Path folder, String name, String content) {
        return bytes(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Read bytes(Path folder, String name, byte[] content) {
        try {
            return of(Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ImportedCall only() {
        if (calls.size() != 1 || !failed.isEmpty()) {
            throw new AssertionError("expected one call, got " + this);
        }
        return calls.getFirst();
    }

    /** {@code speaker|start|end|text} a turn. */
    List<String> turns() {
        return only().call().turns().stream().map(Read::shown).toList();
    }

    static String shown(Turn turn) {
        return turn.speaker() + "|" + turn.startMs() + "|" + turn.endMs() + "|" + turn.text();
    }

    String refusal() {
        if (!calls.isEmpty() || failed.size() != 1) {
            throw new AssertionError("expected one refusal, got " + this);
        }
        return failed.getFirst().line() + ": " + failed.getFirst().reason();
    }
}
