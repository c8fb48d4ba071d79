package org.turnwise.intake.cues;

import java.io.IOException;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** WebVTT as Zoom, Teams, Descript and caption tools write it. */
public final class WebVttReader implements TranscriptReader {

    private static final Format FORMAT = new Format("vtt", TimingClass.SEGMENT_MS);

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.first().startsWith("WEBVTT") || CueReading.recognises(glimpse) && glimpse.text().contains("<v ");
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        CueReading.read(file, FORMAT, context, arrivals);
    }
}
