package org.turnwise.store;

import java.nio.file.Path;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.RewardLedger;
import org.turnwise.scoring.ForecastRepository;
import org.turnwise.scoring.ScorerVersions;

/** An open workspace: one folder, one H2 file, one process. Any thread. */
public final class Workspace implements AutoCloseable {

    /** The workspace can't be opened; the message says why and what to do. */
    public static final class CannotOpen extends RuntimeException {
        public CannotOpen(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private Workspace() {}

    /** Opens the workspace in this folder, and makes it if there is none. */
    public static Workspace open(Path folder) {
        throw new UnsupportedOperationException();
    }

    public Path folder() {
        throw new UnsupportedOperationException();
    }

    public CallRepository calls() {
        throw new UnsupportedOperationException();
    }

    public Journal journal() {
        throw new UnsupportedOperationException();
    }

    public RewardLedger rewards() {
        throw new UnsupportedOperationException();
    }

    public ScorerVersions scorerVersions() {
        throw new UnsupportedOperationException();
    }

    public ForecastRepository forecasts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
