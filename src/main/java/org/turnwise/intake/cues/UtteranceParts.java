package org.turnwise.intake.cues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        List<Segment> joined = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            Segment segment = said.get(i);
            Matcher part = PART.matcher(ids.get(i));
            String utterance = ids.get(i).indexOf('/') > 0 && part.matches() ? part.group(1) + '\n' + segment.speaker() : null;
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

    private static Segment joined(Segment first, Segment next) {
        Long end = first.endMs() == null ? next.endMs() : next.endMs() == null ? first.endMs() : Long.valueOf(Math.max(first.endMs(), next.endMs()));
        return new Segment(first.line(), first.speaker(), first.text() + " " + next.text(), first.startMs(), end);
    }
}
