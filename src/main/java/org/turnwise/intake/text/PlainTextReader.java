package org.turnwise.intake.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** Plain text with {@code Speaker: words}, with or without the time a turn starts at. Lines without a speaker belong to the turn before. */
public final class PlainTextReader implements TranscriptReader {

    /** A clock in the afternoon is no time into a call. */
    private static final long CLOCK_FROM_MS = 5 * 3_600_000L;
    private static final long DAY_MS = 24 * 3_600_000L;
    private static final Pattern UNSPOKEN = Pattern.compile("#{1,6} .+|\\[[^\\[\\]]+\\]|-{3,}|\\*{3,}|={3,}|`{3,}");
    /** A recogniser's number for a voice, in brackets; nobody else begins a line so, even if only one voice was heard. */
    private static final Pattern LABEL = Pattern.compile("[\\[(](?:speaker|spk)[ _-]?\\d{1,3}[\\])]", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE_NUMBER = Pattern.compile("^\\s{0,8}(\\d{1,5}):\\s{1,8}");
    private static final int LONGEST_REMARK = 120;
    private static final Format FORMAT = new Format("text", TimingClass.TURN_START_S);

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<String> lines = SecondsFirst.asClocks(unquoted(glimpse.lines()));
        PlainHeads heads = PlainHeads.in(lines, context);
        Set<String> speakers = heads.speakers();
        long headed = heads.of().stream().filter(head -> head != null).count();
        long timed = heads.of().stream().filter(head -> head != null && head.atMs() != null).count();
        long spoken = lines.stream().filter(line -> !line.isBlank()).count();
        boolean known = speakers.stream().anyMatch(name -> SideWords.sideOf(name).isPresent() || context.reps().contains(SpeakerNames.key(name)));
        boolean everywhere = headed >= 2 && headed == spoken && timed == headed;
        boolean labelled = headed > 0 && headed == lines.stream().filter(line -> LABEL.matcher(line).lookingAt()).count();
        boolean sure = speakers.size() >= 2 || known && (spoken > 1 || !glimpse.whole()) || everywhere || labelled;
        return headed > 0 && sure && (headed * 100L >= spoken * 30 || timed >= 2 || known && headed * 10L >= spoken);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> lines = SecondsFirst.asClocks(unquoted(decoded.text().lines().toList()));
        List<String> warnings = new ArrayList<>(decoded.warnings());
        PlainHeads.Cast cast = PlainHeads.in(lines, context).cast();
        PlainHeads heads = NamesInFull.of(AboveTheTalk.leftOut(cast.heads(), lines));
        int end = EndOfTalk.in(lines, heads);
        if (end < lines.size()) {
            warnings.add("The transcript ends at \"" + lines.get(end).strip() + "\"; what stands below it was left out.");
        }
        List<Segment> segments = timesInOrder(segments(lines.subList(0, end), heads, warnings), heads.dated(), warnings);
        if (!decoded.text().endsWith("\n")) {
            warnings.add(DecodedText.ENDS_WITHIN_A_LINE);
        }
        CallDraft draft = new CallDraft(file.name(), FORMAT).warn(warnings).said(segments);
        cast.sides().forEach((name, side) -> draft.knows(name, SpeakerNames.clean(name), side));
        arrivals.call(draft.finish(1));
    }

