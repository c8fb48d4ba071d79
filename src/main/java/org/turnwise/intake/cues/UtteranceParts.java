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
import org.turnwise.intake.reading.Segment;

/** Joins what Teams cuts to fit the screen: cues {@code …/12-0}, {@code …/12-1} are one sentence of one speaker, whoever else speaks meanwhile. */
final class UtteranceParts {

    private static final Pattern PART = Pattern.compile("([0-9a-fA-F-]{8,40}/\\d{1,9})-(\\d{1,4})");

    private UtteranceParts() {}

    static boolean isPart(String id) {
        return PART.matcher(id).matches();
    }

    /** @param said a segment each, beside the id of its cue */
    static List<Segment> joined(List<Segment> said, List<String> ids) {
        List<@Nullable String> utterances = ids.stream().map(UtteranceParts::utterance).toList();
        Set<String> ofSeveral = ofSeveral(said, utterances);
        List<Segment> joined = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            Segment segment = said.get(i);
            String utterance = ofSeveral.contains(utterances.get(i)) ? null : utterances.get(i);
            Integer place = utterance == null ? null : places.get(utterance);
            if (place == null) {
                if (utterance != null) {
                    places.put(utterance, joined.size());
                }
                joined.add(segment);
            } else {
                joined.set(place, joined(joined.get(place), segment));
            }
        }
        return joined;
    }

    private static @Nullable String utterance(String id) {
        Matcher part = PART.matcher(id);
        return id.indexOf('/') > 0 && part.matches() ? part.group(1) : null;
    }

    /** Some tools number all cues of a call behind one id: what more than one speaker says under it is no sentence. */
    private static Set<String> ofSeveral(List<Segment> said, List<@Nullable String> utterances) {
        Map<String, String> speakers = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < said.size(); i++) {
            String utterance = utterances.get(i);
            String before = utterance == null ? null : speakers.putIfAbsent(utterance, said.get(i).speaker());
            if (utterance != null && before != null && !before.equals(said.get(i).speaker())) {
                several.add(utterance);
            }
        }
        return several;
    }

    private static Segment joined(Segment first, Segment next) {
        Long end = first.endMs() == null ? next.endMs() : next.endMs() == null ? first.endMs() : Long.valueOf(Math.max(first.endMs(), next.endMs()));
        return new Segment(first.line(), first.speaker(), first.text() + " " + next.text(), first.startMs(), end);
    }
}
