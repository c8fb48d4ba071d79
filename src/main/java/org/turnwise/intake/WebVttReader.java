package org.turnwise.intake;

import java.io.IOException;

/** WebVTT as Zoom, Teams, Descript and caption tools write it. */
final class WebVttReader implements TranscriptReader {

    @Override
    public String format() {
        return "vtt";
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        CueReading.read(file, format(), context, arrivals);
    }
}
