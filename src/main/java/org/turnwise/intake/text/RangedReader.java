package org.turnwise.intake.text;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
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
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * Text that says from when to when somebody spoke: {@code [00:01 - 00:06] Jo Bell: words}, {@code Jo Bell [00:01 - 00:06]} above the words, {@code [0.5s -->
 * 3.2s] [SPEAKER_00] words}, or as editing programs write it, the range and the name each on a line of its own. Frames of such programs are not counted, since
 * how many make a second is not said.
 */
public final class RangedReader implements TranscriptReader {

    private static final Format TO_THE_MILLISECOND = new Format("ranges", TimingClass.SEGMENT_MS);
    private static final Format TO_THE_SECOND = new Format("ranges", TimingClass.TURN_START_S);
    private static final String TIME = "(\\d{1,2}[:;]\\d{2}[:;]\\d{2}[:;]\\d{2}|(?:\\d{1,2}:)?\\d{1,2}:\\d{2}(?:[.,]\\d{1,3})?|\\d{1,6}(?:\\.\\d{1,3})?s"
            + "|\\d{1,9}\\.\\d{1,3}(?=\\s?[-\\u2013\\u2014\\])]))";
    private static final String RANGE = "(?:[\\[(]\\s{0,6})?" + TIME + "\\s?(?:-{1,2}>|\u2192|-|\u2013|\u2014|to)\\s{0,6}" + TIME + "\\s?[\\])]?";
    private static final Pattern RANGE_FIRST = Pattern.compile(RANGE + "\\s{0,4}[:|]?(?:\\s{1,8}(.{0,200}))?");
    private static final Pattern NAME_FIRST = Pattern.compile("\\**(\\p{L}[^\\[\\]():]{0,60}?)\\**\\s{0,4}[:|-]?\\s{0,4}"
            + RANGE + "\\s{0,4}:?(?:\\s{1,8}(.{0,200}))?");
    private static final Pattern IN_BRACKETS = Pattern.compile("[\\[(<]([^\\]\\[()<>]{1,60})[\\])>]:?\\s{1,4}(\\S.*)");
    private static final Pattern BEFORE_COLON = Pattern.compile("\\**([^:*]{1,80})\\**:\\**(?:\\s+(.*))?");
    private static final Pattern SIGNS = Pattern.compile("^[^\\p{L}\\p{N}\\[(<\"'\u201C]{1,6}(?=[\\p{L}\\p{N}\\[(])");
    private static final int LONGEST_HEAD = 240;

    /**
     * A line that says when.
     *
     * @param exact   whether it counts parts of a second
     * @param speaker null if nobody is named
     * @param words   what of them stands in the same line
     * @param rest    of the line, the name with the words
     * @param below   whether the name stands on the line below
     * @param bare    whether its times are numbers without a unit, as yet taken for seconds
     */
    private record Head(long startMs, long endMs, boolean exact, @Nullable String speaker, String words, String rest, boolean below, boolean bare) {

        Head named(@Nullable String name, String said) {
            return new Head(startMs, endMs, exact, name, said, rest, below, bare);
        }

        Head inMillis() {
            return new Head(startMs / 1000, endMs / 1000, exact, speaker, words, rest, below, false);
        }
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<Head> heads = heads(glimpse.lines(), context).stream().filter(head -> head != null).toList();
        long written = glimpse.lines().stream().filter(line -> !line.isBlank()).count();
        boolean words = written > heads.size() || heads.stream().anyMatch(head -> !head.words().isEmpty());
        return words && heads.size() >= 2 && heads.stream().filter(head -> head.speaker() != null).count() * 5 >= heads.size() * 4L;
    }

    /** For each line the range it gives, or null. What stands where a name does and is none was said. */
    private static List<@Nullable Head> heads(List<String> lines, ReadContext context) {
        List<@Nullable Head> heads = candidates(lines);
        List<String> named = new ArrayList<>();
        heads.forEach(head -> {
            if (head != null && head.speaker() != null) {
                named.add(head.speaker());
            }
        });
        SpeakerNames names = new SpeakerNames(named, context);
        heads.replaceAll(head -> head == null || head.speaker() == null || names.accepts(head.speaker()) ? head
                : head.named(null, head.below() ? "" : head.rest()));
        return heads;
    }

