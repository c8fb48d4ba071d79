package org.turnwise.intake.cues;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Segment;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Teams transcript with metadata: the payload of every cue is a JSON object with speaker, words and the time on the clock.
 *
 * @param startedAt when the call began, from the first cue that says so
 */
record TeamsMetadata(List<Segment> segments, @Nullable Instant startedAt, List<String> warnings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static boolean isIn(List<Cue> cues) {
        return cues.stream().filter(cue -> cue.text().startsWith("{") && cue.text().contains("\"speakerName\"")).count() * 2 > cues.size();
    }

    static TeamsMetadata of(List<Cue> cues) throws Unreadable {
        List<Segment> segments = new ArrayList<>();
        Instant startedAt = null;
        int unnamed = 0;
        int silent = 0;
        for (Cue cue : cues) {
            JsonNode said = object(cue);
            String text = textOf(said, "spokenText");
            String speaker = textOf(said, "speakerName");
            unnamed += speaker.isEmpty() ? 1 : 0;
            silent += text.isEmpty() ? 1 : 0;
            segments.add(new Segment(cue.line(), speaker.isEmpty() ? SpeakerNames.UNKNOWN : speaker, text, cue.startMs(), cue.endMs()));
            startedAt = startedAt == null ? startOf(said, cue) : startedAt;
        }
        List<String> warnings = new ArrayList<>();
        if (unnamed > 0) {
            warnings.add(unnamed + (unnamed == 1 ? " cue names no speaker and stands" : " cues name no speaker and stand")
                    + " under \"" + SpeakerNames.UNKNOWN + "\".");
        }
        if (silent > 0) {
            warnings.add(silent + (silent == 1 ? " cue has no words and was" : " cues have no words and were") + " left out.");
        }
        return new TeamsMetadata(segments, startedAt, warnings);
    }

    private static JsonNode object(Cue cue) throws Unreadable {
        try {
            JsonNode node = JSON.readTree(cue.text());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw new Unreadable(cue.line() + 1, "expected the words of the cue as one JSON object, as in the cues before it; the file is damaged or cut off",
                    e);
        }
        throw new Unreadable(cue.line() + 1, "expected the words of the cue as one JSON object, but found \"" + Unreadable.shown(cue.text()) + "\"");
    }

    private static String textOf(JsonNode said, String field) {
        JsonNode node = said.get(field);
        return node == null || !node.isString() ? "" : node.stringValue().replaceAll("\\s+", " ").strip();
    }

    private static @Nullable Instant startOf(JsonNode said, Cue cue) {
        try {
            return OffsetDateTime.parse(textOf(said, "startDateTime")).toInstant().minusMillis(cue.startMs());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
