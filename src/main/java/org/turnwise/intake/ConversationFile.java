package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.task.Progress;

/** Reads a conversation JSONL, compressed or not, for those who need all of its calls or none. */
public final class ConversationFile {

    private ConversationFile() {}

    /**
     * All calls, in order.
     *
     * @throws Unreadable            for the first line that can't be read, or the file if it is something else
     * @throws IOException           if the file can't be read; {@link Unreadable#why} says it in words
     * @throws CancellationException if the progress says so
     */
    public static List<ImportedCall> read(Path path, Progress progress) throws IOException, Unreadable {
        if (Files.isDirectory(path)) {
            throw new Unreadable(0, "is a folder; name a conversation JSONL");
        }
        InputFile file = InputFile.open(path);
        TranscriptReader reader = Formats.readerOf(file, ReadContext.none());
        if (!(reader instanceof ConversationsReader)) {
            throw new Unreadable(0, "is no conversation JSONL (one object a line with \"id\" and \"turns\"), but a transcript of one call");
        }
        WholeFile whole = new WholeFile(progress, "Reading " + file.name());
        reader.read(file, ReadContext.none(), whole);
        if (!whole.failures.isEmpty()) {
            throw whole.failures.getFirst();
        }
        return List.copyOf(whole.calls);
    }

    private static final class WholeFile implements TranscriptReader.Arrivals {
        private final Progress progress;
        private final String what;
        private final List<ImportedCall> calls = new ArrayList<>();
        private final List<Unreadable> failures = new ArrayList<>();

        WholeFile(Progress progress, String what) {
            this.progress = progress;
            this.what = what;
        }

        @Override
        public void call(ImportedCall call) {
            progress.checkCancelled();
            progress.report(-1, what + ": " + calls.size() + " calls");
            if (failures.isEmpty()) {
                calls.add(call);
            }
        }

        @Override
        public void skipped(String reason) {
            failed(0, reason);
        }

        @Override
        public TranscriptReader.Arrivals within(String member) {
            throw new IllegalStateException("a conversation JSONL holds no files, but " + member + " was found in one");
        }

        @Override
        public void failed(int line, String reason) {
            progress.checkCancelled();
            if (failures.isEmpty()) {
                failures.add(new Unreadable(line, reason));
            }
        }
    }
}
