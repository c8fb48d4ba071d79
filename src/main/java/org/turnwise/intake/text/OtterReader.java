package org.turnwise.intake.text;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Timestamps;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * The name and the time above the words, with two or more spaces or a tab between them, a dash, or brackets around the time, which may have its date before
 * it: Otter's text, what Teams documents hold, and kin. A time alone stands for a speaker nobody named.
 */
public final class OtterReader implements TranscriptReader {

    private static final Format FORMAT = new Format("otter", TimingClass.TURN_START_S);
    private static final String TIME = "(\\d{1,2}:\\d{2}(?::\\d{2})?)(" + Clock.HALF_DAY + ")";
    /** A clock in the afternoon is no time into a call. */
    private static final long CLOCK_FROM_MS = 5 * 3_600_000L;
    private static final Pattern HEAD = Pattern.compile("(\\S.{0,80}?)(?:\\s{2,20}|\\s?\\t\\s?)" + TIME);
    private static final Pattern BRACKETED = Pattern.compile("(\\p{L}.{0,80}?)\\s{1,20}[\\[(]" + TIME + "(?:[.,]\\d{1,3})?[\\])]");
    private static final Pattern DATED = Pattern.compile("(\\p{L}.{0,80}?)\\s{1,20}[\\[(](\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?"
            + "(?:Z|[+-]\\d{2}:?\\d{2})?)[\\])]");
    /** 1973 in milliseconds since 1970, and three years into a call. */
    private static final long DATED_FROM_MS = 100_000_000_000L;
    private static final Pattern SEPARATED = Pattern.compile("(\\p{L}[^:]{0,80}?)\\s{1,4}[-|\\u2013\\u2014]\\s{1,4}" + TIME);
    private static final Pattern CLOSE = Pattern.compile("(\\p{L}[^:]{0,80}?) " + TIME);
    private static final Pattern TIME_BEFORE = Pattern.compile("^(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s{1,4}(?=\\S)");
    private static final Pattern TIME_ALONE = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<String> lines = withoutSameTime(glimpse.lines());
        Heads spaced = OtterReader::spaced;
        return spaced.in(lines) && standAboveWords(lines, spaced) || isClose(lines, context);
    }

    /** Lists of topics and when they came up look like heads too, and have no words between them. */
    private static boolean standAboveWords(List<String> lines, Heads heads) {
        int all = 0;
        int silent = 0;
        boolean afterHead = false;
        for (String line : lines) {
            boolean head = heads.headOf(line) != null;
            all += head ? 1 : 0;
            silent += head && afterHead ? 1 : 0;
            afterHead = head || afterHead && line.isBlank();
        }
        return silent * 3 <= all;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> asWritten = decoded.text().lines().toList();
        List<String> lines = withoutSameTime(asWritten);
        Heads spaced = OtterReader::spaced;
        Heads heads = spaced.in(lines) ? OtterReader::spacedOrAlone : OtterReader::close;
        HeadedText.Read read = HeadedText.of(lines.equals(asWritten) ? decoded.text() : String.join("\n", lines) + "\n", heads);
        arrivals.call(new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(read.warnings()).startedAt(startOf(read.segments()))
                .said(fromTheStart(read.segments())).finish(1));
    }

    /** A time that stands alike before every line says nothing: some sites show each line of a page with the time of its beginning. */
    private static List<String> withoutSameTime(List<String> lines) {
        String time = null;
        for (String line : lines) {
            Matcher before = TIME_BEFORE.matcher(line);
            boolean blank = line.isBlank();
            if (!blank && (!before.lookingAt() || time != null && !time.equals(before.group(1)))) {
                return lines;
            }
            time = blank ? time : before.group(1);
        }
        return time == null ? lines : lines.stream().map(line -> TIME_BEFORE.matcher(line).replaceFirst("")).toList();
    }

    private static List<Segment> fromTheStart(List<Segment> said) {
        Long first = said.isEmpty() ? null : said.getFirst().startMs();
        if (first == null || first < CLOCK_FROM_MS) {
            return said;
        }
        return said.stream().map(one -> {
            Long start = one.startMs();
            return new Segment(one.line(), one.speaker(), one.text(), start == null ? null : Long.valueOf(start - first), null);
        }).toList();
    }

    private static @Nullable Instant startOf(List<Segment> said) {
        Long first = said.isEmpty() ? null : said.getFirst().startMs();
        return first == null || first < DATED_FROM_MS ? null : Instant.ofEpochMilli(first);
    }

    private static Heads.@Nullable Head spaced(String line) {
        String plain = Markdown.plain(line);
        Heads.Head head = matched(HEAD, plain);
        head = head == null ? matched(BRACKETED, plain) : head;
        head = head == null ? matched(SEPARATED, plain) : head;
        return head == null ? dated(plain) : head;
    }

    private static Heads.@Nullable Head dated(String line) {
        Matcher head = DATED.matcher(line.endsWith(")") || line.endsWith("]") ? line : "");
        Instant at = head.matches() ? Timestamps.instant(head.group(2)) : null;
        return at == null || at.toEpochMilli() < DATED_FROM_MS ? null : new Heads.Head(head.group(1).replaceFirst("\\s*:$", "").strip(), at.toEpochMilli());
    }

    private static Heads.@Nullable Head spacedOrAlone(String line) {
        return TIME_ALONE.matcher(line).matches() ? new Heads.Head(SpeakerNames.UNKNOWN, Clock.millis(line)) : spaced(line);
    }

    private static Heads.@Nullable Head close(String line) {
        return matched(CLOSE, Markdown.plain(line));
    }

    /** One space only is what prose has too ("Total runtime 1:45"): every such line must then be a name, and names come again. */
    private static boolean isClose(List<String> lines, ReadContext context) {
        Heads close = OtterReader::close;
        List<String> names = lines.stream().map(close::headOf).filter(head -> head != null).map(Heads.Head::speaker).toList();
        SpeakerNames speakers = new SpeakerNames(names, context);
        return names.size() >= 4 && names.stream().distinct().count() * 2 <= names.size() && close.in(lines) && names.stream().allMatch(speakers::accepts);
    }

    private static Heads.@Nullable Head matched(Pattern pattern, String line) {
        Matcher head = pattern.matcher(line);
        char last = line.isEmpty() ? ' ' : line.charAt(line.length() - 1);
        boolean mayEnd = Character.isDigit(last) || last == ']' || last == ')' || last == 'M' || last == 'm' || last == '.';
        if (!mayEnd || !head.matches()) {
            return null;
        }
        String name = head.group(1).replaceFirst("\\s*:$", "").strip();
        return name.chars().anyMatch(Character::isLetterOrDigit) ? new Heads.Head(name, Clock.millis(head.group(2), head.group(3))) : null;
    }
}
