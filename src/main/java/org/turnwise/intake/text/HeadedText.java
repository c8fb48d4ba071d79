package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.Unreadable;

/**
 * Text in which a line with name and time stands above what was said.
 */
final class HeadedText {

    private static final Pattern FOOTER = Pattern.compile("(?:transcribed|transcript) by (?:https?://)?otter\\.ai\\.?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RULE = Pattern.compile("[-=_*\\u2013\\u2014\\s]{3,}");

    private final List<String> lines;
    private final Heads heads;
    private final List<Segment> segments = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int before;
    private int unfit;
    private int silent;

    private HeadedText(List<String> lines, Heads heads) {
        this.lines = lines;
        this.heads = heads;
    }

    /** @param warnings what was set aside */
    record Read(List<Segment> segments, List<String> warnings) {}

    static Read of(String text, Heads heads) throws Unreadable {
        HeadedText headed = new HeadedText(text.lines().toList(), heads);
        headed.read(headed.end());
        headed.withoutRemarks();
        headed.warn();
        if (!text.endsWith("\n")) {
            headed.warnings.add(DecodedText.ENDS_WITHIN_A_LINE);
        }
        return new Read(headed.segments, headed.warnings);
    }

    /** Where what was said ends: before a footer, and before a closing line such as "Jo Bell stopped transcription". */
    private int end() {
        int end = lines.size();
        while (end > 0 && (lines.get(end - 1).isBlank() || FOOTER.matcher(lines.get(end - 1).strip()).matches())) {
            end--;
        }
        return end > 0 && isClosing(lines.get(end - 1).strip()) ? end - 1 : end;
    }

    /** Told whatever the language: a speaker's name and two or three words, of which the last also ends a line above the first speaker. */
    private boolean isClosing(String last) {
        Set<String> opening = new HashSet<>();
        Set<String> speakers = new HashSet<>();
        for (String line : lines) {
            Heads.Head head = heads.headOf(line);
            if (head != null) {
                speakers.add(head.speaker());
            } else if (speakers.isEmpty() && line.strip().split("\\s+", 8).length <= 7) {
                opening.add(lastWord(line));
            }
        }
        int words = last.split("\\s+", 9).length;
        return words <= 8 && speakers.stream().anyMatch(name -> last.startsWith(name + " ") && words - name.split("\\s+", -1).length <= 3)
                && opening.contains(lastWord(last));
    }

    private static String lastWord(String line) {
        String stripped = line.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private void read(int end) throws Unreadable {
        List<Heads.@Nullable Head> likely = LikelyHeads.of(lines, heads);
        Heads.Head current = null;
        int currentLine = 0;
        StringBuilder said = new StringBuilder();
        for (int i = 0; i < end; i++) {
            String line = lines.get(i);
            Heads.Head head = likely.get(i);
            unfit += head == null && heads.headOf(line) != null ? 1 : 0;
            if (head != null) {
                add(current, currentLine, said);
                current = head;
                currentLine = i + 1;
                said.setLength(0);
            } else if (current == null) {
                before += line.isBlank() || RULE.matcher(line).matches() ? 0 : 1;
            } else if (!line.isBlank()) {
                said.append(said.isEmpty() ? "" : " ").append(line.strip());
            }
        }
        if (current != null && said.isEmpty() && end == lines.size()) {
            throw new Unreadable(currentLine, "the file ends with a speaker who says nothing; it is cut off, export it again");
        }
        add(current, currentLine, said);
        if (segments.isEmpty()) {
            throw new Unreadable(1, "has no turn: expected a line with name and time above what was said");
        }
    }

    /** Behind a name may stand what the turn is about ("Ann - task 2"), where the name alone speaks too. */
    private void withoutRemarks() {
        Set<String> speakers = segments.stream().map(one -> one.speaker().replaceFirst("\\s+-$", "")).collect(Collectors.toSet());
        segments.replaceAll(one -> {
            int dash = (one.speaker() + " ").indexOf(" - ");
            String name = dash < 0 ? one.speaker() : one.speaker().substring(0, dash).strip();
            return dash > 0 && speakers.contains(name) ? new Segment(one.line(), name, one.text(), one.startMs(), one.endMs()) : one;
        });
    }

    private void add(Heads.@Nullable Head head, int line, StringBuilder said) {
        if (head == null) {
            return;
        }
        if (said.isEmpty()) {
            silent++;
        } else {
            segments.add(new Segment(line, head.speaker(), said.toString().replaceAll("\\s+", " ").strip(), head.atMs(), null));
        }
    }

    private void warn() {
        if (before > 0) {
            warnings.add(before + (before == 1 ? " line before the first speaker was" : " lines before the first speaker were") + " left out.");
        }
        if (silent > 0) {
            warnings.add(silent + (silent == 1 ? " name stands above no words and was" : " names stand above no words and were") + " left out.");
        }
        if (unfit > 0) {
            warnings.add(unfit + (unfit == 1 ? " line looks like the start of a turn, but its time does not fit between the others; it was"
                    : " lines look like the start of a turn, but their times do not fit between the others; they were") + " taken as words.");
        }
    }
}
