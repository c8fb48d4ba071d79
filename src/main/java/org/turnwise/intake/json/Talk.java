package org.turnwise.intake.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;
import org.turnwise.intake.reading.AboutCalls;
import org.turnwise.intake.reading.CallDraft;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;

/** What a JSON document says of one call, in the making. One use each; not for several threads. */
final class Talk {

    private final CallDraft draft;
    private final int line;
    private final AboutCalls elsewhere;
    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, String> keyOfId = new HashMap<>();
    private final Map<String, String> idOfKey = new LinkedHashMap<>();
    private int unnamed;
    private int silent;

    /** @param line where in the file the call begins */
    Talk(String fileName, Format format, int line, AboutCalls elsewhere) {
        this.draft = new CallDraft(fileName, format);
        this.line = line;
        this.elsewhere = elsewhere;
    }

    /** What another file of the same import says of the call. */
    Optional<AboutCalls.About> about(@Nullable String callId) {
        return callId == null ? Optional.empty() : elsewhere.of(callId);
    }

    /**
     * A piece of speech; one without words is counted and left out.
     *
     * @param speaker as {@link #person} returned it or as the source names them; null if it does not
     * @param startMs null if unknown
     */
    void said(@Nullable String speaker, @Nullable String text, @Nullable Long startMs, @Nullable Long endMs) {
        if (text == null || text.isBlank()) {
            silent++;
            return;
        }
        String named = speaker == null || speaker.isBlank() ? SpeakerNames.UNKNOWN : shortened(speaker);
        unnamed += named.equals(SpeakerNames.UNKNOWN) ? 1 : 0;
        segments.add(new Segment(line, named, text.strip(), startMs, endMs));
    }

    /**
     * Somebody of whom the source knows more than a name. People go by their names; of two who share one, the second goes by name and id.
     *
     * @param id   by which the source tells people apart
     * @param name null if it only knows the id
     * @return how segments name them
     */
    String person(String id, @Nullable String name, Side side) {
        String known = keyOfId.get(id);
        if (known != null) {
            return known;
        }
        String wanted = shortened(name == null || name.isBlank() ? id : name.strip());
        String key = idOfKey.containsKey(wanted) ? shortened(wanted + " (" + id + ")") : wanted;
        keyOfId.put(id, key);
        idOfKey.put(key, id);
        draft.knows(key, SpeakerNames.clean(key), side);
        return key;
    }

    /** How people are named whom a recogniser only numbers; null where it does not. */
    static @Nullable String numbered(@Nullable String label) {
        return label == null ? null : label.matches("-?\\d{1,9}") ? "Speaker " + label : label;
    }

    private static String shortened(String name) {
        String oneLine = name.replaceAll("\\s+", " ").strip();
        return oneLine.length() > 200 ? oneLine.substring(0, 200) : oneLine;
    }

    Talk titled(@Nullable String title) {
        draft.titled(title);
        return this;
    }

    Talk startedAt(@Nullable Instant start) {
        draft.startedAt(start);
        return this;
    }

    Talk group(@Nullable String account) {
        draft.group(account);
        return this;
    }

    Talk extras(@Nullable String json) {
        draft.extras(json);
        return this;
    }

    Talk warn(String warning) {
        draft.warn(warning);
        return this;
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    ImportedCall finish() throws Unreadable {
        if (unnamed == segments.size() && unnamed > 0) {
            draft.warn(SpeakerNames.NOBODY_NAMED);
        } else if (unnamed > 0) {
            draft.warn(unnamed + (unnamed == 1 ? " piece names no speaker and stands" : " pieces name no speaker and stand")
                    + " under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        if (silent > 0) {
            draft.warn(silent + (silent == 1 ? " piece has no words and was" : " pieces have no words and were") + " left out.");
        }
        return draft.said(allTimed()).finish(line);
    }

    /** Where only some have no time, they take that of the piece before, so that the others still can be put in order. */
    private List<Segment> allTimed() {
        long without = segments.stream().filter(segment -> segment.startMs() == null).count();
        if (without == 0 || without == segments.size()) {
            return segments;
        }
        draft.warn(without + (without == 1 ? " piece has" : " pieces have") + " no time and took that of the piece before.");
        List<Segment> timed = new ArrayList<>(segments.size());
        long last = 0;
        for (Segment segment : segments) {
            Long start = segment.startMs();
            timed.add(start == null ? new Segment(segment.line(), segment.speaker(), segment.text(), last, null) : segment);
            last = start == null ? last : start;
        }
        return timed;
    }
}
