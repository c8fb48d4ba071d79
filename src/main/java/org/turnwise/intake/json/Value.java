package org.turnwise.intake.json;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Entities;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Timestamps;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.NumericNode;

/**
 * A JSON value and where it stands, so that what is wrong with it can be said with its place.
 *
 * @param node   missing where the document says nothing
 * @param parent that it stands in; null at the top
 * @param step   from there: a name, or an index in brackets; empty at the top
 * @param line   where in the file the document begins, from 1
 */
record Value(JsonNode node, @Nullable Value parent, String step, int line) {

    static Value document(JsonNode node, int line) {
        return new Value(node, null, "", line);
    }

    /** Values that stood one after the other, as one array. */
    static Value array(List<Value> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
        items.forEach(item -> array.add(item.node()));
        return document(array, items.isEmpty() ? 1 : items.getFirst().line());
    }

    Value at(String name) {
        JsonNode child = node.get(name);
        return new Value(child == null ? MissingNode.getInstance() : child, this, name, line);
    }

    /** The first of these that says something; missing if none does. */
    Value first(String... names) {
        for (String name : names) {
            if (has(name)) {
                return at(name);
            }
        }
        return at(names[0]);
    }

    /** Whether the name is there with anything but null. */
    boolean has(String name) {
        JsonNode child = node.get(name);
        return child != null && !child.isNull();
    }

    boolean isThere() {
        return !node.isMissingNode() && !node.isNull();
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isArray() {
        return node.isArray();
    }

    /** The elements of an array; none of anything else. */
    List<Value> each() {
        List<Value> elements = new ArrayList<>(node.isArray() ? node.size() : 0);
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new Value(node.get(i), this, "[" + i + "]", line));
        }
        return elements;
    }

    /** The elements of the array that must be here. */
    List<Value> rows() throws Unreadable {
        if (!node.isArray()) {
            throw wrong("must be an array, not " + shown());
        }
        return each();
    }

    /** The first element, or missing. */
    Value head() {
        return node.isArray() && !node.isEmpty() ? new Value(node.get(0), this, "[0]", line) : new Value(MissingNode.getInstance(), this, "[0]", line);
    }

    /** A text or number as text, readable and storable; null where there is neither, or only space. */
    @Nullable String text() {
        if (!node.isString() && !node.isNumber()) {
            return null;
        }
        String text = node.isString() ? tidied(node.stringValue()) : node.asString();
        return text.isBlank() ? null : text.strip();
    }

    /** As {@link #text()}, but with the space around it, which tells words apart in some formats. */
    @Nullable String verbatim() {
        return node.isString() ? tidied(node.stringValue()) : null;
    }

    boolean says(String text) {
        return node.isString() && node.stringValue().equalsIgnoreCase(text);
    }

    /**
     * When something was said, in milliseconds; null where the value is null, missing, NaN or blank. Negative times are handed on.
     *
     * @throws Unreadable if it is no time
     */
    @Nullable Long time(TimeScale scale) throws Unreadable {
        boolean notANumber = node instanceof NumericNode number && number.isNaN();
        if (node.isNull() || node.isMissingNode() || notANumber || node.isString() && saysNothing(node.stringValue())) {
            return null;
        }
        OptionalLong millis = node.isNumber() ? scale.millis(node.decimalValue())
                : node.isString() ? scale.millis(node.stringValue())
                : node.isObject() ? ofParts()
                : OptionalLong.empty();
        if (millis.isEmpty()) {
            throw wrong("is " + shown() + ", but must be a time within the call, in " + scale.name().toLowerCase(Locale.ROOT));
        }
        return millis.getAsLong();
    }

    /** The {@link #time} under a name, where a bare number counts seconds. */
    @Nullable Long seconds(String name) throws Unreadable {
        return at(name).time(TimeScale.SECONDS);
    }

    /** The {@link #time} under a name, where a bare number counts milliseconds. */
    @Nullable Long millis(String name) throws Unreadable {
        return at(name).time(TimeScale.MILLISECONDS);
    }

    private static boolean saysNothing(String time) {
        return time.isBlank() || time.strip().equalsIgnoreCase("nan") || time.strip().equalsIgnoreCase("null");
    }

    /** As client libraries of Google write a duration: whole seconds, which may be text, and nanoseconds. */
    private OptionalLong ofParts() {
        OptionalLong seconds = part("seconds", 3);
        OptionalLong nanos = part("nanos", -6);
        boolean sound = seconds.isPresent() && nanos.isPresent() && seconds.getAsLong() <= TimeScale.MOST_MILLIS;
        return sound ? OptionalLong.of(seconds.getAsLong() + nanos.getAsLong()) : OptionalLong.empty();
    }

    private OptionalLong part(String name, int shift) {
        JsonNode part = node.get(name);
        if (part == null || part.isNull()) {
            return OptionalLong.of(0);
        }
        boolean number = part.isIntegralNumber() && part.canConvertToLong() || part.isString() && part.stringValue().matches("\\d{1,12}");
        return number ? OptionalLong.of(new BigDecimal(part.asString()).movePointRight(shift).longValue()) : OptionalLong.empty();
    }

    /** A moment, as {@link Timestamps} reads it; null if it is none. */
    @Nullable Instant instant() {
        String text = text();
        return text == null ? null : Timestamps.instant(text);
    }

    Unreadable wrong(String what) {
        return new Unreadable(line, "\"" + path() + "\" " + what);
    }

    String path() {
        String above = parent == null ? "" : parent.path();
        return above.isEmpty() || step.startsWith("[") ? above + step : above + "." + step;
    }

    private String shown() {
        if (node.isMissingNode()) {
            return "missing";
        }
        return node.isContainer() ? node.isArray() ? "an array" : "an object" : Unreadable.shown(node.toString());
    }

    /** Entities decoded; without marks that nobody sees, NUL, and halves of surrogate pairs, which can't be stored. */
    private static String tidied(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= ' ' && c < 0x7F && c != '&';
        }
        if (plain) {
            return text;
        }
        StringBuilder sound = new StringBuilder(text.length());
        Entities.decode(text).codePoints().filter(c -> c != 0xFEFF && c != 0x200B && c != 0x200E && c != 0x200F)
                .map(c -> c == 0 || c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c == '\r' || c == '\n' ? ' ' : c)
                .forEach(sound::appendCodePoint);
        return Normalizer.normalize(sound, Normalizer.Form.NFC);
    }
}
