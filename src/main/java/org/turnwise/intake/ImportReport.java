package org.turnwise.intake;

import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.CallId;

/**
 * What an import did, for a person to read.
 *
 * @param imported   calls that came in, in order
 * @param duplicates calls that were here already, left as they are
 * @param failed     what did not come in, and why
 * @param skipped    files that hold no call: those of a folder or archive that were not tried, and what says something else of calls
 * @param outcomes   outcomes recorded from tables that lay beside the calls
 */
public record ImportReport(List<Arrived> imported, List<Duplicate> duplicates, List<Failed> failed, List<Skipped> skipped, int outcomes) {

    /** Of nothing. */
    public static final ImportReport EMPTY = new ImportReport(List.of(), List.of(), List.of());

    public ImportReport {
        imported = List.copyOf(imported);
        duplicates = List.copyOf(duplicates);
        failed = List.copyOf(failed);
        skipped = List.copyOf(skipped);
    }

    /** Nothing skipped, no outcomes. */
    public ImportReport(List<Arrived> imported, List<Duplicate> duplicates, List<Failed> failed) {
        this(imported, duplicates, failed, List.of(), 0);
    }

    /** What all of these did, one after another. */
    public static ImportReport of(List<ImportReport> parts) {
        Sum sum = new Sum(EMPTY);
        parts.forEach(sum::add);
        return sum.report();
    }

    /** @param needsSides whether a person must still say who the rep is */
    public record Arrived(String file, CallId call, String format, int turns, boolean needsSides, List<String> warnings) {}

    public record Duplicate(String file, int line, CallId call) {}

    /**
     * @param line   from 1; 0 if it is about the file as a whole
     * @param reason what was wrong, what was expected, what to do
     */
    public record Failed(String file, int line, String reason) {}

    /** @param reason why it was not tried, or what it is instead */
    public record Skipped(String file, String reason) {}

    /** Of many files, one after another. Not for several threads. */
    static final class Sum {
        private final List<Arrived> imported;
        private final List<Duplicate> duplicates;
        private final List<Failed> failed;
        private final List<Skipped> skipped;
        private int outcomes;

        Sum(ImportReport first) {
            imported = new ArrayList<>(first.imported);
            duplicates = new ArrayList<>(first.duplicates);
            failed = new ArrayList<>(first.failed);
            skipped = new ArrayList<>(first.skipped);
            outcomes = first.outcomes;
        }

        void add(ImportReport next) {
            imported.addAll(next.imported);
            duplicates.addAll(next.duplicates);
            failed.addAll(next.failed);
            skipped.addAll(next.skipped);
            outcomes += next.outcomes;
        }

        ImportReport report() {
            return new ImportReport(imported, duplicates, failed, skipped, outcomes);
        }
    }
}
