package org.turnwise.intake.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells a speaker's name from words that happen to stand before a colon, and writes names the way people read them. "Note to self: check the
 * dashboard" is something said; "Priya Nair: it is ready" is Priya Nair speaking.
 */
public final class SpeakerNames {

    /** Whoever speaks where the transcript names nobody. */
    public static final String UNKNOWN = "Unknown speaker";

    /** What the report says of a call in which nobody is named. */
    public static final String NOBODY_NAMED = "Nobody is named as speaking: all stands under \"" + UNKNOWN
            + "\". Transcribe the call with speakers told apart if it is to be scored.";

    public static final int MOST_LENGTH = 80;

    private static final int OFTEN = 4;
    private static final Pattern PRONOUNS = Pattern.compile("\\s*\\((?:she|he|they|her|him|them|any|ze)(?:\\s*/\\s*\\p{L}+)*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern GUEST = Pattern.compile("\\s*\\((?:guest|external|unverified|gość|gast|invité|invitado|ospite|convidado)\\)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PHONE = Pattern.compile(".*\\+?\\d[\\d*() -]{5,}.*");
    /** As recognisers label whom they can only tell apart, in the languages they are made for. */
    private static final Pattern NUMBERED = Pattern.compile(
            "(?:speaker|spk|user|person|participant|guest|caller|iphone|ipad|sprecher(?:in)?|teilnehmer(?:in)?|locuteur|locutrice|orateur|intervenant|hablante"
                    + "|orador|locutor|interlocutor|falante|participante|parlante|relatore|interlocutore|spreker|deelnemer|talare|mówca|rozmówca|mluvčí"
                    + "|konuşmacı|спикер|диктор|говорящий|участник|мовець|話者|发言人|發言人|说话人|說話人|话者|参加者|화자|참가자|발화자|참석자)"
                    + "[ _-]?(?:(?:№|#|n[°º.]) ?)?\\d{1,3}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NOBODY_KNOWN = Pattern.compile(
            "(?:unknown|unidentified|unnamed)(?: (?:speaker|participant|caller|person|voice|attendee))?(?: \\d{1,3})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNTED = Pattern.compile("(.*\\p{L}\\.?)[ _-]?(\\d{1,3})");
    private static final Pattern CLOCK = Pattern.compile("\\d:\\d\\d|-->");
    private static final Pattern NAME_WORD = Pattern.compile("[\\p{Lu}\\p{Lt}\\p{Lo}\\d(@+|&/-].*|i(?:Phone|Pad|Mac).*");
    /** As people call themselves who join from a telephone. */
    private static final Pattern ONE_WORD = Pattern.compile("\\p{L}{3,20}");
    private static final Pattern ONLY_WORDS = Pattern.compile("\\p{L}[\\p{L}\\p{M}.'’ -]*");
    private static final Pattern FIRST_NAME = Pattern.compile("\\p{Lu}[\\p{L}'’-]{1,20}");
    private static final Set<String> PARTICLES = Set.of("de", "da", "di", "del", "van", "von", "der", "den", "la", "le", "el", "al", "bin", "ibn", "of",
            "the", "and", "y");
    /** Single words before a colon that head a remark, not a turn. */
    private static final Set<String> HEADINGS = Set.of(
            "note", "notes", "question", "answer", "example", "warning", "tip", "tldr", "ps", "p.s.", "fyi", "so", "and", "but", "also", "well", "yes", "no",
            "https", "http", "subject", "re", "title", "date", "time", "duration", "summary", "agenda", "topic", "attendees", "participants", "speakers",
            "keywords", "location", "id", "url", "link", "first", "second", "third", "one", "two", "three", "again", "remember", "option", "step",
            "meeting title", "meeting date", "meeting participants", "meeting name", "meeting time", "call title", "call date", "call type", "call duration",
            "start time", "end time", "recorded on", "recorded by", "next steps", "action items", "action item", "actions", "decision", "decisions",
            "outcome", "outcomes", "follow-up", "follow up", "conclusion", "meeting", "key points", "call summary", "meeting summary", "transcript",
            "action", "expected", "actual", "expected result", "actual result", "initial state", "scenario", "screenshot");

    /** What stands above a talk and tells that the lines beside it do so too. */
    private static final Set<String> DETAILS = Set.of(
            "date", "time", "duration", "attendees", "participants", "speakers", "location", "title", "meeting title", "meeting date", "meeting name",
            "meeting time", "meeting participants", "call title", "call date", "call type", "call duration", "start time", "end time", "recorded on",
            "recorded by");

    /** What is counted in a talk and does not talk: "Option 1: wait a year". */
    private static final Set<String> THINGS = Set.of(
            "option", "step", "transcript", "phase", "slide", "question", "part", "chapter", "section", "day", "week", "month", "year", "item", "point",
            "example", "exercise", "task", "figure", "table", "version", "call", "session", "topic", "scene", "test", "case", "episode", "lesson",
            "module", "level", "round", "note", "page", "quarter", "goal", "problem", "issue", "reason", "rule", "fact", "tier", "priority", "plan",
            "scenario", "stage", "sprint");

    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Boolean> accepted = new HashMap<>();
    private final ReadContext context;
    private final Where where;
    /** Whether people go by one word here, so that one who speaks only once does too. */
    private final boolean firstNames;
    /** What stands before a number in names of which at least one comes again: "Team member" of "Team member 2". */
    private final Set<String> stems;
    /** Whether the speakers are numbers and nothing else. */
    private final boolean numbers;
    private final int all;

    /** How much of what is said begins with words before a colon: where that is nearly all, even what comes once is a name if it looks like one. */
    public enum Where {
        HERE_AND_THERE,
        NEARLY_ALWAYS,
        /** So that it need not look like a name. */
        ALWAYS
    }

    /** @param candidates what stands before a colon, once for each time it does */
    public SpeakerNames(List<String> candidates, ReadContext context) {
        this(candidates, context, Where.HERE_AND_THERE);
    }

    public SpeakerNames(List<String> candidates, ReadContext context, Where where) {
        this.context = context;
        this.where = where;
        for (String candidate : candidates) {
            times.merge(candidate, 1, Integer::sum);
        }
        all = candidates.size();
        firstNames = times.entrySet().stream().anyMatch(entry -> entry.getValue() >= 2 && isFirstName(entry.getKey()));
        stems = times.entrySet().stream().filter(entry -> entry.getValue() >= 2).map(entry -> COUNTED.matcher(entry.getKey())).filter(Matcher::matches)
                .map(counted -> key(counted.group(1))).collect(Collectors.toSet());
        numbers = areNumbers();
    }

    /** Few and small numbers, each said to speak twice or more, and hardly anything else before colons: no list is numbered so. */
    private boolean areNumbers() {
        List<Integer> often = times.entrySet().stream().filter(entry -> isSmallNumber(entry.getKey())).map(Map.Entry::getValue).toList();
        int sum = often.stream().mapToInt(Integer::intValue).sum();
        return often.size() >= 2 && often.size() <= 10 && often.stream().allMatch(times -> times >= 2) && sum >= OFTEN && sum * 10 >= all * 8;
    }

    private static boolean isSmallNumber(String candidate) {
        return candidate.length() <= 2 && !candidate.isEmpty() && candidate.chars().allMatch(Character::isDigit);
    }

    /** In the roster, a role, said to speak twice or more and shaped like a name, or unmistakably a name. */
    public boolean accepts(String candidate) {
        return accepted.computeIfAbsent(candidate, this::isSpeaker);
    }

    private boolean isSpeaker(String candidate) {
        if (candidate.length() > MOST_LENGTH || isHeading(candidate) || !candidate.codePoints().anyMatch(Character::isLetterOrDigit)
                || isNumber(candidate) && !isDialledIn(candidate) && !(numbers && isSmallNumber(candidate)) || CLOCK.matcher(candidate).find()) {
            return false;
        }
        if (context.reps().contains(key(candidate)) || SideWords.sideOf(candidate).isPresent() || NUMBERED.matcher(candidate).matches()
                || NOBODY_KNOWN.matcher(candidate).matches() || isSmallNumber(candidate)) {
            return true;
        }
        String[] words = candidate.strip().split("\\s+", -1);
        boolean shaped = words.length <= 6 && isShapedLikeName(words);
        int often = times.getOrDefault(candidate, 0);
        if (often >= OFTEN && often * 10 >= all && words.length >= 2 && words.length <= 4) {
            return true; // some people write their names small
        }
        Matcher counted = COUNTED.matcher(candidate);
        boolean oneOfSeveral = Character.isUpperCase(candidate.charAt(0)) && counted.matches() && stems.contains(key(counted.group(1)));
        return often >= 2 && (words.length == 1 || shaped)
                || firstNames && isFirstName(candidate)
                || where != Where.HERE_AND_THERE && (shaped && words.length <= 4 || ONE_WORD.matcher(candidate).matches())
                || where == Where.ALWAYS && words.length <= 5 && ONLY_WORDS.matcher(candidate).matches()
                || oneOfSeveral
                || shaped && words.length >= 2 && words.length <= 4
                || candidate.indexOf('@') > 0
                || candidate.indexOf('(') > 0 && words.length <= 6
                || PHONE.matcher(candidate).matches();
    }

    /** Whether it is the label of a voice that nobody gave a name: "Speaker 2", "Sprecher 2", "話者2". */
    public static boolean isNumbered(String candidate) {
        return NUMBERED.matcher(candidate).matches();
    }

    private static boolean isNumber(String candidate) {
        return candidate.chars().allMatch(c -> Character.isDigit(c) || c == ' ' || c == '.' || c == ':');
    }

    /** A telephone's number without its marks, as meeting tools show who dialled in; it comes again, which no other number of so many digits does. */
    private boolean isDialledIn(String candidate) {
        return candidate.length() >= 7 && candidate.length() <= 15 && candidate.chars().allMatch(Character::isDigit) && times.getOrDefault(candidate, 0) >= 2;
    }

    /** Initials may spell a heading ("PS"), but nobody heads three remarks with it. */
    private boolean isHeading(String candidate) {
        boolean initials = candidate.length() <= 3 && candidate.equals(candidate.toUpperCase(Locale.ROOT)) && times.getOrDefault(candidate, 0) >= OFTEN - 1;
        Matcher counted = COUNTED.matcher(candidate);
        boolean thing = counted.matches() && THINGS.contains(counted.group(1).toLowerCase(Locale.ROOT)) && times.getOrDefault(candidate, 0) < OFTEN;
        return thing || !initials && HEADINGS.contains(candidate.toLowerCase(Locale.ROOT));
    }

    /** Whether this says when, where or among whom a talk was, and heads no turn. */
    public static boolean isDetail(String beforeColon) {
        return DETAILS.contains(beforeColon.toLowerCase(Locale.ROOT));
    }

    private static boolean isFirstName(String candidate) {
        return FIRST_NAME.matcher(candidate).matches() && !HEADINGS.contains(candidate.toLowerCase(Locale.ROOT));
    }

    private static boolean isShapedLikeName(String[] words) {
        for (String word : words) {
            if (!NAME_WORD.matcher(word).matches() && !PARTICLES.contains(word)) {
                return false;
            }
        }
        return !PARTICLES.contains(words[0].toLowerCase(Locale.ROOT)) || words.length > 1 && !words[0].equalsIgnoreCase("the")
                && !words[0].equalsIgnoreCase("and");
    }

    /** The name without pronouns and without what the meeting tool adds for people from outside. */
    public static String clean(String asWritten) {
        String name = GUEST.matcher(PRONOUNS.matcher(asWritten).replaceAll("")).replaceAll("").strip();
        return name.isEmpty() ? asWritten.strip() : name;
    }

    /** Whether the meeting tool marks them as somebody from outside. */
    public static boolean isGuest(String asWritten) {
        return GUEST.matcher(asWritten).find();
    }

    /** How names are compared: cleaned, ignoring case and spacing. */
    public static String key(String name) {
        return clean(name).replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
