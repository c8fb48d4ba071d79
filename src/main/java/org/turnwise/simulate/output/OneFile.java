package org.turnwise.simulate.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;

/** All calls as lines of one file, with their outcomes. */
final class OneFile implements TranscriptStore {

    static final String NAME = "calls.jsonl";

    private final Path unfinished;
    private final Path finished;
    private final boolean timed;
    private final BufferedWriter out;

    OneFile(Path folder, Settings settings) throws IOException {
        unfinished = folder.resolve(NAME + ".part");
        finished = folder.resolve(NAME);
        timed = settings.mode() == Mode.CALL;
        out = Files.newBufferedWriter(unfinished);
    }

    @Override
    public String transcript(SimulatedCall call) {
        return Conversation.line(call, timed, true);
    }

    @Override
    public @Nullable String file(SimulatedCall call) {
        return null;
    }

    @Override
    public void add(SimulatedCall call, String transcript) throws IOException {
        out.append(transcript).append('\n');
    }

    @Override
    public Path publish() throws IOException {
        out.close();
        return Files.move(unfinished, finished, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Files.deleteIfExists(unfinished);
        }
    }
}
