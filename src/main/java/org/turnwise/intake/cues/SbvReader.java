package org.turnwise.intake.cues;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** SBV, the captions of YouTube and the chat of Google Meet: {@code 0:00:01.000,0:00:04.000} above the words. */
public final class SbvReader implements TranscriptReader {

    private static final Format FORMAT = new Format("sbv", TimingClass.SEGMENT_MS);
    private static final String TIME = "(\\d{1,3}):(\\d{1,2}):(\\d{1,2})\\.(\\d{1,3})";
    private static final Pattern TIMING = Pattern.compile(TIME + "," + TIME);
    private static final Pattern BEGUN_TIMING = Pattern.compile("\\d{1,3}:[\\d:.,]*");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return CueReading.beginsWith(glimpse, TIMING, 1);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        CueParser.Cues cues = cues(decoded.text());
        arrivals.call(CueReading.draft(file, (all, speech) -> FORMAT, decoded, cues, context)
                .warn(file.name().toLowerCase(Locale.ROOT).contains("chat") ? List.of("By its name this is what people typed, not what they said.") : List.of())
                .finish(1));
    }

    private static CueParser.Cues cues(String text) throws Unreadable {
        List<String> lines = text.lines().toList();
        List<Cue> cues = new ArrayList<>();
        List<String> payload = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            String line = lines.get(i).strip();
            Matcher timing = TIMING.matcher(line);
            if (timing.matches()) {
                cues.add(new Cue(i + 1, "", millis(timing, 1), millis(timing, 5), payload.reversed()));
                payload = new ArrayList<>();
            } else if (!line.isEmpty()) {
                payload.add(line);
            }
        }
        List<Cue> inOrder = cues.reversed();
        List<String> warnings = new ArrayList<>();
        if (!text.endsWith("\n")) {
            String last = inOrder.getLast().payload().isEmpty() ? "" : inOrder.getLast().payload().getLast();
            if (last.isEmpty() || BEGUN_TIMING.matcher(last).matches()) {
                throw new Unreadable(lines.size(), "the file ends within a cue; it is cut off, export it again");
            }
            warnings.add(DecodedText.ENDS_WITHIN_A_LINE);
        }
        return new CueParser.Cues(inOrder, warnings);
    }

    private static long millis(Matcher timing, int group) {
        return Long.parseLong(timing.group(group)) * 3_600_000 + Long.parseLong(timing.group(group + 1)) * 60_000
                + Long.parseLong(timing.group(group + 2)) * 1000 + Long.parseLong((timing.group(group + 3) + "00").substring(0, 3));
    }
}
