package org.turnwise.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fields of a JSON object, each read as what it must be; what is otherwise is said with its path and line.
 *
 * @param path     where the object stands in its line, ending in a dot unless empty
 * @param warnings takes what was set right
 */
record Fields(ObjectNode object, int line, String path, List<String> warnings) {

    boolean has(String name) {
        JsonNode node = object.get(name);
        return node != null && !node.isNull();
    }

    Unreadable wrong(String name, String what) {
        return new Unreadable(line, "\"" + path + name + "\" " + what);
    }

    /** Never blank. */
    String text(String name) throws Unreadable {
        String text = optionalText(name);
        if (text == null) {
            throw wrong(name, "is missing");
        }
        if (text.isBlank()) {
            throw wrong(name, "is blank");
        }
        return text;
    }

    @Nullable String optionalText(String name) throws Unreadable {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw wrong(name, "must be text, not " + Unreadable.shown(node.toString()));
        }
        return sayable(node.asString(), name);
    }

    /** An id may be a whole number too. */
    String idText(String name) throws Unreadable {
        JsonNode node = object.get(name);
        return node != null && node.isIntegralNumber() ? node.asString() : text(name);
    }

    <E extends Enum<E>> E name(String name, Class<E> type) throws Unreadable {
        String text = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw wrong(name, "is \"" + Unreadable.shown(text) + "\", but must be one of " + Arrays.toString(type.getEnumConstants()));
    }

    UUID uuid(String name) throws Unreadable {
        String text = text(name);
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(line, "\"" + path + name + "\" is \"" + Unreadable.shown(text) + "\", but must be a UUID", e);
        }
    }

    Instant instant(String name) throws Unreadable {
        String text = text(name);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Unreadable(line, "\"" + path + name + "\" is \"" + Unreadable.shown(text) + "\", but must be a time such as 2026-03-14T09:30:00Z", e);
        }
    }

    @Nullable Instant optionalInstant(String name) throws Unreadable {
        return has(name) ? instant(name) : null;
    }

    /** NaN or infinite. */
    static boolean isNaN(JsonNode node) {
        return node instanceof NumericNode number && number.isNaN();
    }

    /** Seconds as milliseconds, to the nearest. */
    @Nullable Long optionalMillis(String name) throws Unreadable {
        if (!has(name)) {
            return null;
        }
        JsonNode node = object.get(name);
        if (node == null || !node.isNumber() || isNaN(node)) {
            throw wrong(name, "must be seconds as a number, or null, not " + Unreadable.shown(String.valueOf(node)));
        }
        BigDecimal seconds = node.decimalValue();
        if (seconds.signum() < 0 || seconds.compareTo(ConversationParser.mostSeconds()) > 0) {
            throw wrong(name, "is " + Unreadable.shown(seconds.toString()) + ", but must be seconds from 0 to " + ConversationParser.mostSeconds());
        }
        if (seconds.precision() - seconds.scale() < -4) {
            return 0L; // 1e-999999999 would take for ever to round
        }
        return seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    @Nullable Integer optionalCount(String name) throws Unreadable {
        if (!has(name)) {
            return null;
        }
        JsonNode node = object.get(name);
        if (node == null || !node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
            throw wrong(name, "must be a whole number from 0, not " + Unreadable.shown(String.valueOf(node)));
        }
        return node.asInt();
    }

    List<Integer> counts(String name) throws Unreadable {
        if (!(object.get(name) instanceof ArrayNode array)) {
            throw wrong(name, "must be an array of whole numbers");
        }
        List<Integer> counts = new ArrayList<>(array.size());
        for (JsonNode node : array) {
            if (!node.isIntegralNumber() || !node.canConvertToInt() || node.asInt() < 0) {
                throw wrong(name, "must hold whole numbers from 0, not " + Unreadable.shown(node.toString()));
            }
            counts.add(node.asInt());
        }
        return counts;
    }

    List<Fields> objects(String name) throws Unreadable {
        if (!has(name)) {
            throw wrong(name, "is missing");
        }
        return optionalObjects(name);
    }

    List<Fields> optionalObjects(String name) throws Unreadable {
        if (!has(name)) {
            return List.of();
        }
        if (!(object.get(name) instanceof ArrayNode array)) {
            throw wrong(name, "must be an array of objects");
        }
        return ConversationParser.each(array, line, path + name, warnings);
    }

    /** Half a surrogate pair can't be stored as text, and NUL ends it. */
    private String sayable(String text, String name) {
        boolean sound = true;
        for (int i = 0; i < text.length() && sound; i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
            sound = c != 0 && (pair || !Character.isSurrogate(c));
            i += pair ? 1 : 0;
        }
        if (sound) {
            return text;
        }
        warnings.add("\"" + path + name + "\" holds broken characters; they were replaced.");
        StringBuilder repaired = new StringBuilder();
        text.codePoints().map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c).forEach(repaired::appendCodePoint);
        return repaired.toString();
    }
}
