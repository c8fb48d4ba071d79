package org.turnwise.intake;

import java.nio.file.Path;
import java.util.List;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.task.Progress;

/** Hands calls on as they arrive, under the name of the file they came in. */
final class Arriving implements TranscriptReader.Arrivals {

    /** Takes a call that is whole, and the file it came in. */
    interface Taker {
        void take(String file, ImportedCall call);
    }

    private final String file;
    private final Taker taker;
    private final List<ImportReport.Failed> failed;
    private final List<ImportReport.Skipped> skipped;
    private final Progress progress;
    private final double share;
    private int taken;

    /** @param share of all files read so far, from 0 to 1; below 0 if that is not known */
    Arriving(String file, Taker taker, List<ImportReport.Failed> failed, List<ImportReport.Skipped> skipped, Progress progress, double share) {
        this.file = file;
        this.taker = taker;
        this.failed = failed;
        this.skipped = skipped;
        this.progress = progress;
        this.share = share;
    }

    @Override
    public void call(ImportedCall call) {
        progress.checkCancelled();
        taker.take(file, call);
        if (++taken % 50 == 0) {
            progress.report(share, "Reading " + Path.of(file).getFileName() + ": " + taken + " calls");
        }
    }

    @Override
    public void failed(int line, String reason) {
        failed.add(new ImportReport.Failed(file, line, reason));
    }

    @Override
    public void skipped(String why) {
        skipped.add(new ImportReport.Skipped(file, why));
    }

    @Override
    public TranscriptReader.Arrivals within(String member) {
        progress.checkCancelled();
        progress.report(share, "Reading " + member);
        return new Arriving(file + "!/" + member, taker, failed, skipped, progress, share);
    }
}
