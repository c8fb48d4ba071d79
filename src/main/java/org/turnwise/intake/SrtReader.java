package org.turnwise.intake;

import java.io.IOException;

/** SubRip: numbered cues with a comma in their times, though both are often otherwise. */
final class SrtReader implements TranscriptReader {

    @Override
    public String format() {
        return "srt";
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        CueReading.read(file, format(), context, arrivals);
    }
}
