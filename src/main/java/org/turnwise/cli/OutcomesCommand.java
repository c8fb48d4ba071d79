package org.turnwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.crm.OutcomeImport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "outcomes", description = "Record what came of calls, from a table with the columns call_id and outcome.")
final class OutcomesCommand implements Callable<Integer> {

    private static final int MOST_LINES = 50;

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE.csv", description = "The table.")
    private Path table = Path.of("");

    OutcomesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::record);
    }

    private int record(Services services) {
        OutcomeImport.Report report = services.outcomeImport().run(table, session.progress());
        List<ImportReport.Failed> failed = report.failed();
        if (!session.json()) {
            failed.stream().limit(MOST_LINES).forEach(row -> session.complain(row.file() + (row.line() > 0 ? ":" + row.line() : "") + ": " + row.reason()));
            if (failed.size() > MOST_LINES) {
                session.complain("and " + (failed.size() - MOST_LINES) + " more; --json lists all");
            }
        }
        session.answer(
                Json.object(
                        "rows", report.rows(),
                        "recorded", report.recorded(),
                        "unchanged", report.unchanged(),
                        "failed", failed.stream().map(row -> Json.object("file", row.file(), "line", row.line(), "reason", row.reason())).toList()),
                List.of(report.rows() + " rows: " + report.recorded() + " outcomes recorded, " + report.unchanged() + " were known already, " + failed.size() + " failed."));
        if (report.recorded() + report.unchanged() > 0) {
            return Cli.DONE;
        }
        session.complain(failed.isEmpty() ? "there is no outcome in " + table : "no outcome in " + table + " could be recorded");
        return Cli.FAILED;
    }
}
