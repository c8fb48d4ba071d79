package org.turnwise.intake.crm;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.OutcomeTables;
import org.turnwise.intake.crm.deal.DealRepository;
import org.turnwise.intake.crm.matching.Matching;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.intake.crm.table.ColumnProfiles;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.SourceRow;
import org.turnwise.task.Progress;

/**
 * Brings a table of a CRM or of a person into the workspace, and matches calls to deals anew. Deals stay as rows of their own; what they say of calls goes to
 * the ledger by the matches. What a table says of calls goes there directly. The same table again changes nothing.
 */
public final class OutcomeImport implements OutcomeTables {

    /**
     * @param kind      what the rows are: deals, calls, meetings or stages; empty if the table could not be read
     * @param columns   as they were taken
     * @param rows      of data
     * @param deals     what became of deals, if the rows are deals
     * @param recorded  outcomes of calls that are new or changed
     * @param unchanged outcomes of calls that were known already
     * @param standings how calls stand to deals afterwards; empty while no deal is known
     * @param failed    rows that could not be taken
     * @param notes     what a person may want to look at
     */
    public record Report(
            String kind,
            List<TableReading.Column> columns,
            int rows,
            Optional<DealRepository.Added> deals,
            int recorded,
            int unchanged,
            Optional<Matching.Standings> standings,
            List<ImportReport.Failed> failed,
            List<String> notes) {

        public Report {
            columns = List.copyOf(columns);
            failed = List.copyOf(failed);
            notes = List.copyOf(notes);
        }
    }

    private final CallRepository calls;
    private final Outcomes outcomes;
    private final DealRepository deals;
    private final Matching matching;
    private final ProfiledTables tables;
    private final Clock clock;

    public OutcomeImport(CallRepository calls, Outcomes outcomes, DealRepository deals, Matching matching, ColumnProfiles profiles, Clock clock) {
        this.calls = calls;
        this.outcomes = outcomes;
        this.deals = deals;
        this.matching = matching;
        this.tables = new ProfiledTables(profiles);
        this.clock = clock;
    }

    /** How a table is read before anything of it is taken. */
    public ProfiledTables tables() {
        return tables;
    }

    @Override
    public Taken take(Path table, Progress progress) {
        Report report = run(table, null, progress);
        boolean unread = report.kind().isEmpty();
        return new Taken(report.recorded(), unread ? report.failed().stream().map(OutcomeImport::ofNeitherKind).toList() : report.failed(), report.notes());
    }

    @Override
    public List<ImportReport.Failed> refused(Path table) {
        try {
            return tables.read(table, null).problems().stream()
                    .map(problem -> new ImportReport.Failed(table.toString(), problem.line(), problem.reason()))
                    .toList();
        } catch (Unreadable e) {
            return List.of(ofNeitherKind(new ImportReport.Failed(table.toString(), e.line(), e.reason())));
        }
    }

    /** Nobody said that it holds outcomes: it may as well be a talk. */
    private static ImportReport.Failed ofNeitherKind(ImportReport.Failed asOutcomes) {
        return new ImportReport.Failed(asOutcomes.file(), asOutcomes.line(), "is no table with a turn a row, which has a header with a column for who speaks"
                + " and one for the words (or a mapping of yours), and as a table of outcomes it " + asOutcomes.reason());
    }

    @Override
    public int matchNewCalls(Progress progress) {
        return deals.latest().isEmpty() ? 0 : matching.run(progress).recorded();
    }

    /** Under what can be guessed and what people said of such tables before. */
    public Report run(Path table, Progress progress) {
        return run(table, null, progress);
    }

    /** @param profile what a person says of this table; null takes the one they kept for such tables, if any */
    public Report run(Path table, @Nullable ColumnProfile profile, Progress progress) {
        try {
            progress.report(-1, "Reading " + table.getFileName());
            TableReading reading = tables.read(table, profile);
            progress.checkCancelled();
            return new Taking(table, reading, progress).report();
        } catch (Unreadable e) {
            return refused(table, e.line(), e.reason());
        }
    }

    private static Report refused(Path table, int line, String reason) {
        List<ImportReport.Failed> failed = List.of(new ImportReport.Failed(table.toString(), line, reason));
        return new Report("", List.of(), 0, Optional.empty(), 0, 0, Optional.empty(), failed, List.of());
    }

