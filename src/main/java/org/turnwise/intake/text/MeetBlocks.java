package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;

/**
 * The speech of a Meet transcript, found by its shape, whatever its language: from the first time that stands alone above {@code Name: words} to the line
 * that says
 * after how long it ended.
 *
 * @param ended whether such a line is there, so that nothing is missing
 */
record MeetBlocks(List<Segment> segments, boolean ended, List<String> warnings) {

    private static final Pattern TIME = Pattern.compile("#{0,6}\\s?\\**\\(?(\\d{1,2}:\\d{2}:\\d{2})\\)?\\**(?:\\s?\\{#[^}]{0,40}\\})?");
    private static final Pattern SAID = Pattern.compile("\\**([^:*]{1,80}?)\\**:\\**\\s(.*)");
    private static final Pattern ENDED = Pattern.compile("\\D{8,80}(\\d{1,2}:\\d{2}:\\d{2})[^\\p{L}\\d]{0,8}");
    /** In some languages the verb stands behind the time. */
    private static final Pattern ENDED_WITH_VERB = Pattern.compile("[^\\d:]{8,60}(\\d{1,2}:\\d{2}:\\d{2})[^\\d:]{1,40}");
    private static final int LINES_AFTER_END = 6;
    private static final int MOST_NAME_WORDS = 6;
    /** Where the end is not known: about how fast people speak. */
    private static final double MS_PER_WORD = 400;

    /** Something said in a block that begins at a known time; @param before words said in the block before it */
    private record Placed(int line, String speaker, StringBuilder text, int block) {}

