package org.turnwise.intake.crm;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.OutcomeTables;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardSignal;
import org.turnwise.task.Progress;

/** Reads a table {@code call_id,outcome} and records each row's outcome for its call. A call is named by its id, or by its title or file where only one call has it. */
public final class OutcomeImport implements OutcomeTables {

    /**
     * @param rows      read, header aside
     * @param recorded  outcomes that are new or changed
     * @param unchanged rows that say what was known already
     * @param failed    rows without a call, or with an outcome nobody knows
     */
    public record Report(int rows, int recorded, int unchanged, List<ImportReport.Failed> failed) {

        public Report {
            failed = List.copyOf(failed);
        }
    }

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Set<String> CALL = Set.of("callid", "conversationid", "meetingid", "recordingid", "filename", "file", "call");
    private static final Set<String> OUTCOME = Set.of(
            "iswon", "won", "isclosedwon", "hsisclosedwon", "status", "statustype", "outcome", "result", "disposition", "calloutcome", "meetingoutcome");

    private final CallRepository calls;
    private final Outcomes outcomes;

    public OutcomeImport(CallRepository calls, Outcomes outcomes) {
        this.calls = calls;
        this.outcomes = outcomes;
    }

    @Override
    public Taken take(Path table, Progress progress) {
        Report report = run(table, progress);
        return new Taken(report.recorded(), report.failed());
    }

    public Report run(Path table, Progress progress) {
        List<ImportReport.Failed> failed = new ArrayList<>();
        try {
            String text = DecodedText.read(table, MOST_BYTES).text();
            try (CSVParser parser = format(text).parse(new StringReader(text))) {
                return new Rows(table, progress, failed).record(parser);
            }
        } catch (Unreadable e) {
            failed.add(new ImportReport.Failed(table.toString(), e.line(), e.reason()));
        } catch (IOException e) {
            failed.add(new ImportReport.Failed(table.toString(), 0, Unreadable.why(e)));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            failed.add(new ImportReport.Failed(table.toString(), 0, "can't be read as a table: " + e.getMessage()));
        }
        return new Report(0, 0, 0, failed);
    }

    /** The delimiter is the one that the header has most of. */
    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, delimiter)) {
                delimiter = candidate;
            }
        }
        return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    /** The rows of one table on their way to their calls. */
    private final class Rows {
        private final Path table;
        private final Progress progress;
        private final List<ImportReport.Failed> failed;
        private final Map<String, Set<CallId>> byName = new HashMap<>();
        private final Set<CallId> ids = new HashSet<>();
        private int rows;
        private int recorded;
        private int unchanged;

        Rows(Path table, Progress progress, List<ImportReport.Failed> failed) {
            this.table = table;
            this.progress = progress;
            this.failed = failed;
        }

        Report record(CSVParser parser) throws Unreadable {
            var records = parser.iterator();
            if (!records.hasNext()) {
                throw new Unreadable(0, "is empty");
            }
            CSVRecord header = records.next();
            int call = column(header, CALL, "call_id");
            int outcome = column(header, OUTCOME, "outcome");
            knowCalls();
            long line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                progress.checkCancelled();
                CSVRecord row = records.next();
                record(row, (int) line, call, outcome);
                line = parser.getCurrentLineNumber() + 1;
                if (++rows % 200 == 0) {
                    progress.report(-1, "Outcomes: " + rows + " rows");
                }
            }
            return new Report(rows, recorded, unchanged, failed);
        }

        private void record(CSVRecord row, int line, int call, int outcome) {
            if (row.size() <= Math.max(call, outcome)) {
                fail(line, "has " + row.size() + " columns; expected a call and its outcome");
                return;
            }
            String name = row.get(call).strip();
            Set<CallId> found = named(name);
            Optional<OutcomeKind> kind = OutcomeWords.kindOf(row.get(outcome));
            if (name.isEmpty()) {
                fail(line, "names no call; expected its id, title or file name");
            } else if (found.isEmpty()) {
                fail(line, "no call has the id, title or file name \"" + name + "\"; import the call first, or correct the name");
            } else if (found.size() > 1) {
                fail(line, found.size() + " calls go by the name \"" + name + "\"; use the call's id");
            } else if (kind.isEmpty()) {
                fail(line, "\"" + row.get(outcome).strip() + "\" is no outcome that is known; accepted are " + OutcomeWords.ACCEPTED);
            } else {
                String evidence = table.getFileName() + ":" + line;
                int appended = outcomes.record(List.of(new Outcomes.Reported(found.iterator().next(), kind.get(), RewardSignal.Origin.CRM, evidence)));
                recorded += appended > 0 ? 1 : 0;
                unchanged += appended > 0 ? 0 : 1;
            }
        }

        private void fail(int line, String reason) {
            failed.add(new ImportReport.Failed(table.toString(), line, reason));
        }

        private void knowCalls() {
            for (CallSummary summary : calls.summaries()) {
                ids.add(summary.id());
                know(summary.title(), summary.id());
                know(summary.sourceName(), summary.id());
                know(summary.sourceName().replaceFirst("\\.[^.]{1,10}$", ""), summary.id());
            }
        }

        private void know(String name, CallId id) {
            byName.computeIfAbsent(name.strip().toLowerCase(Locale.ROOT), k -> new HashSet<>()).add(id);
        }

        private Set<CallId> named(String name) {
            if (!name.isBlank() && name.length() <= CallId.MAX_LENGTH && name.chars().noneMatch(Character::isISOControl) && ids.contains(new CallId(name))) {
                return Set.of(new CallId(name));
            }
            String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
            return byName.getOrDefault(file.toLowerCase(Locale.ROOT), Set.of());
        }
    }

    private static int column(CSVRecord header, Set<String> names, String wanted) throws Unreadable {
        for (int i = 0; i < header.size(); i++) {
            String name = Normalizer.normalize(header.get(i), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
            if (names.contains(name)) {
                return i;
            }
        }
        throw new Unreadable(1, "has no column \"" + wanted + "\": expected a table of outcomes with the header call_id,outcome, but found " + header.toList());
    }
}
