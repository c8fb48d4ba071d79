package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;

/**
 * Finds out who says each cue: by voice tag, by {@code [SPEAKER_00]:}, or by a name before a colon. Some tools name every cue, others only where the
 * speaker changes; in those a cue without a name belongs to whoever spoke last.
 *
 * @param tagged   whether voice tags name the speakers
 * @param warnings what was guessed
 */
record CueSpeech(List<Segment> segments, boolean tagged, List<String> warnings) {

    private static final Pattern LIKE_A_NAME = Pattern.compile("[(\\[]?\\p{Lu}[\\p{L}'\u2019-]{0,30}(?: \\p{Lu}[\\p{L}'\u2019.-]{0,30}){0,3}[)\\]]?");
    private static final Pattern CHANGE = Pattern.compile(">>|[-\u2013\u2014] ?\\p{L}");
    private static final Pattern LIKE_A_HEAD = Pattern.compile("[\\[(<]?[^\\s:\\])>][^:\\])>]{0,40}[\\])>]?\\s?:\\s");

    /** As tinydiarize marks that another voice follows, whosever it is. */
    private static final String ANOTHER_FOLLOWS = "[SPEAKER_TURN]";

    /** Whoever says no more than these many different words in all says none. */
    private static final int MOST_LABELS = 12;
    /** So many changes are no chance. */
    private static final int FEWEST_CHANGES = 4;

    static CueSpeech of(List<Cue> cues, ReadContext context) throws Unreadable {
        List<String> warnings = new ArrayList<>();
        boolean tagged = cues.stream().anyMatch(Said::isTagged);
        List<Said> said = withText(tagged ? alsoByName(Said.byVoiceTag(cues), context) : NamedCues.of(cues, context), warnings);
        List<Segment> segments = segments(cues, said, tagged, warnings);
        List<Segment> joined = UtteranceParts.joined(segments, said.stream().map(one -> one.cue().id()).toList());
        return new CueSpeech(joined, tagged, List.copyOf(warnings));
    }

    /** Where some voices are tagged, others may still be named before a colon. */
    private static List<Said> alsoByName(List<Said> byTag, ReadContext context) {
        List<Cue> untagged = byTag.stream().map(Said::cue).filter(cue -> !Said.isTagged(cue)).toList();
        if (untagged.isEmpty()) {
            return byTag;
        }
        Map<Integer, List<Said>> named = NamedCues.of(untagged, context).stream().collect(Collectors.groupingBy(one -> one.cue().line()));
        named.values().removeIf(ofCue -> !Payload.spoken(ofCue.getFirst().cue().text()).startsWith(ofCue.getFirst().speaker() + ":"));
        return byTag.stream().flatMap(one -> named.getOrDefault(one.cue().line(), List.of(one)).stream()).toList();
    }

    private static List<Said> withText(List<Said> said, List<String> warnings) {
        List<Said> spoken = said.stream().filter(one -> !one.text().isBlank()).toList();
        if (spoken.size() < said.size()) {
            int silent = said.size() - spoken.size();
            warnings.add(silent + (silent == 1 ? " cue has no words and was" : " cues have no words and were") + " left out.");
        }
        return spoken;
    }

    private static List<Segment> segments(List<Cue> cues, List<Said> said, boolean tagged, List<String> warnings) throws Unreadable {
        long named = said.stream().filter(one -> one.speaker() != null).count();
        if (named == 0) {
            refuseLabels(cues, said);
        }
        if (named == 0 && !said.isEmpty() && !mayHideNames(said)) {
            warnings.add(SpeakerNames.NOBODY_NAMED);
            return said.stream().map(one -> segment(one, SpeakerNames.UNKNOWN)).toList();
        }
        long spoken = said.stream().filter(one -> one.speaker() != null || !Payload.isNote(one.text())).count();
        boolean onChangeOnly = tagged ? tagsTellChanges(said, named) : named * 5 < spoken * 4;
        if (named == 0 || onChangeOnly && !tagged && !namesSpeakersFromTheStart(said, named)) {
            throw new Unreadable(cues.getFirst().line(), "has times but does not say who speaks in " + (named == 0 ? "any of " : "most of ") + cues.size()
                    + " cues, so no turns can be made; export it with speaker names, such as \"Jo Bell: Hello\" or <v Jo Bell>Hello");
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
            segments.add(segment(one, speaker));
        }
        if (carried > 0) {
            warnings.add("Names stand only where the speaker changes: " + carried + " cues without a name were taken to be said by whoever spoke before.");
        }
        if (unknown > 0) {
            warnings.add(unknown + (unknown == 1 ? " cue names no speaker and stands" : " cues name no speaker and stand")
                    + " under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        return segments;
    }

    /** Some programs write beside the words a second file, which says only who speaks when. */
    private static void refuseLabels(List<Cue> cues, List<Said> said) throws Unreadable {
        boolean numbered = said.stream().allMatch(one -> SpeakerNames.isNumbered(one.text()));
        long distinct = said.stream().map(Said::text).distinct().limit(MOST_LABELS + 1).count();
        boolean named = distinct <= MOST_LABELS && said.size() >= 2 * distinct && said.stream().allMatch(one -> LIKE_A_NAME.matcher(one.text()).matches());
        if (!said.isEmpty() && (numbered || distinct >= 2 && named)) {
            throw new Unreadable(cues.getFirst().line(), "says who speaks when, and not what they say; import the file that holds the words");
        }
    }

    private static Segment segment(Said one, String speaker) {
        return new Segment(one.cue().line(), speaker, one.text(), one.cue().startMs(), one.cue().endMs());
    }

    /**
     * Captions of one voice name nobody, and that is no fault of theirs. Where much begins like a name that can't be told from the words, names would be taken
     * for words; where the captions show that voices change, one speaker would be wrong.
     */
    private static boolean mayHideNames(List<Said> said) {
        long headed = said.stream().filter(one -> LIKE_A_HEAD.matcher(one.text()).lookingAt()).count();
        long above = said.stream().map(one -> one.cue().payload())
                .filter(lines -> lines.size() >= 2 && LIKE_A_NAME.matcher(lines.getFirst()).matches()).count();
        long changes = said.stream().filter(one -> one.newVoice() || CHANGE.matcher(one.text()).lookingAt() || one.text().endsWith(ANOTHER_FOLLOWS)).count();
        return changes >= 2 || headed >= 2 && headed * 5 >= said.size() || above >= 2 && above * 5 >= said.size();
    }

    /**
     * Whether a voice is tagged only where another one begins, from the first cue on: no name comes twice in a row, and most cues have none. Where a tool tags
     * what it can, it tags one voice again and again, and a cue without a tag is said by somebody it did not know.
     */
    private static boolean tagsTellChanges(List<Said> said, long named) {
        if (named < FEWEST_CHANGES || named * 2 > said.size() || said.getFirst().speaker() == null) {
            return false;
        }
        String last = null;
        for (Said one : said) {
            if (one.speaker() != null && one.speaker().equals(last)) {
                return false;
            }
            last = one.speaker() == null ? last : one.speaker();
        }
        return true;
    }

    /** A few colons in a long transcript without speakers name nobody; the label of a voice does, also one that is heard alone. */
    private static boolean namesSpeakersFromTheStart(List<Said> said, long named) {
        int first = 0;
        while (said.get(first).speaker() == null) {
            first++;
        }
        boolean oneVoice = first == 0 && SpeakerNames.isNumbered(String.valueOf(said.getFirst().speaker()));
        return (named >= 2 || said.size() <= 4 || oneVoice) && first <= Math.max(3, said.size() / 10);
    }
}
