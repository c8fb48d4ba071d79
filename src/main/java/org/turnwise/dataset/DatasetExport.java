package org.turnwise.dataset;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.turnwise.annotation.Journal;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.Outcomes;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.task.Progress;

/** Writes labeled datasets, and reads each back before it says done. */
public final class DatasetExport {

    public enum Format {
        JSONL,
        CSV
    }

    /**
     * @param only      the calls to take, as a filter chose them; empty for every call
     * @param unlabeled also take calls that carry no annotation and no outcome
     */
    public record Request(Format format, Path out, Optional<Set<CallId>> only, boolean unlabeled) {}

    /** @param sha256 of the written file, hex */
    public record Result(Path path, Path manifest, int calls, int annotations, String sha256) {}

    /** The file that was written does not say what the workspace says; it was removed. */
    public static final class Mismatch extends RuntimeException {
        public Mismatch(String message) {
            super(message);
        }
    }

    public DatasetExport(CallRepository calls, Journal journal, Outcomes outcomes, LabelScheme scheme, ScorerVersions versions) {}

    public Result run(Request request, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
