package org.turnwise.intake;

import java.nio.file.Path;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.task.Progress;

/** Hands calls on as they arrive, under the name of the file they came in. What becomes of them is said where they are stored, never while reading. */
final class Arriving implements TranscriptReader.Arrivals {

    /** Takes a call that is whole, the file it came in, and the report to say in what becomes of it. */
    interface Taker {
        void take(String file, ImportedCall call, FileReport report);
    }

    private final String file;
    private final Taker taker;
    private final FileReport report;
    private final ReadingAhead.Handing handing;
    private final Progress progress;
    private final double share;
    private int taken;

    /** @param share of all files read so far, from 0 to 1; below 0 if that is not known */
    Arriving(String file, Taker taker, FileReport report, ReadingAhead.Handing handing, Progress progress, double share) {
        this.file = file;
        this.taker = taker;
        this.report = report;
        this.handing = handing;
        this.progress = progress;
        this.share = share;
    }

    @Override
    public void call(ImportedCall call) {
        progress.checkCancelled();
        handing.over(Storing.characters(call.call()), () -> taker.take(file, call, report));
        if (++taken % 50 == 0) {
            progress.report(share, "Reading " + Path.of(file).getFileName() + ": " + taken + " calls");
        }
    }

    @Override
    public void failed(int line, String reason) {
        handing.over(0, () -> report.failed(file, line, reason));
    }

    @Override
    public void skipped(String why) {
        handing.over(0, () -> report.skipped(file, why));
    }

    @Override
    public TranscriptReader.Arrivals within(String member) {
        progress.checkCancelled();
        progress.report(share, "Reading " + member);
        return new Arriving(file + "!/" + member, taker, report, handing, progress, share);
    }
}
