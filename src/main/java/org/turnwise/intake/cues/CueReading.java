package org.turnwise.intake.cues;

import java.io.IOException;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.Calls;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** What the formats made of timed cues have in common. */
final class CueReading {

    private CueReading() {}

    static boolean recognises(Glimpse glimpse) {
        return glimpse.lines().stream().limit(2000).anyMatch(CueParser::isTiming);
    }

    static void read(InputFile file, Format format, ReadContext context, TranscriptReader.Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        CueParser.Cues cues = CueParser.parse(decoded.text());
        CueSpeech.Speech speech = CueSpeech.of(cues.cues(), context);
        arrivals.call(new CallDraft(file.name(), format)
                .warn(decoded.warnings())
                .warn(cues.warnings())
                .warn(speech.warnings())
                .said(speech.segments())
                .finish(1));
    }
}
