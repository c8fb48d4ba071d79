package org.turnwise.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.turnwise.call.Call;
import org.turnwise.call.TimingClass;

/** What the formats made of timed cues have in common. */
final class CueReading {

    private CueReading() {}

    static void read(InputFile file, String format, ReadContext context, TranscriptReader.Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        CueParser.Cues cues = CueParser.parse(decoded.text());
        CueSpeech.Speech speech = CueSpeech.of(cues.cues(), context);
        Call call = Calls.of(file.name(), format, TimingClass.SEGMENT_MS, Calls.inOrder(speech.segments()));
        List<String> warnings = new ArrayList<>(decoded.warnings());
        warnings.addAll(cues.warnings());
        warnings.addAll(speech.warnings());
        arrivals.call(new ImportedCall(call, null, List.of(), warnings, 1));
    }
}
