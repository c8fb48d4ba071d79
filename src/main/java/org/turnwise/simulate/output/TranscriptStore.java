package org.turnwise.simulate.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.recording.SimulatedCall;

/** Where transcripts go. They appear under their name when they are published; what was not is gone once the store is closed. */
sealed interface TranscriptStore extends Closeable permits OneFile, FilePerCall {

    /** What will be added for a call. Any thread. */
    String transcript(SimulatedCall call);

    /** The call's own file, or null if it has none. Any thread. */
    @Nullable String file(SimulatedCall call);

    /** Takes the next call in order of number. One thread. */
    void add(SimulatedCall call, String transcript) throws IOException;

    /** @return the file or folder that an import should be given */
    Path publish() throws IOException;
}
