package org.turnwise.intake.text;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** The time and then the name above the words: {@code 1:23 Jo Bell}, {@code [00:01:23] - Jo Bell}. */
public final class TimeAndNameReader implements TranscriptReader {

    private static final Format FORMAT = new Format("time-name-text", TimingClass.TURN_START_S);
    private static final Pattern HEAD = Pattern.compile("[\\[(]?(" + Clock.TIME + ")[\\])]?\\s{1,8}(?:[-|\\u2013\\u2014]\\s{1,3})?(\\p{L}[^:?!]{0,60})");

    private static final Pattern TIME_BEFORE_WORDS = Pattern.compile("^[\\[(]" + Clock.TIME + "[\\])]\\s{1,8}");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<String> lines = glimpse.lines();
        Heads heads = headsIn(lines);
        List<String> names = lines.stream().map(heads::headOf).filter(head -> head != null).map(Heads.Head::speaker).toList();
        SpeakerNames speakers = new SpeakerNames(names, context);
        return heads.in(lines) && names.stream().allMatch(speakers::accepts) && standAbove(lines, heads);
    }

    /** Words follow on lines of their own; otherwise these are remarks with a time before them. */
    private static boolean standAbove(List<String> lines, Heads heads) {
        int last = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean head = heads.headOf(lines.get(i)) != null;
            if (head && last >= 0 && lines.subList(last + 1, i).stream().allMatch(String::isBlank)) {
                return false;
            }
            last = head ? i : last;
        }
        return true;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> lines = decoded.text().lines().toList();
        HeadedText.Read read = HeadedText.of(areBold(lines) ? withoutTimesOfWords(decoded.text()) : decoded.text(), headsIn(lines));
        arrivals.call(new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(read.warnings()).said(read.segments()).finish(1));
    }

    private static Heads headsIn(List<String> lines) {
        return areBold(lines) ? TimeAndNameReader::bold : TimeAndNameReader::head;
    }

    /** Where bold lines name who speaks, the others are words, though times may stand before them too. */
    private static boolean areBold(List<String> lines) {
        return lines.stream().filter(line -> bold(line) != null).count() >= 2;
    }

    private static Heads.@Nullable Head bold(String line) {
        String stripped = line.strip();
        return stripped.startsWith("**") && stripped.endsWith("**") ? head(stripped) : null;
    }

    private static String withoutTimesOfWords(String text) {
        return text.lines().map(line -> TIME_BEFORE_WORDS.matcher(line).replaceFirst(""))
                .collect(Collectors.joining("\n", "", text.endsWith("\n") ? "\n" : ""));
    }

    private static Heads.@Nullable Head head(String line) {
        Matcher head = HEAD.matcher(Markdown.plain(line));
        return head.matches() ? new Heads.Head(head.group(2).strip(), Clock.millis(head.group(1))) : null;
    }
}
