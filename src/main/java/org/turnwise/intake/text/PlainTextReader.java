package org.turnwise.intake.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.Calls;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Plain text with {@code Speaker: words}, with or without the time a turn starts at. Lines without a speaker belong to the turn before. */
public final class PlainTextReader implements TranscriptReader {

    private static final Pattern MARKS = Pattern.compile("^(?:[-*\u2022] |>>+ ?|#{1,6} )\\s{0,8}");
    private static final Pattern TIME_FIRST = Pattern.compile("\\*{0,2}[\\[(]?(" + Clock.TIME + ")(" + Clock.HALF_DAY + ")[\\])]?\\*{0,2}(?:\\s{0,4}-)?\\s{1,8}(?=\\S)");
    private static final Pattern HEADER = Pattern.compile(
            "[*_]{0,3}([^:*]{1,80}?)[*_]{0,3}(?:\\s{0,4}[\\[(](" + Clock.TIME + ")[\\])])?[*_]{0,3}\\s{0,4}:[*_]{0,3}(?=\\s|$)");
    private static final Pattern TIME_AFTER = Pattern.compile("[\\[(](" + Clock.TIME + ")[\\])]\\s{0,4}");
    private static final Pattern DASHED = Pattern.compile("(\\p{Lu}[\\p{Lu}.'\u2019 ]{1,40}) [-\u2013\u2014] (?=\\S)");
    private static final Pattern ARROWED = Pattern.compile("([\\p{L}\\d][\\p{L}\\d_. ]{0,40})> ?(?=\\S)");
    private static final Pattern ONLY_TIME = Pattern.compile("[\\[(]?(" + Clock.TIME + ")[\\])]?");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** A clock in the afternoon is no time into a call. */
    private static final long CLOCK_FROM_MS = 5 * 3_600_000L;
    /** Names and times stand within the first characters of a line, or nowhere. */
    private static final int HEAD = 160;
    private static final Format FORMAT = new Format("text", TimingClass.TURN_START_S);

