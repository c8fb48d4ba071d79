package org.turnwise.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.turnwise.annotation.Journal;
import org.turnwise.call.CallRepository;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/** Brings files and folders into the workspace. */
public final class Importer {

    /** @param calls what each file would become, in order */
    public record DryRun(List<Previewed> calls, List<ImportReport.Duplicate> duplicates, List<ImportReport.Failed> failed) {}

    public record Previewed(String file, ImportedCall call) {}

    public Importer(CallRepository calls, Journal journal, Outcomes outcomes, Clock clock) {}

    /** Stores what can be read; whatever can't is a line of the report, and the rest goes on. */
    public ImportReport run(List<Path> paths, Progress progress) {
        throw new UnsupportedOperationException();
    }

    /** Parses and stores nothing. */
    public DryRun dryRun(List<Path> paths, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
