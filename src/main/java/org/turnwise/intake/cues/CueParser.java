package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Unreadable;

/**
 * Splits the text of a VTT or SRT file into cues, as tolerantly as the tools that write them demand: ids and blank lines may be missing, hours and
 * padding too, blank lines may stand within a cue. What was cut off is refused, not repaired.
 */
final class CueParser {

    /** @param warnings what was set right */
    record Cues(List<Cue> cues, List<String> warnings) {}

    private static final String TIME = "(-?)(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,](\\d{1,9}))?";
    private static final Pattern TIMING = Pattern.compile("\\s*" + TIME + "\\s*-->\\s*" + TIME + "(?:\\s.*)?");
    private static final Pattern BEGINS_LIKE_TIMING = Pattern.compile("\\s*-?\\d{1,4}:\\d.*-->.*");
    private static final Pattern ID = Pattern.compile("\\d+|[0-9a-fA-F-]{8,40}(?:/\\d+-\\d+)?");
    private static final Pattern CUT_TIMING = Pattern.compile("-?\\d{1,4}:[\\d:.,]*\\s*-{0,2}>?\\s*[-\\d:.,]*");
    private static final Pattern BREAK = Pattern.compile("<br ?/?>", Pattern.CASE_INSENSITIVE);
    private static final int MOST_CUES = 200_000;

    private final List<String> lines;
    private final boolean endsWithin;
    private final List<String> warnings = new ArrayList<>();
    private @Nullable String asked;
    private @Nullable Matcher timing;

    private CueParser(String text) {
        this.lines = text.lines().toList();
        this.endsWithin = !text.endsWith("\n");
    }

    /** Whether the line is the time of a cue. */
    static boolean isTiming(String line) {
        return line.contains("-->") && TIMING.matcher(line).matches();
    }

    static Cues parse(String text) throws Unreadable {
        return new CueParser(text).parse();
    }

    private Cues parse() throws Unreadable {
        List<Raw> raws = split();
        if (raws.isEmpty()) {
            throw new Unreadable(1, "has no cue with a time such as 00:00:01.000 --> 00:00:04.000; it is empty or cut off");
        }
        if (raws.size() > MOST_CUES) {
            throw new Unreadable(0, "has more than " + MOST_CUES + " cues, which no one call has");
        }
        refuseCutEnd(raws.getLast());
        List<Cue> cues = timed(raws);
        return new Cues(shifted(cues), warnings);
    }

    /** A cue whose times are still digits: how they are meant depends on the whole file. */
    private record Raw(int line, String id, Matcher timing, List<String> payload) {}