    /** One table on its way into the workspace. */
    private final class Taking {
        private final Path table;
        private final TableReading reading;
        private final Progress progress;
        private final List<ImportReport.Failed> failed = new ArrayList<>();
        private final List<String> notes;
        private final List<Matching.Link> links = new ArrayList<>();
        private Optional<DealRepository.Added> added = Optional.empty();
        private int recorded;
        private int unchanged;

        Taking(Path table, TableReading reading, Progress progress) {
            this.table = table;
            this.reading = reading;
            this.progress = progress;
            notes = new ArrayList<>(reading.notes());
            reading.problems().forEach(problem -> failed.add(new ImportReport.Failed(table.toString(), problem.line(), problem.reason())));
        }

        Report report() {
            String kind = switch (reading.entries()) {
                case TableReading.Deals rows -> {
                    added = Optional.of(deals.add(rows.deals(), clock.instant()));
                    yield "deals";
                }
                case TableReading.StageChanges rows -> {
                    int fresh = deals.addStageChanges(rows.changes());
                    notes.add(fresh + " of " + rows.changes().size() + " changes of stage are new.");
                    yield "stages";
                }
                case TableReading.CallOutcomes rows -> {
                    ofCalls(rows.outcomes());
                    yield "calls";
                }
                case TableReading.Meetings rows -> {
                    ofMeetings(rows.meetings());
                    yield "meetings";
                }
            };
            matching.link(links);
            Optional<Matching.Standings> standings = deals.latest().isEmpty() ? Optional.empty() : Optional.of(matching.run(progress));
            if (added.isPresent()) {
                recorded += standings.map(Matching.Standings::recorded).orElse(0);
                unchanged += standings.map(Matching.Standings::unchanged).orElse(0);
            }
            return new Report(kind, reading.columns(), reading.rows(), added, recorded, unchanged, standings, failed, notes);
        }

        private void ofCalls(List<TableReading.CallOutcome> rows) {
            CallNames names = new CallNames(calls.summaries());
            List<Outcomes.Reported> reports = new ArrayList<>();
            for (TableReading.CallOutcome row : rows) {
                List<CallId> found = names.find(row.call());
                if (found.isEmpty()) {
                    fail(row.row(), "no call has the id, title or file name \"" + row.call() + "\"; import the call first, or correct the name");
                } else if (found.size() > 1) {
                    fail(row.row(), found.size() + " calls go by the name \"" + row.call() + "\"; use the call's id");
                } else {
                    take(found.getFirst(), row, reports);
                }
            }
            record(reports);
        }

        private void take(CallId call, TableReading.CallOutcome row, List<Outcomes.Reported> reports) {
            if (row.outcome() != null) {
                reports.add(reported(call, row.outcome(), row.row()));
            }
            if (row.deal() != null && deals.find(row.deal()).isEmpty()) {
                fail(row.row(), "no deal has the id \"" + row.deal() + "\"; import the CRM's deals first");
            } else if (row.deal() != null) {
                links.add(new Matching.Link(call, row.deal(), row.row()));
            }
        }

        private void ofMeetings(List<TableReading.Meeting> meetings) {
            MeetingCalls found = new MeetingCalls(calls.headers());
            List<Outcomes.Reported> reports = new ArrayList<>();
            int silent = 0;
            int without = 0;
            for (TableReading.Meeting meeting : meetings) {
                Optional<CallId> call = found.find(meeting);
                without += call.isEmpty() ? 1 : 0;
                silent += call.isPresent() && meeting.outcome() == null ? 1 : 0;
                if (call.isPresent() && meeting.outcome() != null) {
                    reports.add(reported(call.get(), meeting.outcome(), meeting.row()));
                }
            }
            record(reports);
            notes.add(without + " of " + meetings.size() + " meetings have no call here by title and time; " + silent
                    + " others say nothing of the conversation, as that it was held.");
        }

        private static Outcomes.Reported reported(CallId call, OutcomeKind kind, SourceRow row) {
            return new Outcomes.Reported(call, kind, RewardSignal.Origin.CRM, Outcomes.reliability(RewardSignal.Origin.CRM), row.place(), row);
        }

        private void record(List<Outcomes.Reported> reports) {
            progress.checkCancelled();
            int appended = outcomes.record(reports);
            recorded += appended;
            unchanged += reports.size() - appended;
        }

        private void fail(SourceRow row, String reason) {
            failed.add(new ImportReport.Failed(table.toString(), row.line(), reason));
        }
    }
}