    /** Whether a time stands alone above somebody's words, and again or with the line that ends it. */
    static boolean areIn(List<String> lines, ReadContext context) {
        int times = 0;
        int said = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (matches(TIME, lines.get(i))) {
                times++;
                said += isSaid(next(lines, i)) ? 1 : 0;
            }
        }
        return said > 0 && said * 2 >= times && (times >= 2 || lines.stream().anyMatch(line -> matches(ENDED, line)) || speakers(lines, context) >= 2);
    }

    private static long speakers(List<String> lines, ReadContext context) {
        List<String> names = lines.stream().map(MeetBlocks::said).filter(said -> said != null).map(said -> said.group(1).strip()).toList();
        SpeakerNames accepted = new SpeakerNames(names, context);
        return names.stream().filter(accepted::accepts).distinct().count();
    }

    static MeetBlocks of(List<String> lines, ReadContext context) throws Unreadable {
        int from = 0;
        while (from < lines.size() && !(matches(TIME, lines.get(from)) && isSaid(next(lines, from)))) {
            from++;
        }
        List<Long> times = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        SpeakerNames names = names(lines.subList(from, lines.size()), context);
        Set<String> belowTimes = belowTimes(lines, from);
        int untimed = beginningWithoutTime(lines, from);
        if (untimed < from) {
            from = untimed;
            times.add(0L);
        }
        Long end = null;
        int after = 0;
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher time = TIME.matcher(line);
            boolean nearEnd = lines.subList(i + 1, lines.size()).stream().limit(60).filter(below -> !below.isBlank()).count() <= LINES_AFTER_END;
            Pattern ends = nearEnd ? ENDED_WITH_VERB : ENDED;
            Matcher ending = (ENDED.matcher(line.length() > 200 ? "" : line).matches() ? ENDED : ends).matcher(line.length() > 200 ? "" : line);
            Matcher said = said(line);
            if (end != null) {
                after += line.isEmpty() ? 0 : 1;
            } else if (time.matches()) {
                times.add(Clock.millis(time.group(1)));
            } else if (said != null && (names.accepts(said.group(1).strip()) || belowTimes.contains(said.group(1).strip()))) {
                placed.add(new Placed(i + 1, said.group(1).strip(), new StringBuilder(said.group(2).strip()), times.size() - 1));
            } else if (ending.matches() && Clock.millis(ending.group(1)) >= times.getLast()) {
                end = Clock.millis(ending.group(1));
            } else if (!line.isEmpty() && !placed.isEmpty()) {
                placed.getLast().text().append(placed.getLast().text().isEmpty() ? "" : " ").append(line);
            }
        }
        if (placed.isEmpty()) {
            throw new Unreadable(1, "has times but nobody's words below them; it is cut off, export it again");
        }
        List<String> warnings = new ArrayList<>();
        long before = lines.subList(0, from).stream().filter(line -> !line.isBlank()).count();
        if (before > 0) {
            warnings.add(before + (before == 1 ? " line before the first time, such as a title or notes, was"
                    : " lines before the first time, such as a title or notes, were") + " left out.");
        }
        if (after > 3) {
            warnings.add(after + (after == 1 ? " line after the end of the transcript was" : " lines after the end of the transcript were") + " left out.");
        }
        return new MeetBlocks(spread(placed, times, end), end != null, warnings);
    }

    /**
     * Older transcripts have no time above their first block. What people who also speak below the first time say right above it was said; a list of notes, where
     * such lines stand apart, was not.
     */
    private static int beginningWithoutTime(List<String> lines, int firstTime) {
        if (firstTime >= lines.size() || Clock.millis(digits(lines.get(firstTime))) == 0) {
            return firstTime;
        }
        Set<String> speakers = new HashSet<>();
        lines.subList(firstTime, lines.size()).stream().map(line -> said(line.strip())).filter(said -> said != null)
                .forEach(said -> speakers.add(said.group(1).strip()));
        int begins = firstTime;
        for (int i = firstTime - 1; i >= 0; i--) {
            Matcher said = said(lines.get(i).strip());
            if (said != null && speakers.contains(said.group(1).strip())) {
                begins = i;
            } else if (!lines.get(i).isBlank()) {
                break;
            }
        }
        return begins;
    }

    /** Right below a time somebody always begins, whatever they call themselves. */
    private static Set<String> belowTimes(List<String> lines, int from) {
        Set<String> names = new HashSet<>();
        for (int i = from; i < lines.size(); i++) {
            Matcher said = matches(TIME, lines.get(i)) ? said(next(lines, i).strip()) : null;
            if (said != null && said.group(1).strip().split("\\s+", MOST_NAME_WORDS + 2).length <= MOST_NAME_WORDS) {
                names.add(said.group(1).strip());
            }
        }
        return names;
    }

    private static String digits(String line) {
        Matcher time = TIME.matcher(line.strip());
        return time.matches() ? time.group(1) : "0:00:00";
    }

    private static SpeakerNames names(List<String> lines, ReadContext context) {
        List<String> candidates = new ArrayList<>();
        for (String line : lines) {
            Matcher said = said(line.strip());
            if (said != null) {
                candidates.add(said.group(1).strip());
            }
        }
        return new SpeakerNames(candidates, context);
    }

    /** A start for each, between the times of its block by how many words were said before it. */
    private static List<Segment> spread(List<Placed> placed, List<Long> times, @Nullable Long end) {
        int[] words = new int[times.size()];
        placed.forEach(one -> words[one.block()] += wordsOf(one));
        List<Segment> segments = new ArrayList<>();
        long last = 0;
        int block = -1;
        int before = 0;
        for (Placed one : placed) {
            before = one.block() == block ? before : 0;
            block = one.block();
            double from = times.get(block);
            double to = block + 1 < times.size() ? times.get(block + 1) : end != null ? end : from + words[block] * MS_PER_WORD;
            long start = Math.max(last, Math.round(from + Math.max(0, to - from) * before / Math.max(1, words[block])));
            String spoken = Markdown.unescaped(one.text().toString()).replaceAll("\\s+", " ").strip();
            segments.add(new Segment(one.line(), Markdown.unescaped(one.speaker()), spoken, start, null));
            before += wordsOf(one);
            last = start;
        }
        return segments;
    }

    private static int wordsOf(Placed one) {
        return one.text().toString().strip().split("\\s+").length;
    }

    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= 200 && pattern.matcher(line.strip()).matches();
    }

    private static boolean isSaid(String line) {
        return said(line.strip()) != null;
    }

    private static @Nullable Matcher said(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > 90) {
            return null;
        }
        Matcher said = SAID.matcher(line.endsWith(":") ? line + " " : line);
        return said.matches() && said.group(1).chars().anyMatch(Character::isLetter) ? said : null;
    }

    private static String next(List<String> lines, int index) {
        for (int i = index + 1; i < Math.min(index + 5, lines.size()); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        return "";
    }
}