    private List<Raw> split() throws Unreadable {
        List<Raw> cues = new ArrayList<>();
        boolean setAside = true;
        int joined = 0;
        long lastId = -1;
        String id = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.contains("-->")) {
                Matcher timing = timing(line);
                if (timing != null) {
                    cues.add(new Raw(i + 1, id, timing, new ArrayList<>()));
                    id = "";
                    setAside = false;
                    continue;
                }
                if (BEGINS_LIKE_TIMING.matcher(line).matches()) {
                    throw new Unreadable(i + 1, "expected the time of a cue, such as 00:00:01.000 --> 00:00:04.000, but found \"" + Unreadable.shown(line)
                            + "\"");
                }
            }
            boolean afterBlank = i == 0 || lines.get(i - 1).isBlank();
            if (line.isBlank()) {
                continue;
            }
            boolean beforeTiming = i + 1 < lines.size() && timing(lines.get(i + 1)) != null
                    || lastId >= 0 && followsInOrder(line, lastId) && timing(nextSaid(i)) != null;
            if (afterBlank && isBlockHead(line)) {
                setAside = true;
            } else if (afterBlank && setAside && !cues.isEmpty()) {
                setAside = false;
            }
            if (beforeTiming && (afterBlank || followsInOrder(line, lastId) || setAside)) {
                id = line.strip();
                lastId = isNumber(id) ? Long.parseLong(id) : lastId;
                continue;
            }
            if (setAside) {
                continue;
            }
            Raw current = cues.getLast();
            boolean detached = afterBlank && !current.payload().isEmpty();
            if (detached && isLast(i) && (ID.matcher(line.strip()).matches() || CUT_TIMING.matcher(line.strip()).matches())) {
                throw new Unreadable(i + 1, "the file ends within a cue: there is \"" + Unreadable.shown(line)
                        + "\", but no time and no words; it is cut off, export it again");
            }
            joined += detached ? 1 : 0;
            addLines(current.payload(), line.strip());
        }
        if (joined > 0) {
            warnings.add(joined + " pieces of text stood apart from their time and were taken as part of the cue before.");
        }
        return cues;
    }

    /** Remembers the last line asked about, for a cue's time is first looked at from the line above. */
    private @Nullable Matcher timing(String line) {
        if (line != asked) {
            Matcher matcher = TIMING.matcher(line);
            asked = line;
            timing = line.contains("-->") && matcher.matches() ? matcher : null;
        }
        return timing;
    }

    private static boolean isNumber(String id) {
        return !id.isEmpty() && id.length() <= 15 && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static void addLines(List<String> payload, String line) {
        for (String part : line.indexOf('<') < 0 ? List.of(line) : List.of(BREAK.split(line, -1))) {
            if (!part.isBlank()) {
                payload.add(part.strip());
            }
        }
    }

    private static boolean isBlockHead(String line) {
        return line.equals("NOTE") || line.startsWith("NOTE ") || line.startsWith("NOTE\t") || line.equals("STYLE") || line.equals("REGION");
    }

    /** An id without a blank line before it: only where ids count up, or nobody could say "42". */
    private static boolean followsInOrder(String line, long lastId) {
        String id = line.strip();
        if (isNumber(id)) {
            return lastId >= 0 && Long.parseLong(id) == lastId + 1;
        }
        return ID.matcher(id).matches() && id.indexOf('/') > 0;
    }

    private String nextSaid(int index) {
        for (int i = index + 1; i < Math.min(index + 4, lines.size()); i++) {
            if (!lines.get(i).isBlank()) {
                return lines.get(i);
            }
        }
        return "";
    }

    private boolean isLast(int index) {
        for (int i = index + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private void refuseCutEnd(Raw last) throws Unreadable {
        boolean closedByBlank = !lines.isEmpty() && lines.getLast().isBlank();
        if (last.payload().isEmpty() && !closedByBlank) {
            throw new Unreadable(last.line(), "the last cue has a time but no words; the file is cut off, export it again");
        }
        if (!endsWithin || last.payload().isEmpty()) {
            return;
        }
        String end = last.payload().getLast();
        if (end.lastIndexOf('<') > end.lastIndexOf('>') || CUT_TIMING.matcher(end).matches() && end.indexOf(':') > 0) {
            throw new Unreadable(lines.size(), "the file ends within a cue, at \"" + Unreadable.shown(end) + "\"; it is cut off, export it again");
        }
        warnings.add(DecodedText.ENDS_WITHIN_A_LINE);
    }

    /**
     * Old Teams files write times without padding, and then the digits after the point count milliseconds: 0:0:2.90 is 2.090 s. Where padding
     * leaves it open, the reading that makes fewer cues end before they start is right.
     */
    private List<Cue> timed(List<Raw> raws) {
        boolean unpadded = raws.stream().anyMatch(raw -> isUnpadded(raw.timing()));
        List<Cue> chosen = timed(raws, unpadded);
        List<Cue> other = unpadded ? timed(raws, false) : chosen;
        if (backwards(other) < backwards(chosen)) {
            chosen = other;
        }
        long backwards = backwards(chosen);
        if (backwards > 0) {
            warnings.add(backwards + " cues end before they start; their ends were taken to be their starts.");
            return chosen.stream().map(cue -> cue.with(cue.startMs(), Math.max(cue.startMs(), cue.endMs()))).toList();
        }
        return chosen;
    }

    private static List<Cue> timed(List<Raw> raws, boolean fractionCounts) {
        return raws.stream()
                .map(raw -> new Cue(raw.line(), raw.id(), millis(raw.timing(), 1, fractionCounts), millis(raw.timing(), 6, fractionCounts), raw.payload()))
                .toList();
    }

    private static long backwards(List<Cue> cues) {
        return cues.stream().filter(cue -> cue.endMs() < cue.startMs()).count();
    }

    private static boolean isUnpadded(Matcher timing) {
        return timing.group(4).length() == 1 || timing.group(9).length() == 1;
    }

    private static long millis(Matcher timing, int group, boolean fractionCounts) {
        String hours = timing.group(group + 1);
        long seconds = (hours == null ? 0 : Long.parseLong(hours)) * 3600
                + Long.parseLong(timing.group(group + 2)) * 60
                + Long.parseLong(timing.group(group + 3));
        long millis = seconds * 1000 + fraction(timing.group(group + 4), fractionCounts);
        return timing.group(group).isEmpty() ? millis : -millis;
    }

    private static long fraction(@Nullable String digits, boolean counts) {
        if (digits == null) {
            return 0;
        }
        if (counts && digits.length() < 3) {
            return Long.parseLong(digits);
        }
        return Long.parseLong((digits + "00").substring(0, 3));
    }

    /** Teams counts from when transcription began, which can be after people began to talk. */
    private List<Cue> shifted(List<Cue> cues) {
        long first = cues.stream().min(Comparator.comparingLong(Cue::startMs)).orElseThrow().startMs();
        if (first >= 0) {
            return cues;
        }
        warnings.add("Times begin at " + first + " ms; all were shifted so that the call begins at 0.");
        return cues.stream().map(cue -> cue.with(cue.startMs() - first, cue.endMs() - first)).toList();
    }
}
