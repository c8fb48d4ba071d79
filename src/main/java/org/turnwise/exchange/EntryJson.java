package org.turnwise.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.merge.Entry;
import org.turnwise.annotation.merge.Stamp;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An edit as one line of JSON. Reading gives back what was written, or fails with what was expected. */
final class EntryJson {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_TEXT = 100_000;

    private EntryJson() {}

    static String write(Entry entry) {
        Stamp stamp = entry.stamp();
        ObjectNode line = JSON.createObjectNode();
        line.put("id", stamp.id().toString()).put("origin", stamp.origin().toString()).put("place", stamp.place()).put("clock", stamp.clock());
        ObjectNode seen = line.putObject("seen");
        new TreeMap<>(stamp.seen()).forEach((origin, place) -> seen.put(origin.toString(), place));
        line.put("cause", entry.cause().name());
        line.put("reverts", entry.reverts() == null ? null : entry.reverts().toString());
        line.put("what", entry.what()).put("annotator", entry.annotator()).put("at", entry.at().toString());
        write(entry.removed(), line.putArray("removed"));
        write(entry.added(), line.putArray("added"));
        return JSON.writeValueAsString(line);
    }

    private static void write(List<Annotation> annotations, ArrayNode array) {
        for (Annotation annotation : annotations) {
            ObjectNode object = array.addObject().put("id", annotation.id().toString());
            object.set("target", TargetJson.write(annotation.target()));
            object.put("kind", annotation.kind().name()).put("label", annotation.label()).put("text", annotation.text());
            object.put("annotator", annotation.annotator()).put("at", annotation.at().toString()).put("scheme", annotation.scheme());
        }
    }

    /** @throws BadBundle with what was expected, without the place */
    static Entry read(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            Map<UUID, Long> seen = new HashMap<>();
            required(json, "seen").properties().forEach(entry -> seen.put(UUID.fromString(entry.getKey()), number(entry.getValue(), "seen")));
            Stamp stamp = new Stamp(id(json, "id"), id(json, "origin"), number(required(json, "place"), "place"), number(required(json, "clock"),
                    "clock"), seen);
            JsonNode reverts = json.get("reverts");
            return new Entry(
                    stamp,
                    Edit.Cause.valueOf(text(json, "cause", LONGEST_NAME)),
                    reverts == null || reverts.isNull() ? null : UUID.fromString(reverts.asString()),
                    text(json, "what", LONGEST_TEXT),
                    annotations(required(json, "removed")),
                    annotations(required(json, "added")),
                    text(json, "annotator", LONGEST_NAME),
                    Instant.parse(text(json, "at", LONGEST_NAME)));
        } catch (JacksonException e) {
            throw new BadBundle("is not the JSON of an edit: " + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadBundle("is not an edit that this Turnwise knows: " + e.getMessage(), e);
        }
    }

    private static List<Annotation> annotations(JsonNode array) {
        List<Annotation> annotations = new ArrayList<>();
        for (JsonNode json : array) {
            annotations.add(new Annotation(
                    id(json, "id"),
                    TargetJson.read(required(json, "target")),
                    LabelKind.valueOf(text(json, "kind", LONGEST_NAME)),
                    text(json, "label", LONGEST_NAME),
                    optionalText(json.get("text")),
                    text(json, "annotator", LONGEST_NAME),
                    Instant.parse(text(json, "at", LONGEST_NAME)),
                    text(json, "scheme", LONGEST_NAME)));
        }
        return annotations;
    }

    private static @Nullable String optionalText(@Nullable JsonNode value) {
        return value == null || value.isNull() ? null : bounded(value, "text", LONGEST_TEXT);
    }

    private static UUID id(JsonNode json, String name) {
        return UUID.fromString(text(json, name, LONGEST_NAME));
    }

    static long number(JsonNode value, String name) {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() < 0) {
            throw new IllegalArgumentException(name + " should be a whole number from 0");
        }
        return value.asLong();
    }

    static String text(JsonNode json, String name, int longest) {
        return bounded(required(json, name), name, longest);
    }

    private static String bounded(JsonNode value, String name, int longest) {
        if (!value.isString() || value.asString().length() > longest) {
            throw new IllegalArgumentException(name + " should be text of no more than " + longest + " characters");
        }
        return value.asString();
    }

    static JsonNode required(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw new IllegalArgumentException("it has no " + name);
        }
        return value;
    }
}
