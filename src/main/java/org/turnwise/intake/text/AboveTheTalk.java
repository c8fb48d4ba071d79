package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.text.PlainHeads.Head;

/** Tells what stands above a talk, such as its title and date, from its first turns. */
final class AboveTheTalk {

    private static final Pattern SENTENCE_END = Pattern.compile("[.?!\u2026\u3002\uFF1F\uFF01][\"\u201D')]?$");
    private static final Pattern LISTED = Pattern.compile("^\\s{0,8}(?:[-*\u2022] |\\d{1,3}[.)] )");
    private static final Pattern BREAK = Pattern.compile("#{1,6} .{1,200}|-{3,}|\\*{3,}|={3,}|_{3,}");
    /** So many lines above a break that only look like turns are no chance. */
    private static final int FEWEST_DETAILS = 2;

    /** A talk's first lines, and no more, can tell of it. */
    private static final int MOST_LINES = 40;

    private AboveTheTalk() {}

    static PlainHeads leftOut(PlainHeads heads, List<String> lines) {
        PlainHeads talk = withoutPeople(belowItsHeading(heads, lines), lines);
        return withoutDetails(withoutSections(withoutList(withoutUntimed(talk), lines), lines), lines);
    }

    static boolean isListed(String line) {
        return LISTED.matcher(line).lookingAt();
    }

    /** Where a heading begins the talk ("Transcript:"), those who are named above it and never below do not speak. */
    private static PlainHeads belowItsHeading(PlainHeads heads, List<String> lines) {
        int heading = headingOf(Section.TALK, lines);
        Set<String> speak = new PlainHeads(heads.of().subList(heading + 1, lines.size()), heads.dated()).speakers();
        if (heading < 0 || speak.size() < 2) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        kept.subList(0, heading + 1).replaceAll(head -> head == null || !speak.contains(head.speaker()) ? null : head);
        return new PlainHeads(kept, heads.dated());
    }

    /** The lines right below a heading such as "Participants:", down to the first blank one, say who takes part, unless they are sentences. */
    private static PlainHeads withoutPeople(PlainHeads heads, List<String> lines) {
        int heading = headingOf(Section.PEOPLE, lines);
        int end = heading + 1;
        while (end < lines.size() && !lines.get(end).isBlank()) {
            end++;
        }
        long below = heads.of().subList(end, lines.size()).stream().filter(head -> head != null).count();
        if (heading < 0 || below < 2) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        kept.subList(heading, end).replaceAll(head -> head == null || !SENTENCE_END.matcher(head.text()).find() ? null : head);
        return new PlainHeads(kept, heads.dated());
    }

    /** -1 if none of the first lines is one. */
    private static int headingOf(Section section, List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            if (Section.headedBy(lines.get(i)).equals(Optional.of(section))) {
                return i;
            }
        }
        return -1;
    }

    /** Where turns stand without marks of a list, a list above the first of them says who takes part ("- Ann: buyer") or tells of the call. */
    private static PlainHeads withoutList(PlainHeads heads, List<String> lines) {
        int firstTurn = -1;
        int above = 0;
        int turns = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean head = heads.of().get(i) != null;
            boolean listed = head && isListed(lines.get(i));
            above += listed && firstTurn < 0 ? 1 : 0;
            turns += head && !listed ? 1 : 0;
            firstTurn = head && !listed && firstTurn < 0 ? i : firstTurn;
        }
        if (above == 0 || turns < 2 || turns < above) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        kept.subList(0, firstTurn).replaceAll(head -> null);
        return new PlainHeads(kept, heads.dated());
    }

    /**
     * Above the first who speaks again, what stands once, ends no sentence and lies above a heading, a rule or a line that says when or among whom it was tells
     * of the call ("Use case: a case study").
     */
    private static PlainHeads withoutSections(PlainHeads heads, List<String> lines) {
        Map<String, Integer> times = heads.times();
        int end = 0;
        boolean detailed = false;
        List<Integer> details = new ArrayList<>();
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            Head head = heads.of().get(i);
            boolean detail = isDetail(lines.get(i));
            if (head != null && !detail && times.getOrDefault(head.speaker(), 0) > 1) {
                break;
            }
            if (head != null && head.atMs() == null && !SENTENCE_END.matcher(head.text()).find()) {
                details.add(i);
            }
            detailed |= detail;
            end = detail || BREAK.matcher(lines.get(i).strip()).matches() ? i : end;
        }
        int below = end;
        details.removeIf(line -> line > below);
        if (!detailed && details.size() < FEWEST_DETAILS) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        details.forEach(line -> kept.set(line, null));
        return new PlainHeads(kept, heads.dated());
    }

    private static boolean isDetail(String line) {
        return SpeakerNames.isDetail(PlainHeads.unmarked(line).split("[:\uFF1A]", 2)[0].replaceAll("[*_]", "").strip());
    }

    /** Where nearly all turns have times, lines above the first time that only look like turns are what a tool says of the call ("Duration: 1:10"). */
    private static PlainHeads withoutUntimed(PlainHeads heads) {
        long all = heads.of().stream().filter(head -> head != null).count();
        long timed = heads.of().stream().filter(head -> head != null && head.atMs() != null).count();
        if (timed < 3 || timed * 10 < all * 6) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        for (int i = 0; i < kept.size(); i++) {
            Head head = kept.get(i);
            if (head != null && head.atMs() != null) {
                break;
            }
            kept.set(i, null);
        }
        return new PlainHeads(kept, heads.dated());
    }

    /**
     * The lines above the first blank one tell of the call where one of them says when, where or among whom it was; without a blank line, those down to the
     * last that does. What stands there once and ends no sentence is no turn ("Client: Ann Lee, Lee & Sons").
     */
    private static PlainHeads withoutDetails(PlainHeads heads, List<String> lines) {
        int end = 0;
        int belowLastDetail = 0;
        int last = Math.min(lines.size(), MOST_LINES);
        while (end < last && !lines.get(end).isBlank()) {
            end++;
            if (isDetail(lines.get(end - 1))) {
                belowLastDetail = end;
            }
        }
        Map<String, Integer> times = heads.times();
        List<@Nullable Head> kept = new ArrayList<>(heads.of());
        for (int i = 0; i < (belowLastDetail == 0 || end == last ? belowLastDetail : end); i++) {
            Head head = kept.get(i);
            boolean once = head != null && head.atMs() == null && times.getOrDefault(head.speaker(), 0) == 1;
            if (head != null && once && !SENTENCE_END.matcher(head.text()).find()) {
                kept.set(i, null);
            }
        }
        return new PlainHeads(kept, heads.dated());
    }
}
