package org.turnwise.intake.cues;

import java.io.IOException;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** SubRip: numbered cues with a comma in their times, though both are often otherwise. */
public final class SrtReader implements TranscriptReader {

    private static final Format FORMAT = new Format("srt", TimingClass.SEGMENT_MS);

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return CueReading.recognises(glimpse);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        CueReading.read(file, (cues, speech) -> FORMAT, context, arrivals);
    }
}