    /** A name on the line below a range belongs to it. */
    private static List<@Nullable Head> candidates(List<String> lines) {
        List<@Nullable Head> heads = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Head head = head(lines.get(i).strip());
            if (head != null && head.speaker() == null && head.words().isEmpty()) {
                head = namedBelow(lines, i, head);
            }
            heads.add(head);
        }
        return inOneUnit(heads);
    }

    /** Numbers without a unit count seconds or milliseconds, as they lie; where that does not tell, they are no times. */
    private static List<@Nullable Head> inOneUnit(List<@Nullable Head> heads) {
        List<BigDecimal> starts = new ArrayList<>();
        List<BigDecimal> ends = new ArrayList<>();
        for (Head head : heads) {
            if (head != null && head.bare()) {
                starts.add(BigDecimal.valueOf(head.startMs(), 3));
                ends.add(BigDecimal.valueOf(head.endMs(), 3));
            }
        }
        if (!starts.isEmpty()) {
            TimeScale scale = TimeScale.guess(starts, ends, null).orElse(null);
            heads.replaceAll(head -> head == null || !head.bare() || scale == TimeScale.SECONDS ? head : scale == null ? null : head.inMillis());
        }
        return heads;
    }

    /** Without marks of headings and small pictures before a name. */
    private static @Nullable Head head(String asWritten) {
        String line = asWritten.length() > LONGEST_HEAD ? asWritten : SIGNS.matcher(Markdown.plain(asWritten)).replaceFirst("");
        String start = line.length() > LONGEST_HEAD ? line.substring(0, LONGEST_HEAD) : line;
        if (start.chars().noneMatch(c -> c >= '0' && c <= '9')) {
            return null; // most lines; the patterns would take longer to say so
        }
        Matcher first = RANGE_FIRST.matcher(start);
        if (first.lookingAt()) {
            String rest = line.substring(first.start(3) < 0 ? first.end() : first.start(3)).strip();
            Matcher bracketed = IN_BRACKETS.matcher(rest);
            Matcher colon = BEFORE_COLON.matcher(rest);
            String name = bracketed.matches() ? bracketed.group(1) : colon.matches() ? colon.group(1) : rest.length() <= 60 && !rest.isEmpty() ? rest : null;
            String behindColon = colon.matches() && colon.group(2) != null ? colon.group(2) : "";
            String words = bracketed.matches() ? bracketed.group(2) : colon.matches() ? behindColon : name == null ? rest : "";
            return of(first, 1, name == null ? null : name.replaceFirst("^[-|]\\s*", "").strip(), words, rest);
        }
        Matcher named = NAME_FIRST.matcher(start);
        if (named.lookingAt()) {
            String words = line.substring(named.start(4) < 0 ? named.end() : named.start(4)).strip();
            return of(named, 2, named.group(1).strip(), words, line);
        }
        return null;
    }

    private static Head of(Matcher range, int group, @Nullable String speaker, String words, String rest) {
        String from = range.group(group);
        boolean exact = from.endsWith("s") || from.indexOf('.') > 0 || from.indexOf(',') > 0;
        boolean bare = isBare(from) && isBare(range.group(group + 1));
        return new Head(millis(from), millis(range.group(group + 1)), exact, speaker, words, rest, false, bare);
    }

    private static boolean isBare(String time) {
        return time.indexOf(':') < 0 && time.indexOf(';') < 0 && !time.endsWith("s");
    }

    private static long millis(String time) {
        if (time.endsWith("s") || isBare(time)) {
            return new BigDecimal(time.replace("s", "")).movePointRight(3).longValue();
        }
        String[] parts = time.split("[:;]", -1);
        return parts.length == 4 ? Clock.millis(parts[0] + ":" + parts[1] + ":" + parts[2]) : Clock.millis(time);
    }

    private static Head namedBelow(List<String> lines, int index, Head head) {
        for (int i = index + 1; i < Math.min(index + 3, lines.size()); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                Matcher colon = BEFORE_COLON.matcher(line.length() > LONGEST_HEAD ? "" : line);
                String name = colon.matches() && (colon.group(2) == null || colon.group(2).isEmpty()) ? colon.group(1) : line;
                return new Head(head.startMs(), head.endMs(), head.exact(), name, "", "", true, head.bare());
            }
        }
        return head;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> lines = decoded.text().lines().toList();
        List<@Nullable Head> heads = heads(lines, context);
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        Head current = null;
        int currentLine = 0;
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Head head = heads.get(i);
            String line = lines.get(i).strip();
            if (head != null) {
                add(segments, current, currentLine, words);
                current = head;
                currentLine = i + 1;
                words = new StringBuilder(head.words());
            } else if (current == null) {
                before += line.isEmpty() ? 0 : 1;
            } else if (!line.isEmpty() && !(words.isEmpty() && line.replaceFirst(":$", "").equals(current.speaker()))) {
                words.append(words.isEmpty() ? "" : " ").append(line);
            }
        }
        if (current != null && words.isEmpty()) {
            throw new Unreadable(currentLine, "the file ends with a time but no words; it is cut off, export it again");
        }
        add(segments, current, currentLine, words);
        boolean exact = heads.stream().anyMatch(head -> head != null && head.exact());
        CallDraft draft = new CallDraft(file.name(), exact ? TO_THE_MILLISECOND : TO_THE_SECOND).warn(decoded.warnings()).said(segments);
        if (before > 0) {
            draft.warn(before + (before == 1 ? " line before the first time was" : " lines before the first time were") + " left out.");
        }
        if (!decoded.text().endsWith("\n")) {
            draft.warn(DecodedText.ENDS_WITHIN_A_LINE);
        }
        arrivals.call(draft.finish(1));
    }

    private static void add(List<Segment> segments, @Nullable Head head, int line, StringBuilder words) {
        if (head != null && !words.toString().isBlank()) {
            String speaker = head.speaker() == null || head.speaker().isBlank() ? SpeakerNames.UNKNOWN : head.speaker();
            segments.add(new Segment(line, speaker, words.toString().replaceAll("\\s+", " ").strip(), head.startMs(), Math.max(head.startMs(), head.endMs())));
        }
    }
}