    /** Without the marks of a quotation, if the whole is quoted, and without the numbers of lines, if they are numbered. */
    private static List<String> unquoted(List<String> lines) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).limit(2).toList();
        if (written.size() == 1) {
            return TalkOnOneLine.apart(written.getFirst()).orElse(lines);
        }
        if (areNumbered(lines)) {
            return lines.stream().map(line -> LINE_NUMBER.matcher(line).replaceFirst("")).toList();
        }
        long quoted = lines.stream().filter(line -> line.startsWith(">") && !line.startsWith(">>")).count();
        if (quoted < 2 || quoted * 10 < lines.stream().filter(line -> !line.isBlank()).count() * 6) {
            return lines;
        }
        return lines.stream().map(line -> line.startsWith(">") ? line.substring(1).strip() : line).toList();
    }

    /** Nearly every line begins with a number and a colon, and the next line with the next number. */
    private static boolean areNumbered(List<String> lines) {
        long spoken = 0;
        long counted = 0;
        int last = -1;
        for (String line : lines) {
            spoken += line.isBlank() ? 0 : 1;
            Matcher number = LINE_NUMBER.matcher(line);
            if (number.lookingAt()) {
                int is = Integer.parseInt(number.group(1));
                counted += last < 0 || is == last + 1 ? 1 : 0;
                last = is;
            }
        }
        return counted >= 3 && counted * 10 >= spoken * 8;
    }

    private static List<Segment> segments(List<String> lines, PlainHeads heads, List<String> warnings) throws Unreadable {
        List<Segment> segments = new ArrayList<>();
        int before = 0;
        int unspoken = 0;
        PlainHeads.Head current = null;
        int currentLine = 0;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            PlainHeads.Head header = heads.of().get(i);
            if (header != null) {
                add(segments, current, currentLine, text);
                current = header;
                currentLine = i + 1;
                text = new StringBuilder(header.text());
            } else if (!lines.get(i).isBlank()) {
                if (current == null) {
                    before++;
                } else if (!text.isEmpty() && isUnspoken(lines.get(i))) {
                    unspoken++;
                } else {
                    text.append(text.isEmpty() ? "" : " ").append(PlainHeads.plain(lines.get(i)));
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
        if (unspoken > 0) {
            warnings.add(unspoken
                    + (unspoken == 1 ? " line is a heading or a remark in brackets and was" : " lines are headings or remarks in brackets and were")
                    + " left out.");
        }
        if (before > 0) {
            warnings.add(before + (before == 1 ? " line before the first speaker was" : " lines before the first speaker were") + " left out.");
        }
        return segments;
    }

    /** A heading of markdown, or nothing but brackets around some words: {@code [pause]}. */
    private static boolean isUnspoken(String line) {
        return UNSPOKEN.matcher(line.length() > LONGEST_REMARK ? "" : line.strip()).matches();
    }

    private static void add(List<Segment> segments, PlainHeads.@Nullable Head header, int line, StringBuilder text) {
        if (header != null && !text.toString().isBlank()) {
            segments.add(new Segment(line, Markdown.unescaped(header.speaker()), Markdown.unescaped(text.toString()).strip(), header.atMs(), null));
        }
    }

    /** Turns stand in the order they are written in; a time that runs backwards is not known better than that, unless midnight passed on the wall. */
    private static List<Segment> timesInOrder(List<Segment> segments, boolean dated, List<String> warnings) {
        Long first = segments.stream().map(Segment::startMs).filter(start -> start != null).findFirst().orElse(null);
        boolean onTheWall = first != null && (dated || first >= CLOCK_FROM_MS);
        long shift = first != null && onTheWall ? first : 0;
        if (onTheWall) {
            warnings.add("Times look like a clock on the wall; they were counted from the first one.");
        }
        List<Segment> ordered = new ArrayList<>();
        long last = 0;
        int backwards = 0;
        for (Segment segment : segments) {
            Long start = segment.startMs();
            Long shifted = start == null ? null : Long.valueOf(start - shift);
            while (shifted != null && onTheWall && shifted < last - DAY_MS / 2) {
                shifted += DAY_MS;
            }
            if (shifted != null && shifted < last) {
                backwards++;
                shifted = null;
            }
            last = shifted == null ? last : shifted;
            ordered.add(new Segment(segment.line(), segment.speaker(), segment.text(), shifted, null));
        }
        if (backwards > 0) {
            warnings.add(backwards + (backwards == 1 ? " time runs backwards and was" : " times run backwards and were") + " left out.");
        }
        return ordered;
    }
}
