package org.turnwise.intake.crm;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.ImportReport;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Progress;

/** Reads a table {@code call_id,outcome} and records each row's outcome for its call. */
public final class OutcomeImport {

    /**
     * @param rows      read, header aside
     * @param recorded  outcomes that are new or changed
     * @param unchanged rows that say what was known already
     * @param failed    rows without a call, or with an outcome nobody knows
     */
    public record Report(int rows, int recorded, int unchanged, List<ImportReport.Failed> failed) {}

    public OutcomeImport(CallRepository calls, Outcomes outcomes) {}

    public Report run(Path table, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
