package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.SpeakerNames.Where;

/** Finds the names that stand in the words of cues: before a colon, in brackets, in the cue's id (Webex), or on a line of their own above the words. */
final class NamedCues {

    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]\\[]{1,60})\\]\\s?:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DIARIZED = Pattern.compile("\\[(SPEAKER_\\d+)\\]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DOUBLY = Pattern.compile("\\[\\[([^\\]\\[]{1,60})\\]\\]\\s*(.*)", Pattern.DOTALL);
    private static final int LONGEST_NAME = 80;
    private static final Pattern PREFIX = Pattern.compile("([^:\uFF1A<>]{1," + LONGEST_NAME + "})(?::(?=\\s|$)|\uFF1A)\\s*(.*)", Pattern.DOTALL);
    private static final Pattern IN_BRACKETS = Pattern.compile(
            "(?:[(\\[]([^()\\[\\]]{2,40})[)\\]]\\s+|[\uFF08\u3010\uFF3B]([^\uFF08\uFF09\u3010\u3011\uFF3B\uFF3D]{1,40})[\uFF09\u3011\uFF3D]\\s*)(\\S.*)",
            Pattern.DOTALL);
    private static final Pattern BEFORE_ARROWS = Pattern.compile("([^\\s<>:][^<>:]{0,40})>>>?\\s*(\\S.*)", Pattern.DOTALL);
    private static final Pattern STRESSED = Pattern.compile("\\*\\*([^*:]{1,80}):?\\*\\*:?\\s+(\\S.*)", Pattern.DOTALL);
    private static final Pattern WEBEX_ID = Pattern.compile("\\d{1,9} \"([^\"]{1,80})\"(?: \\(\\d{1,20}\\))?");
    /** So many cues in which words stand before a colon, and none without, are no chance. */
    private static final int ALWAYS_FROM = 8;
    private static final Pattern CHANGE = Pattern.compile("(?:>>+|[-\\u2013])\\s*(.*)", Pattern.DOTALL);

    private final List<Cue> cues;
    private final SpeakerNames names;
    private final Set<String> heads = new HashSet<>();
    private final Set<String> inRound = new HashSet<>();
    private final boolean nameOnFirstLine;
    private final boolean nameBeforeArrows;

    private record Named(String speaker, String text) {}

    private NamedCues(List<Cue> cues, ReadContext context) {
        this.cues = cues;
        List<String> candidates = new ArrayList<>();
        Map<String, Integer> round = new HashMap<>();
        int begun = 0;
        List<Cue> spoken = cues.stream().filter(cue -> !Payload.isNote(Payload.spoken(cue.text()))).toList();
        nameBeforeArrows = nearlyAll(spoken.stream().filter(cue -> BEFORE_ARROWS.matcher(firstSaid(cue)).matches()).count(), spoken.size());
        for (Cue cue : spoken) {
            String first = firstSaid(cue);
            String text = withoutChange(first);
            Matcher prefix = prefix(text);
            if (prefix != null) {
                begun++;
                candidates.add(prefix.group(1).strip());
                if (first.startsWith(">>")) {
                    candidates.add(prefix.group(1).strip()); // the mark of a new voice says as much as a second time
                }
            }
            Matcher inBrackets = IN_BRACKETS.matcher(text);
            if (inBrackets.matches() && !nameIn(inBrackets).isEmpty()) {
                round.merge(nameIn(inBrackets), 1, Integer::sum);
            }
        }
        names = new SpeakerNames(candidates, context, where(begun, spoken.size()));
        candidates.stream().filter(names::accepts).forEach(heads::add);
        long bracketed = round.values().stream().mapToLong(Integer::longValue).sum();
        boolean always = nearlyAll(bracketed, spoken.size()) && round.size() < bracketed;
        round.forEach((name, times) -> {
            boolean beginsLarge = Character.isLetter(name.charAt(0)) && !Character.isLowerCase(name.charAt(0));
            if (beginsLarge && (always || (times >= 2 || bracketed * 2 >= spoken.size()) && names.accepts(name))) {
                inRound.add(name);
            }
        });
        nameOnFirstLine = heads.isEmpty() && hasNamesOnFirstLines(context);
    }

    static List<Said> of(List<Cue> cues, ReadContext context) {
        NamedCues named = new NamedCues(cues, context);
        List<Said> said = new ArrayList<>();
        named.cues.forEach(cue -> named.add(cue, said));
        return said;
    }

    private static Where where(int begun, int spoken) {
        return begun >= ALWAYS_FROM && begun == spoken ? Where.ALWAYS : begun >= 2 && nearlyAll(begun, spoken) ? Where.NEARLY_ALWAYS : Where.HERE_AND_THERE;
    }

    private static boolean nearlyAll(long some, int all) {
        return some > 0 && some * 10 >= all * 8L;
    }

    private static String nameIn(Matcher inBrackets) {
        return (inBrackets.group(1) == null ? inBrackets.group(2) : inBrackets.group(1)).strip();
    }

    private static String firstSaid(Cue cue) {
        return cue.payload().isEmpty() ? "" : Payload.spoken(cue.payload().size() > 1 && cue.payload().getFirst().indexOf(':') < 0 ? cue.text()
                : cue.payload().getFirst());
    }

    /** Old Teams documents: the name alone above the words, in nearly every cue, and few names in many cues. */
    private boolean hasNamesOnFirstLines(ReadContext context) {
        List<String> firsts = cues.stream().filter(cue -> cue.payload().size() >= 2)
                .map(cue -> withoutBrackets(Payload.spoken(cue.payload().getFirst()))).toList();
        SpeakerNames shaped = new SpeakerNames(firsts, context);
        long distinct = firsts.stream().distinct().count();
        return firsts.size() * 5L >= cues.size() * 4L && (distinct * 2 <= firsts.size() || firsts.size() <= 4)
                && firsts.stream().allMatch(first -> !first.isEmpty() && shaped.accepts(first));
    }

    private void add(Cue cue, List<Said> said) {
        Matcher inId = WEBEX_ID.matcher(cue.id());
        if (inId.matches()) {
            said.add(new Said(cue, Payload.spoken(inId.group(1)), false, Payload.spoken(cue.text())));
            return;
        }
        if (nameOnFirstLine && cue.payload().size() >= 2) {
            addBelowNames(cue, said);
            return;
        }
        int from = 0;
        List<String> lines = cue.payload();
        for (int i = 1; i < lines.size(); i++) {
            if (beginsAnother(lines.get(i))) {
                said.add(one(cue, lines.subList(from, i)));
                from = i;
            }
        }
        said.add(one(cue, lines.subList(from, lines.size())));
    }

    /** Names in brackets on lines of their own may come again within a cue. */
    private void addBelowNames(Cue cue, List<Said> said) {
        String name = withoutBrackets(Payload.spoken(cue.payload().getFirst()));
        List<String> words = new ArrayList<>();
        for (String line : cue.payload().subList(1, cue.payload().size())) {
            String spoken = Payload.spoken(line);
            String other = withoutBrackets(spoken);
            if (other.length() < spoken.length() && names.accepts(other)) {
                said.add(new Said(cue, name, false, Payload.spoken(String.join(" ", words))));
                name = other;
                words.clear();
            } else if (!spoken.equals("-")) {
                words.add(line);
            }
        }
        said.add(new Said(cue, name, false, Payload.spoken(String.join(" ", words))));
    }

    /** Within a cue only somebody who also speaks first in a cue takes over: a wrapped line may well hold a colon. */
    private boolean beginsAnother(String line) {
        if (line.indexOf(':') < 0) {
            return false;
        }
        Matcher prefix = prefix(withoutChange(Payload.spoken(line)));
        return prefix != null && heads.contains(prefix.group(1).strip());
    }

    private Said one(Cue cue, List<String> lines) {
        String whole = Payload.spoken(String.join(" ", lines));
        String text = withoutChange(whole);
        boolean newVoice = text.length() < whole.length() && whole.startsWith(">>");
        Named named = named(text);
        if (named != null) {
            return new Said(cue, named.speaker(), newVoice, named.text());
        }
        return new Said(cue, null, newVoice, newVoice ? text : whole);
    }

    private @Nullable Named named(String text) {
        if (text.startsWith("[")) {
            for (Pattern pattern : List.of(DOUBLY, BRACKETED, DIARIZED)) {
                Matcher matcher = pattern.matcher(text);
                if (matcher.matches()) {
                    return new Named(matcher.group(1).strip(), matcher.group(2).strip());
                }
            }
        }
        Matcher round = IN_BRACKETS.matcher(text);
        if (round.matches() && inRound.contains(nameIn(round))) {
            return new Named(nameIn(round), round.group(3).strip());
        }
        Matcher prefix = prefix(text);
        if (prefix != null && !Payload.isNote(text) && names.accepts(prefix.group(1).strip())) {
            return new Named(prefix.group(1).strip(), prefix.group(2).strip());
        }
        return null;
    }

    private static String withoutBrackets(String name) {
        return name.replaceFirst("^[(\\[]([^()\\[\\]]{1,80})[)\\]]$", "$1");
    }

    private String withoutChange(String text) {
        Matcher arrows = BEFORE_ARROWS.matcher(text);
        if (nameBeforeArrows && arrows.matches()) {
            return arrows.group(1).strip() + ": " + arrows.group(2);
        }
        Matcher change = CHANGE.matcher(text);
        String said = change.matches() ? change.group(1).strip() : text;
        Matcher stressed = STRESSED.matcher(said);
        return stressed.matches() ? stressed.group(1).strip() + ": " + stressed.group(2) : said;
    }

    /** A name and what follows its colon; most lines that begin no turn have no colon near their start. */
    private static @Nullable Matcher prefix(String text) {
        int end = Math.min(text.length(), LONGEST_NAME + 1);
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == ':' || text.charAt(i) == '\uFF1A') {
                Matcher prefix = PREFIX.matcher(text);
                return prefix.matches() ? prefix : null;
            }
        }
        return null;
    }
}
