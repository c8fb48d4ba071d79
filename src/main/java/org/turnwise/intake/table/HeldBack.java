package org.turnwise.intake.table;

import java.util.List;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.TranscriptReader;

/** Holds back the calls that are read of a part of a table until it is said where in the table they stand. */
record HeldBack(List<ImportedCall> calls, TranscriptReader.Arrivals others) implements TranscriptReader.Arrivals {

    @Override
    public void call(ImportedCall call) {
        calls.add(call);
    }

    @Override
    public void failed(int line, String reason) {
        others.failed(line, reason);
    }

    @Override
    public void skipped(String why) {
        others.skipped(why);
    }

    @Override
    public TranscriptReader.Arrivals within(String member) {
        return this;
    }
}
