package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Entities;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;

/**
 * Finds out who says each cue: by voice tag, by {@code [SPEAKER_00]:}, or by a name before a colon. Some tools name every cue, others only where the
 * speaker changes; in those a cue without a name belongs to whoever spoke last.
 */
final class CueSpeech {

    /** @param warnings what was guessed */
    record Speech(List<Segment> segments, List<String> warnings) {}

    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s>]{0,200})?(?:[ \\t]+([^>]{0,300}))?>");
    private static final Pattern TAGS = Pattern.compile(
            "</?(?:c|b|i|u|s|v|lang|ruby|rt|font|em|strong)(?:[.\\s][^<>]{0,300})?>|<(?:\\d+:)?\\d\\d:\\d\\d\\.\\d{3}>|\\{\\\\[^{}]{0,60}\\}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\]\\[]{1,60})\\]\\s*:\\s*(.*)", Pattern.DOTALL);
    private static final Pattern DIARIZED = Pattern.compile("\\[(SPEAKER_\\d+)\\]\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PREFIX = Pattern.compile("([^:<>]{1,80}):(?:\\s+(.*)|$)", Pattern.DOTALL);
    private static final Pattern CHANGE = Pattern.compile("(?:>>+|-)\\s+(.*)", Pattern.DOTALL);

    private final List<Cue> cues;
    private final ReadContext context;
    private final List<String> warnings = new ArrayList<>();

    /** @param speaker as written, or null; @param newVoice whether the cue says that somebody else begins */
    private record Said(Cue cue, @Nullable String speaker, boolean newVoice, String text) {}

    private CueSpeech(List<Cue> cues, ReadContext context) {
        this.cues = cues;
        this.context = context;
    }

    static Speech of(List<Cue> cues, ReadContext context) throws Unreadable {
        return new CueSpeech(cues, context).attribute();
    }

    private Speech attribute() throws Unreadable {
        if (cues.stream().filter(cue -> cue.text().startsWith("{") && cue.text().contains("\"speakerName\"")).count() > cues.size() / 2) {
            throw new Unreadable(cues.getFirst().line(), "is a Teams metadata transcript (JSON in every cue), a format that is not read yet; download the VTT transcript instead");
        }
        boolean tagged = cues.stream().anyMatch(cue -> VOICE.matcher(cue.text()).find());
        List<Said> said = tagged ? byVoiceTag() : byPrefix();
        return new Speech(segments(withText(said), tagged), warnings);
    }

    private List<Said> byVoiceTag() throws Unreadable {
        List<Said> said = new ArrayList<>();
        boolean closing = cues.stream().limit(cues.size() - 1L).allMatch(cue -> cue.text().contains("</v>"));
        for (Cue cue : cues) {
            String text = cue.text();
            if (text.matches(".*<v[ .][^>]*")) {
                throw new Unreadable(cue.line(), "a voice tag <v Name> is not closed; the file is damaged or cut off");
            }
            Matcher voice = VOICE.matcher(text);
            int from = 0;
            String speaker = null;
            while (voice.find()) {
                addUnlessBlank(said, cue, speaker, text.substring(from, voice.start()));
                String name = voice.group(1) == null ? "" : spoken(voice.group(1));
                speaker = name.isEmpty() ? null : name;
                from = voice.end();
            }
            said.add(new Said(cue, speaker, false, spoken(text.substring(from))));
        }
        Cue last = cues.getLast();
        if (closing && cues.size() > 1 && !last.text().isEmpty() && VOICE.matcher(last.text()).find() && !last.text().contains("</v>")) {
            throw new Unreadable(last.line(), "every other cue closes its voice tag with </v>, but the last does not: the file is cut off, export it again");
        }
        return said;
    }

    private static void addUnlessBlank(List<Said> said, Cue cue, @Nullable String speaker, String text) {
        String spoken = spoken(text);
        if (!spoken.isEmpty()) {
            said.add(new Said(cue, speaker, false, spoken));
        }
    }

    private List<Said> byPrefix() {
        List<String> candidates = new ArrayList<>();
        for (Cue cue : cues) {
            Matcher prefix = PREFIX.matcher(withoutChange(spoken(cue.text())));
            if (prefix.matches()) {
                candidates.add(prefix.group(1).strip());
            }
        }
        SpeakerNames names = new SpeakerNames(candidates, context);
        return cues.stream().map(cue -> byPrefix(cue, names)).toList();
    }

    private static Said byPrefix(Cue cue, SpeakerNames names) {
        String whole = spoken(cue.text());
        String text = withoutChange(whole);
        boolean newVoice = text.length() < whole.length() && whole.startsWith(">>");
        Matcher bracketed = BRACKETED.matcher(text);
        if (bracketed.matches()) {
            return new Said(cue, bracketed.group(1).strip(), newVoice, bracketed.group(2).strip());
        }
        Matcher diarized = DIARIZED.matcher(text);
        if (diarized.matches()) {
            return new Said(cue, diarized.group(1), newVoice, diarized.group(2).strip());
        }
        Matcher prefix = PREFIX.matcher(text);
        if (prefix.matches() && names.accepts(prefix.group(1).strip())) {
            return new Said(cue, prefix.group(1).strip(), newVoice, prefix.group(2) == null ? "" : prefix.group(2).strip());
        }
        return new Said(cue, null, newVoice, newVoice ? text : whole);
    }

    private List<Said> withText(List<Said> said) {
        List<Said> spoken = said.stream().filter(one -> !one.text().isBlank()).toList();
        if (spoken.size() < said.size()) {
            warnings.add((said.size() - spoken.size()) + " cues have no words and were left out.");
        }
        return spoken;
    }

    private List<Segment> segments(List<Said> said, boolean tagged) throws Unreadable {
        long named = said.stream().filter(one -> one.speaker() != null).count();
        boolean onChangeOnly = !tagged && named * 5 < said.size() * 4L;
        if (named == 0 || onChangeOnly && !namesSpeakersFromTheStart(said, named)) {
            throw new Unreadable(cues.getFirst().line(), "has times but does not say who speaks, so no turns can be made; export it with speaker names, "
                    + "such as \"Jo Bell: Hello\" or <v Jo Bell>Hello");
        }
        List<Segment> segments = new ArrayList<>();
        String last = null;
        int carried = 0;
        int unknown = 0;
        for (Said one : said) {
            String speaker = one.speaker();
            if (speaker == null && onChangeOnly && last != null && !one.newVoice()) {
                speaker = last;
                carried++;
            } else if (speaker == null) {
                speaker = SpeakerNames.UNKNOWN;
                unknown++;
            }
            last = speaker;
            segments.add(new Segment(one.cue().line(), speaker, one.text(), one.cue().startMs(), one.cue().endMs()));
        }
        if (carried > 0) {
            warnings.add("Names stand only where the speaker changes: " + carried + " cues without a name were taken to be said by whoever spoke before.");
        }
        if (unknown > 0) {
            warnings.add(unknown + " cues name no speaker and stand under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        return segments;
    }

    /** A few colons in a long transcript without speakers name nobody. */
    private static boolean namesSpeakersFromTheStart(List<Said> said, long named) {
        int first = 0;
        while (said.get(first).speaker() == null) {
            first++;
        }
        return (named >= 2 || said.size() <= 4) && first <= Math.max(3, said.size() / 10);
    }

    private static String withoutChange(String text) {
        Matcher change = CHANGE.matcher(text);
        return change.matches() ? change.group(1).strip() : text;
    }

    /** Without tags, then with entities decoded, in that order: {@code &lt;b&gt;} is something said. */
    private static String spoken(String payload) {
        return Entities.decode(TAGS.matcher(payload).replaceAll("")).replaceAll("[\\s\\u00A0]+", " ").strip();
    }
}
