package org.turnwise.intake.cues;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * The tables of Whisper and WhisperX, a segment a line: {@code .tsv} with a header and whole milliseconds, {@code .aud} (Audacity labels) without and in
 * seconds.
 */
public final class WhisperTableReader implements TranscriptReader {

    private static final Format TSV = new Format("whisper-tsv", TimingClass.SEGMENT_MS);
    private static final Format LABELS = new Format("whisper-aud", TimingClass.SEGMENT_MS);
    private static final Pattern HEADER = Pattern.compile("start\\tend\\ttext", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,30})?)\\t(\\d{1,12}(?:\\.\\d{1,30})?)\\t(.*)");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return HEADER.matcher(glimpse.first()).matches() || CueReading.beginsWith(glimpse, ROW, 1);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        boolean headed = HEADER.matcher(decoded.text().lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip()).matches();
        CueParser.Cues cues = cues(decoded.text(), headed ? TimeScale.MILLISECONDS : withoutHeader(decoded.text()));
        arrivals.call(CueReading.draft(file, (all, speech) -> headed ? TSV : LABELS, decoded, cues, context).finish(1));
    }

    /** Seconds, unless somebody cut the header off. */
    private static TimeScale withoutHeader(String text) {
        List<MatchResult> rows = text.lines().map(ROW::matcher).filter(Matcher::matches).map(Matcher::toMatchResult).toList();
        return TimeScale.guess(rows.stream().map(row -> new BigDecimal(row.group(1))).toList(), rows.stream().map(row -> new BigDecimal(row.group(2))).toList(),
                null).orElse(TimeScale.SECONDS);
    }

    private static CueParser.Cues cues(String text, TimeScale scale) throws Unreadable {
        List<String> lines = text.lines().toList();
        List<Cue> cues = new ArrayList<>();
        boolean headed = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                cues.add(new Cue(i + 1, "", millis(row.group(1), scale, i + 1), millis(row.group(2), scale, i + 1), List.of(row.group(3).strip())));
            } else if (!line.isBlank() && (headed || !HEADER.matcher(line.strip()).matches())) {
                throw new Unreadable(i + 1, "expected start, end and words with tabs between them, but found \"" + Unreadable.shown(line) + "\"");
            } else {
                headed |= !line.isBlank();
            }
        }
        if (cues.isEmpty()) {
            throw new Unreadable(1, "has a header but no rows; it is empty or cut off");
        }
        if (!text.endsWith("\n") && cues.getLast().text().isEmpty()) {
            throw new Unreadable(lines.size(), "the last row has times but no words; the file is cut off, export it again");
        }
        List<String> warnings = text.endsWith("\n") ? List.of() : List.of(DecodedText.ENDS_WITHIN_A_LINE);
        return new CueParser.Cues(cues, warnings);
    }

    private static long millis(String number, TimeScale scale, int line) throws Unreadable {
        return scale.millis(number).orElseThrow(() -> new Unreadable(line, "has a time that no call is as long as: \"" + Unreadable.shown(number) + "\""));
    }
}
