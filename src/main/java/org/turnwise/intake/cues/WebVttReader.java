package org.turnwise.intake.cues;

import java.io.IOException;
import java.util.List;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** WebVTT as Zoom, Teams, Whisper, Descript and caption tools write it. */
public final class WebVttReader implements TranscriptReader {

    private static final Format ZOOM = new Format("zoom-vtt", TimingClass.SEGMENT_MS);
    private static final Format TEAMS = new Format("teams-vtt", TimingClass.SEGMENT_MS);
    private static final Format OTHER = new Format("vtt", TimingClass.SEGMENT_MS);

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.first().startsWith("WEBVTT") || CueReading.recognises(glimpse) && glimpse.text().contains("<v ");
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        CueReading.read(file, WebVttReader::dialect, context, arrivals);
    }

    private static Format dialect(List<Cue> cues, CueSpeech speech) {
        if (speech.tagged()) {
            return cues.stream().anyMatch(cue -> UtteranceParts.isPart(cue.id())) ? TEAMS : OTHER;
        }
        boolean numbered = cues.stream().allMatch(cue -> !cue.id().isEmpty() && cue.id().chars().allMatch(Character::isDigit));
        boolean oneLine = cues.stream().allMatch(cue -> cue.payload().size() <= 1 && !cue.text().startsWith("["));
        return numbered && oneLine ? ZOOM : OTHER;
    }
}
