package org.turnwise.intake.cues;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** What the formats made of timed cues have in common. */
final class CueReading {

    private static final Format TEAMS_METADATA = new Format("teams-metadata", TimingClass.SEGMENT_MS);

    /** Names the format once it is known what the cues are like. */
    interface Dialect {
        Format of(List<Cue> cues, CueSpeech speech);
    }

    private CueReading() {}

    static boolean recognises(Glimpse glimpse) {
        return glimpse.lines().stream().limit(2000).anyMatch(CueParser::isTiming);
    }

    /** Whether one of the first lines that are not blank is like this. */
    static boolean beginsWith(Glimpse glimpse, Pattern line, int within) {
        return glimpse.lines().stream().filter(one -> !one.isBlank()).limit(within).anyMatch(one -> line.matcher(one.strip()).matches());
    }

    static void read(InputFile file, Dialect dialect, ReadContext context, TranscriptReader.Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        CueParser.Cues parsed = CueParser.parse(decoded.text());
        if (TeamsMetadata.isIn(parsed.cues())) {
            TeamsMetadata metadata = TeamsMetadata.of(parsed.cues());
            arrivals.call(new CallDraft(file.name(), TEAMS_METADATA)
                    .warn(decoded.warnings()).warn(parsed.warnings()).warn(metadata.warnings())
                    .said(metadata.segments()).startedAt(metadata.startedAt()).finish(1));
            return;
        }
        arrivals.call(draft(file, dialect, decoded, parsed, context).finish(1));
    }

    /** The call that cues make, however they were written. */
    static CallDraft draft(InputFile file, Dialect dialect, DecodedText decoded, CueParser.Cues parsed, ReadContext context) throws Unreadable {
        RollingCaptions.Unrolled unrolled = RollingCaptions.unroll(parsed.cues());
        CueSpeech speech = CueSpeech.of(unrolled.cues(), context);
        CallDraft draft = new CallDraft(file.name(), dialect.of(parsed.cues(), speech)).warn(decoded.warnings()).warn(parsed.warnings())
                .warn(speech.warnings());
        if (unrolled.repeated() > 0) {
            draft.warn("The captions roll: " + unrolled.repeated() + " repeated lines were taken once.");
        }
        return draft.said(speech.segments());
    }
}
