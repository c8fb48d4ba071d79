package org.turnwise.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.SpeakerNames.Where;

/**
 * The lines of a plain text that begin a turn: {@code Name: words} and its kin. Which names are speakers' is learned from all lines first.
 *
 * @param of    for each line the turn it begins, or null
 * @param dated whether times stand with a date, so that they are those of a clock on the wall
 */
record PlainHeads(List<PlainHeads.@Nullable Head> of, boolean dated) {

    /** A line that may begin a turn. */
    record Head(String speaker, @Nullable Long atMs, String text) {}

    private static final Pattern BEHIND_NAME = Pattern.compile("\\s*[,(|;]");
    private static final Pattern MARKS = Pattern.compile("^(?:[-*\u2022] |>+ ?|#{1,6} |\\d{1,4}[.)] )\\s{0,8}");
    private static final String DATE = "(\\d{4}-\\d{2}-\\d{2}[T ]|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4},? )?";
    private static final Pattern TIME_FIRST = Pattern.compile("\\*{0,2}[\\[(]?" + DATE + "(" + Clock.TIME + ")(" + Clock.HALF_DAY
            + ")(?:Z|[+-]\\d{2}:?\\d{2})?[\\])]?\\*{0,2}(?:\\s{0,4}[-|\u2013\u2014])?\\s{1,8}(?=\\S)");
    private static final Pattern HEADER = Pattern.compile("[*_]{0,3}([^:\uFF1A*]{1,80}?)[*_]{0,3}(?:\\s{0,4}[\\[(](" + Clock.TIME
            + ")[\\])])?[*_]{0,3}\\s{0,4}(?::[*_]{0,3}(?=\\s|$)|\uFF1A[*_]{0,3})");
    private static final Pattern WITHOUT_SPACE = Pattern.compile("(\\p{L}[^:*\\d/]{0,60})():(?=[\\p{L}\\d\"'(\\[\u201C\u00BF\u00A1])");
    private static final Pattern TIME_AFTER = Pattern.compile("[\\[(](" + Clock.TIME + ")[\\])]\\s{0,4}");
    private static final Pattern DASHED = Pattern.compile("(\\p{Lu}[\\p{Lu}.'\u2019 ]{1,40}) [-\u2013\u2014] (?=\\S)");
    private static final Pattern ARROWED = Pattern.compile("([\\p{L}\\d][\\p{L}\\d_. ]{0,40})> ?(?=\\S)");
    private static final Pattern TABBED = Pattern.compile("(\\p{L}[^\\t:]{0,60})\\t+(?=\\S)");
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]\\d][^\\]]{0,60})\\]\\s+(?=\\S)");
    private static final Pattern ANGLED = Pattern.compile("<(\\p{L}[^<>/]{0,60})>\\s*(?=\\S)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(\\p{L}[^*:]{0,60})\\*\\*\\s+(?=[^\\s(\\[])");
    /** As recognisers number voices; whom they can't tell is a question mark. */
    private static final Pattern NUMBERED = Pattern.compile("\\(((?:speaker|spk)[ _-]?(?:\\d{1,3}|\\?))\\):?\\s+(?=\\S)", Pattern.CASE_INSENSITIVE);
    private static final List<Pattern> WITHOUT_COLON = List.of(DASHED, ARROWED, TABBED, BRACKETED, ANGLED, BOLD, NUMBERED);
    private static final Pattern TIMED_NAME = Pattern.compile("[*_]{0,3}(\\p{L}[^()\\[\\]:*]{0,60}?)[*_]{0,3}\\s{0,4}[\\[(](" + Clock.TIME
            + ")[\\])]\\s{1,8}(?=[^\\s:])");
    private static final Pattern ONLY_TIME = Pattern.compile("[\\[(]?(" + Clock.TIME + ")[\\])]?");
    private static final Pattern SENT = Pattern.compile("\\[?\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4},? " + Clock.TIME + Clock.HALF_DAY + "(?:\\] | - )[^:]{1,60}: ");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    /** Names and times stand within the first characters of a line, or nowhere. */
    private static final int HEAD = 160;
    /** So many names must be written alike before one that is not counts as something else. */
    private static final int STYLE_FROM = 3;

    static PlainHeads in(List<String> lines, ReadContext context) {
        PlainHeads usual = in(lines, context, HEADER);
        return usual.of.stream().anyMatch(head -> head != null) ? usual : in(lines, context, WITHOUT_SPACE);
    }

    private static PlainHeads in(List<String> lines, ReadContext context, Pattern header) {
        List<@Nullable Head> candidates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean marked = areMarked(lines);
        int frontMatter = endOfFrontMatter(lines);
        int dated = 0;
        for (int i = 0; i < lines.size(); i++) {
            Head candidate = i < frontMatter ? null : candidate(lines.get(i), marked, header);
            candidates.add(candidate);
            if (candidate != null) {
                names.add(candidate.speaker());
                Matcher time = TIME_FIRST.matcher(head(unmarked(lines.get(i))));
                dated += time.lookingAt() && time.group(1) != null ? 1 : 0;
            }
        }
        long timed = candidates.stream().filter(head -> head != null && head.atMs() != null).count();
        long spoken = lines.stream().filter(line -> !line.isBlank()).count();
        SpeakerNames speakers = new SpeakerNames(names, context, timed >= 2 && timed * 10 >= spoken * 8 ? Where.NEARLY_ALWAYS : Where.HERE_AND_THERE);
        long sure = names.stream().filter(speakers::accepts).count();
        if (names.size() == spoken && sure >= STYLE_FROM && sure * 10 >= spoken * 6) {
            speakers = new SpeakerNames(names, context, Where.NEARLY_ALWAYS);
        }
        boolean chat = isChat(lines);
        boolean numbered = timed == names.size() && areNumbers(names);
        for (int i = 0; i < lines.size(); i++) {
            Head head = candidates.get(i);
            boolean speaks = head != null && (chat && SENT.matcher(lines.get(i)).lookingAt() || numbered || speakers.accepts(head.speaker()));
            candidates.set(i, speaks ? head : null);
        }
        return new PlainHeads(inOneStyle(candidates, lines), dated > 0);
    }

    /** Where behind every time stands a small number, and one of them again, these are the speakers. */
    private static boolean areNumbers(List<String> names) {
        long distinct = names.stream().distinct().count();
        return distinct >= 2 && distinct < names.size() && names.stream().allMatch(name -> name.length() <= 2 && name.chars().allMatch(Character::isDigit));
    }

    /** As messengers hand over a chat: nearly every line says when it was sent, and then by whom, whatever they call themselves. */
    private static boolean isChat(List<String> lines) {
        long sent = lines.stream().filter(line -> SENT.matcher(line).lookingAt()).count();
        return sent >= 2 && sent * 10 >= lines.stream().filter(line -> !line.isBlank()).count() * 6;
    }

    /**
     * Where names are written bold, or where they are not, what stands once and is written the other way is no name: "**Project:** Harbour" above a talk. Not
     * even a role is one above the first name, where nearly all are bold: "Buyer: head of pricing".
     */
    private static List<@Nullable Head> inOneStyle(List<@Nullable Head> heads, List<String> lines) {
        Map<String, Integer> times = new HashMap<>();
        int bold = 0;
        int all = 0;
        int firstBold = heads.size();
        for (int i = 0; i < heads.size(); i++) {
            Head head = heads.get(i);
            if (head != null) {
                times.merge(head.speaker(), 1, Integer::sum);
                bold += isBold(lines.get(i)) ? 1 : 0;
                firstBold = isBold(lines.get(i)) ? Math.min(firstBold, i) : firstBold;
                all++;
            }
        }
        boolean mostlyBold = bold * 2 > all;
        int above = bold * 10 >= all * 8 ? firstBold : 0;
        int most = mostlyBold ? bold : all - bold;
        if (most < STYLE_FROM || most == all || most * 10 < all * 6) {
            return heads;
        }
        List<@Nullable Head> kept = new ArrayList<>(heads);
        for (int i = 0; i < kept.size(); i++) {
            Head head = kept.get(i);
            boolean odd = head != null && isBold(lines.get(i)) != mostlyBold && times.getOrDefault(head.speaker(), 0) == 1;
            if (head != null && odd && (i < above || SideWords.sideOf(head.speaker()).isEmpty())) {
                kept.set(i, null);
            }
        }
        return kept;
    }

    private static boolean isBold(String line) {
        String unmarked = unmarked(line);
        String rest = withoutTime(unmarked);
        boolean withTime = unmarked.startsWith("**") && unmarked.substring(0, unmarked.length() - rest.length()).lastIndexOf("**") == 0;
        return withTime || rest.startsWith("**") || rest.startsWith("__");
    }

    /** How often each speaks. */
    Map<String, Integer> times() {
        Map<String, Integer> times = new HashMap<>();
        of.forEach(head -> {
            if (head != null) {
                times.merge(head.speaker(), 1, Integer::sum);
            }
        });
        return times;
    }

    /**
     * Who takes part.
     *
     * @param heads those that are left, which begin turns
     * @param sides by the speaker's name
     */
    record Cast(PlainHeads heads, Map<String, Side> sides) {}

    /**
     * Who takes part, as lines above the talk say it ("Rep: Jo Bell"): a role that stands once, and behind it somebody who speaks below. These lines are then
     * no turns.
     */
    Cast cast() {
        Map<String, Integer> times = times();
        Map<String, Side> sides = new HashMap<>();
        List<@Nullable Head> kept = new ArrayList<>(of);
        for (int i = 0; i < of.size(); i++) {
            Head head = of.get(i);
            if (head == null || head.atMs() != null || times.getOrDefault(head.speaker(), 0) != 1) {
                continue;
            }
            Optional<Side> role = SideWords.sideOf(head.speaker());
            String name = BEHIND_NAME.split(head.text(), 2)[0].strip();
            if (role.isPresent() && !name.equals(head.speaker()) && times.getOrDefault(name, 0) >= 1) {
                sides.put(name, role.get());
                kept.set(i, null);
            }
        }
        return new Cast(new PlainHeads(kept, dated), sides);
    }

    Set<String> speakers() {
        Set<String> speakers = new HashSet<>();
        of.forEach(head -> {
            if (head != null) {
                speakers.add(head.speaker());
            }
        });
        return speakers;
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

    static String unmarked(String line) {
        String rest = line.strip();
        Matcher marks = MARKS.matcher(rest);
        return marks.find() ? rest.substring(marks.end()) : rest;
    }

    private static @Nullable Head candidate(String line, boolean marked, Pattern form) {
        String rest = unmarked(line);
        Long at = null;
        Matcher timeFirst = TIME_FIRST.matcher(head(rest));
        if (timeFirst.lookingAt()) {
            at = Clock.millis(timeFirst.group(2), timeFirst.group(3));
            rest = rest.substring(timeFirst.end());
        }
        Matcher timedName = TIMED_NAME.matcher(head(rest));
        if (at == null && timedName.lookingAt()) {
            return new Head(timedName.group(1).strip(), Clock.millis(timedName.group(2)), plain(rest.substring(timedName.end())));
        }
        Matcher header = form.matcher(head(rest));
        Head withoutColon = marked ? withoutColon(rest, at) : null;
        if (withoutColon != null || !header.lookingAt() || header.end() == HEAD) {
            return withoutColon;
        }
        String name = header.group(1).strip().replaceFirst("^\\[(.*)\\]$", "$1");
        at = header.group(2) == null || header.group(2).isEmpty() ? at : Long.valueOf(Clock.millis(header.group(2)));
        String text = plain(rest.substring(header.end()));
        Matcher onlyTime = ONLY_TIME.matcher(text.length() > HEAD ? "" : text);
        if (at == null && onlyTime.matches()) {
            return name.isEmpty() ? null : new Head(name, Clock.millis(onlyTime.group(1)), "");
        }
        Matcher timeAfter = TIME_AFTER.matcher(head(text));
        if (at == null && timeAfter.lookingAt()) {
            at = Clock.millis(timeAfter.group(1));
            text = text.substring(timeAfter.end());
        }
        return name.isEmpty() ? null : new Head(name, at, text);
    }

    private static @Nullable Head withoutColon(String rest, @Nullable Long at) {
        for (Pattern pattern : WITHOUT_COLON) {
            Matcher matcher = pattern.matcher(head(rest));
            if (matcher.lookingAt()) {
                String name = matcher.group(1).strip();
                return new Head(name.endsWith("?") ? SpeakerNames.UNKNOWN : name, at, plain(rest.substring(matcher.end())));
            }
        }
        return null;
    }

    /** Whether it is a dash, an arrow, a tab or brackets that tell names here: what is said may hold colons. */
    private static boolean areMarked(List<String> lines) {
        long marked = lines.stream().filter(line -> withoutColon(withoutTime(line.strip()), null) != null).count();
        return marked >= 2 && marked * 10 >= lines.stream().filter(line -> !line.isBlank()).count() * 3;
    }

    private static String withoutTime(String line) {
        Matcher time = TIME_FIRST.matcher(head(line));
        return time.lookingAt() ? line.substring(time.end()) : line;
    }

    private static String head(String line) {
        return line.length() > HEAD ? line.substring(0, HEAD) : line;
    }

    /** On one line, with a blank wherever there is space. */
    static String plain(String text) {
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
}
