package org.turnwise.intake;

import java.util.ArrayList;
import java.util.List;

/** What becomes of one file of an import, as it goes. Not for several threads. */
final class FileReport {

    private final int place;
    private final List<ImportReport.Arrived> imported = new ArrayList<>();
    private final List<ImportReport.Duplicate> duplicates = new ArrayList<>();
    private final List<ImportReport.Failed> failed = new ArrayList<>();
    private final List<ImportReport.Skipped> skipped = new ArrayList<>();
    private int outcomes;

    /** @param place of the file in its import */
    FileReport(int place) {
        this.place = place;
    }

    FileReport copy() {
        FileReport copy = new FileReport(place);
        copy.imported.addAll(imported);
        copy.duplicates.addAll(duplicates);
        copy.failed.addAll(failed);
        copy.skipped.addAll(skipped);
        copy.outcomes = outcomes;
        return copy;
    }

    void arrived(ImportReport.Arrived call) {
        imported.add(call);
    }

    void duplicate(ImportReport.Duplicate call) {
        duplicates.add(call);
    }

    void failed(String file, int line, String reason) {
        failed(new ImportReport.Failed(file, line, reason));
    }

    void failed(ImportReport.Failed failure) {
        failed.add(failure);
    }

    void skipped(String file, String why) {
        skipped.add(new ImportReport.Skipped(file, why));
    }

    void recorded(int more) {
        outcomes += more;
    }

    ImportReport report() {
        return new ImportReport(imported, duplicates, failed, skipped, outcomes);
    }

    ImportRuns.Settled settled() {
        return new ImportRuns.Settled(place, report());
    }
}
