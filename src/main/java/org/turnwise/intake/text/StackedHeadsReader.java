package org.turnwise.intake.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * What is copied from a page: the name and the time each on a line of its own above the words, in either order. Teams also writes the time out ({@code 1 minute
 * 5 seconds}) around it, in whatever language.
 */
public final class StackedHeadsReader implements TranscriptReader {

    private static final Format FORMAT = new Format("copied-text", TimingClass.TURN_START_S);
    private static final Pattern TIME = Pattern.compile("[\\[(]?@?(?:\\d{1,2}:)?\\d{1,2}:\\d{2}[\\])]?");
    private static final Pattern WRITTEN_OUT = Pattern.compile("(?:(.{1,80}?) )?\\d{1,2} \\p{L}{4,12}(?: \\d{1,2} \\p{L}{4,12}){0,2}");
    /** The time written out and then as a clock, which stand on two lines of the page and on one of what is copied. */
    private static final Pattern BOTH_WAYS = Pattern.compile("\\d{1,2} \\p{L}{3,12}(?: \\d{1,2} \\p{L}{3,12}){0,2}((?:\\d{1,2}:)?\\d{1,2}:\\d{2})");
    private static final Pattern CLOCK = Pattern.compile(Clock.TIME);
    /** Parts a name from the time that was joined to it. */
    private static final char BETWEEN = '\u001F';

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return joined(glimpse.lines(), context) != null;
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = file.text();
        List<String> joined = joined(decoded.text().lines().toList(), context);
        if (joined == null) {
            throw new Unreadable(1, "has no turn: expected a name and a time above what was said");
        }
        String text = String.join("\n", joined) + (decoded.text().endsWith("\n") ? "\n" : "");
        HeadedText.Read read = HeadedText.of(text, StackedHeadsReader::head);
        arrivals.call(new CallDraft(file.name(), FORMAT).warn(decoded.warnings()).warn(read.warnings()).said(read.segments()).finish(1));
    }

    private static Heads.@Nullable Head head(String line) {
        int between = line.indexOf(BETWEEN);
        boolean joined = between >= 1 && CLOCK.matcher(line.substring(between + 1)).matches();
        return joined ? new Heads.Head(line.substring(0, between), Clock.millis(line.substring(between + 1))) : null;
    }

    /** The lines with names and times joined on the upper line of the two; null if the text is not written so. */
    private static @Nullable List<String> joined(List<String> asWritten, ReadContext context) {
        List<String> lines = new ArrayList<>(asWritten);
        lines.replaceAll(StackedHeadsReader::clockOf);
        List<Integer> said = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                said.add(i);
            }
        }
        withoutTimesWrittenOut(lines, said);
        List<Integer> nameFirst = pairs(lines, said, -1, context);
        List<Integer> timeFirst = pairs(lines, said, 1, context);
        int step = nameFirst.size() >= timeFirst.size() ? -1 : 1;
        List<Integer> pairs = step < 0 ? nameFirst : timeFirst;
        long times = said.stream().filter(i -> isTime(lines.get(i))).count();
        if (pairs.size() < 2 || pairs.size() * 10L < times * 8 || times * 12 < said.size()) {
            return null;
        }
        withoutWhatThePageRepeats(lines, said, pairs, step);
        for (int at : pairs) {
            int time = said.get(at);
            int name = said.get(at + step);
            String head = name(lines.get(name)) + BETWEEN + lines.get(time).strip().replaceAll("[^\\d:]", "");
            lines.set(Math.max(time, name), "");
            lines.set(Math.min(time, name), head);
        }
        return lines;
    }

    /** Places among the lines that are not blank of times with a speaker's name beside them, and with words below both, or the end of what was cut off. */
    private static List<Integer> pairs(List<String> lines, List<Integer> said, int step, ReadContext context) {
        List<Integer> candidates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int at = 0; at < said.size(); at++) {
            int name = at + step;
            int below = Math.max(at, name) + 1;
            boolean within = name >= 0 && below <= said.size();
            boolean wordsBelow = below >= said.size() || !isTime(lines.get(said.get(below)));
            if (within && isTime(lines.get(said.get(at))) && !isTime(lines.get(said.get(name))) && wordsBelow) {
                candidates.add(at);
                names.add(name(lines.get(said.get(name))));
            }
        }
        SpeakerNames speakers = new SpeakerNames(names, context);
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            if (speakers.accepts(names.get(i)) && !names.get(i).matches(".*[.?!,:]")) {
                pairs.add(candidates.get(i));
            }
        }
        return pairs;
    }

    private static String clockOf(String line) {
        Matcher bothWays = BOTH_WAYS.matcher(head(line, 80).strip());
        return bothWays.matches() ? bothWays.group(1) : line;
    }

    /** Within a turn the page says again and again who speaks since when; and above a name stand its initials in place of a picture. */
    private static void withoutWhatThePageRepeats(List<String> lines, List<Integer> said, List<Integer> pairs, int step) {
        Set<String> names = new HashSet<>();
        for (int at : pairs) {
            String name = name(lines.get(said.get(at + step)));
            names.add(name);
            int above = Math.min(at, at + step) - 1;
            if (above >= 0 && isInitialsOf(lines.get(said.get(above)).strip(), name)) {
                lines.set(said.get(above), "");
            }
        }
        for (int i : said) {
            Matcher since = WRITTEN_OUT.matcher(head(lines.get(i), 100).strip());
            if (since.matches() && since.group(1) != null && names.contains(since.group(1))) {
                lines.set(i, "");
            }
        }
    }

    private static boolean isInitialsOf(String line, String name) {
        String[] words = name.split("\\s+", -1);
        return line.length() == 2 && words.length >= 2 && words[0].startsWith(line.substring(0, 1)) && words[words.length - 1].startsWith(line.substring(1))
                && line.equals(line.toUpperCase(Locale.ROOT));
    }

    private static String name(String line) {
        return line.length() > Heads.LONGEST ? "" : line.strip().replaceFirst(":$", "").strip();
    }

    private static boolean isTime(String line) {
        return line.length() <= 40 && TIME.matcher(line.strip()).matches();
    }

    /** Only beside a time, and below it only behind the name that stands above it. */
    private static void withoutTimesWrittenOut(List<String> lines, List<Integer> said) {
        List<Integer> writtenOut = new ArrayList<>();
        for (int at = 2; at < said.size() - 1; at++) {
            String above = lines.get(said.get(at - 1)).strip();
            if (isTime(lines.get(said.get(at))) && WRITTEN_OUT.matcher(head(above, 100)).matches()) {
                writtenOut.add(said.get(at - 1));
                String below = lines.get(said.get(at + 1)).strip();
                if (below.startsWith(lines.get(said.get(at - 2)).strip()) && WRITTEN_OUT.matcher(head(below, 200)).matches()) {
                    writtenOut.add(said.get(at + 1));
                }
            }
        }
        if (writtenOut.size() >= 2) {
            writtenOut.forEach(i -> lines.set(i, ""));
            said.removeAll(writtenOut);
        }
    }

    private static String head(String line, int most) {
        return line.length() > most ? "" : line;
    }
}