    /** A line that may begin a turn. */
    private record Header(String speaker, @Nullable Long atMs, String text) {}

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<String> lines = glimpse.lines();
        List<@Nullable Header> headers = headers(lines, context);
        Set<String> speakers = new HashSet<>();
        int headed = 0;
        int timed = 0;
        for (Header header : headers) {
            if (header != null) {
                headed++;
                timed += header.atMs() == null ? 0 : 1;
                speakers.add(header.speaker());
            }
        }
        long spoken = lines.stream().filter(line -> !line.isBlank()).count();
        boolean known = speakers.stream().anyMatch(name -> SideWords.sideOf(name).isPresent() || context.reps().contains(SpeakerNames.key(name)));
        return headed > 0 && (speakers.size() >= 2 || known) && (headed * 100L >= spoken * 30 || timed >= 2 || known && headed * 10L >= spoken);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> lines = decoded.text().lines().toList();
        List<String> warnings = new ArrayList<>(decoded.warnings());
        List<Segment> segments = timesInOrder(segments(lines, context, warnings), warnings);
        if (!decoded.text().endsWith("\n")) {
            warnings.add("The file ends without a line break: check that the last words are complete.");
        }
        arrivals.call(new CallDraft(file.name(), FORMAT).warn(warnings).said(segments).finish(1));
    }

    private static List<Segment> segments(List<String> lines, ReadContext context, List<String> warnings) throws Unreadable {
        List<@Nullable Header> headers = headers(lines, context);
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        Header current = null;
        int currentLine = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            Header header = headers.get(i);
            if (header != null) {
                add(segments, current, currentLine, text);
                current = header;
                currentLine = i + 1;
                text = new StringBuilder(header.text());
            } else if (!lines.get(i).isBlank()) {
                if (current == null) {
                    before++;
                } else {
                    text.append(text.isEmpty() ? "" : " ").append(plain(lines.get(i)));
                }
            }
        }
        if (current != null && text.isEmpty()) {
            throw new Unreadable(currentLine, "the file ends with a speaker who says nothing; it is cut off, export it again");
        }
        add(segments, current, currentLine, text);
        if (segments.isEmpty()) {
            throw new Unreadable(1, "has no turn: expected lines such as \"Jo Bell: Hello\"");
        }
        if (before > 0) {
            warnings.add(before + " lines before the first speaker were left out.");
        }
        return segments;
    }

    private static void add(List<Segment> segments, @Nullable Header header, int line, StringBuilder text) {
        if (header != null && !text.toString().isBlank()) {
            segments.add(new Segment(line, header.speaker(), text.toString().strip(), header.atMs(), null));
        }
    }

    /** For each line the turn it begins, or null. Which names are speakers' is learned from all lines first. */
    private static List<@Nullable Header> headers(List<String> lines, ReadContext context) {
        List<@Nullable Header> candidates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean marked = areMarked(lines);
        int frontMatter = endOfFrontMatter(lines);
        for (int i = 0; i < lines.size(); i++) {
            Header candidate = i < frontMatter ? null : candidate(lines.get(i), marked);
            candidates.add(candidate);
            if (candidate != null) {
                names.add(candidate.speaker());
            }
        }
        SpeakerNames speakers = new SpeakerNames(names, context);
        candidates.replaceAll(header -> header != null && speakers.accepts(header.speaker()) ? header : null);
        return candidates;
    }

    private static int endOfFrontMatter(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
            return 0;
        }
        for (int i = 1; i < Math.min(lines.size(), 200); i++) {
            if (lines.get(i).strip().equals("---")) {
                return i + 1;
            }
        }
        return 0;
    }

    private static @Nullable Header candidate(String line, boolean marked) {
        String rest = line.strip();
        Matcher marks = MARKS.matcher(rest);
        rest = marks.find() ? rest.substring(marks.end()) : rest;
        Long at = null;
        Matcher timeFirst = TIME_FIRST.matcher(head(rest));
        if (timeFirst.lookingAt()) {
            at = Clock.millis(timeFirst.group(1), timeFirst.group(2));
            rest = rest.substring(timeFirst.end());
        }
        Matcher header = HEADER.matcher(head(rest));
        Header withoutColon = marked ? withoutColon(rest, at) : null;
        if (withoutColon != null || !header.lookingAt() || header.end() == HEAD) {
            return withoutColon;
        }
        String name = header.group(1).strip().replaceFirst("^\\[(.*)\\]$", "$1");
        at = header.group(2) == null ? at : Long.valueOf(Clock.millis(header.group(2)));
        String text = plain(rest.substring(header.end()));
        Matcher onlyTime = ONLY_TIME.matcher(text.length() > HEAD ? "" : text);
        if (at == null && onlyTime.matches()) {
            return name.isEmpty() ? null : new Header(name, Clock.millis(onlyTime.group(1)), "");
        }
        Matcher timeAfter = TIME_AFTER.matcher(head(text));
        if (at == null && timeAfter.lookingAt()) {
            at = Clock.millis(timeAfter.group(1));
            text = text.substring(timeAfter.end());
        }
        return name.isEmpty() ? null : new Header(name, at, text);
    }

    private static @Nullable Header withoutColon(String rest, @Nullable Long at) {
        for (Pattern pattern : List.of(DASHED, ARROWED)) {
            Matcher matcher = pattern.matcher(head(rest));
            if (matcher.lookingAt()) {
                return new Header(matcher.group(1).strip(), at, plain(rest.substring(matcher.end())));
            }
        }
        return null;
    }

    /** Whether it is a dash or an arrow that stands after names here: what is said may hold colons. */
    private static boolean areMarked(List<String> lines) {
        long marked = lines.stream().filter(line -> withoutColon(line.strip(), null) != null).count();
        return marked >= 2 && marked * 10 >= lines.stream().filter(line -> !line.isBlank()).count() * 3;
    }

    private static String head(String line) {
        return line.length() > HEAD ? line.substring(0, HEAD) : line;
    }

    private static String plain(String text) {
        String stripped = text.strip();
        char last = 'x';
        for (int i = 0; i < stripped.length(); i++) {
            char c = stripped.charAt(i);
            if (c < ' ' || c == ' ' && last == ' ') {
                return SPACES.matcher(stripped).replaceAll(" ");
            }
            last = c;
        }
        return stripped;
    }

    /** Turns stand in the order they are written in; a time that runs backwards is not known better than that. */
    private static List<Segment> timesInOrder(List<Segment> segments, List<String> warnings) {
        Long first = segments.stream().map(Segment::startMs).filter(start -> start != null).findFirst().orElse(null);
        long shift = first != null && first >= CLOCK_FROM_MS ? first : 0;
        if (shift > 0) {
            warnings.add("Times look like a clock on the wall; they were counted from the first one.");
        }
        List<Segment> ordered = new ArrayList<>();
        long last = 0;
        int backwards = 0;
        for (Segment segment : segments) {
            Long start = segment.startMs();
            Long shifted = start == null ? null : Long.valueOf(start - shift);
            if (shifted != null && shifted < last) {
                backwards++;
                shifted = null;
            }
            last = shifted == null ? last : shifted;
            ordered.add(new Segment(segment.line(), segment.speaker(), segment.text(), shifted, null));
        }
        if (backwards > 0) {
            warnings.add(backwards + " times run backwards and were left out.");
        }
        return ordered;
    }
}
