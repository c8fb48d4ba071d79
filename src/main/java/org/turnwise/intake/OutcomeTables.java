package org.turnwise.intake;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.task.Progress;

/** Takes outcome tables that lie beside the calls of a folder. {@link org.turnwise.intake.crm.OutcomeImport} does. */
public interface OutcomeTables {

    /**
     * @param recorded outcomes that are new or changed
     * @param notes    what a person may want to look at
     */
    record Taken(int recorded, List<ImportReport.Failed> failed, List<String> notes) {}

    Taken take(Path table, Progress progress);

    /** Why nothing of a table could be taken, or what of it could not; stores nothing. */
    List<ImportReport.Failed> refused(Path table);

    /** Matches calls that came in since to deals that are known; returns how many outcomes are new or changed. */
    int matchNewCalls(Progress progress);
}
