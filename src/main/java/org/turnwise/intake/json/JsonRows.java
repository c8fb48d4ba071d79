package org.turnwise.intake.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.Unreadable;

/**
 * The arrays of objects in a document, by path as a mapping names it: each object a row, with what stands in the row around it. What a person sees of a file
 * of no known tool.
 */
public final class JsonRows {

    /** Enough rows to tell by what their fields mean. */
    static final int FIRST = 200;

    private static final int MOST_DEPTH = 12;
    private static final int MOST_PATHS = 200;
    private static final int DEEPEST_FIELD = 3;
    private static final Set<String> OWN_TIMES = Set.of(
            "start", "start_time", "startTime", "start_ms", "startMs", "begin", "time", "timestamp", "offset", "from");

    /** @param around the row that the array stands in; null at the top */
    private record Found(Value row, @Nullable Value around) {}

    private final Map<String, List<Found>> byPath = new LinkedHashMap<>();

    private JsonRows() {}

    /**
     * The rows of a file.
     *
     * @throws Unreadable  if it is no JSON, or cut off
     * @throws IOException if it can't be read
     */
    public static JsonRows of(InputFile file) throws IOException, Unreadable {
        List<Value> values = new ArrayList<>();
        try (JsonItems items = JsonItems.of(JsonItems.source(file))) {
            for (Value item = items.next(); item != null; item = items.next()) {
                values.add(item);
            }
            return of(values.size() == 1 && !items.isArray() ? values.getFirst() : Value.array(values));
        }
    }

    static JsonRows of(Value document) {
        JsonRows rows = new JsonRows();
        rows.look(document, "", null, 0);
        return rows;
    }

    private void look(Value value, String path, @Nullable Value around, int depth) {
        if (depth > MOST_DEPTH) {
            return;
        }
        if (value.isArray()) {
            for (Value element : value.each()) {
                if (element.isObject() && (byPath.containsKey(path + "[]") || byPath.size() < MOST_PATHS)) {
                    byPath.computeIfAbsent(path + "[]", key -> new ArrayList<>()).add(new Found(element, around));
                    within(element, path + "[].", element, depth);
                }
            }
        } else if (isNumbered(value)) {
            for (String number : value.node().propertyNames()) {
                Value element = value.at(number);
                byPath.computeIfAbsent(path + "[]", key -> new ArrayList<>()).add(new Found(element, around));
                within(element, path + "[].", element, depth);
            }
        } else if (value.isObject()) {
            within(value, path.isEmpty() ? "" : path + ".", around, depth);
        }
    }

    /** Some programs write an array as an object whose names count. */
    private static boolean isNumbered(Value value) {
        return value.isObject() && value.node().size() >= 2
                && value.node().propertyNames().stream()
                        .allMatch(name -> name.length() <= 6 && name.chars().allMatch(Character::isDigit) && value.at(name).isObject());
    }

    private void within(Value object, String prefix, @Nullable Value around, int depth) {
        for (String name : object.node().propertyNames()) {
            Value child = object.at(name);
            if (child.node().isContainer()) {
                look(child, prefix + name, around, depth + 1);
            }
        }
    }

    /** In the order of the file. */
    public List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /** At most so many of the rows at a path, flat. */
    public List<Row> rows(String path, int most) {
        List<Row> rows = new ArrayList<>();
        for (Found found : byPath.getOrDefault(path, List.of())) {
            if (rows.size() == most) {
                break;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            flatten(found.row(), "", fields, 0);
            putTimesOfWords(found.row(), fields);
            if (found.around() != null) {
                flatten(found.around(), "../", fields, 0);
            }
            rows.add(new Row(found.row().line(), fields));
        }
        return rows;
    }

    /** The array whose rows are the clearest; of those that are as clear, the one that says more. */
    public Optional<MappingGuess> guess() {
        MappingGuess best = null;
        long mostSaid = -1;
        for (String path : paths()) {
            List<Row> first = rows(path, FIRST);
            Optional<MappingGuess> guess = MappingGuess.of(path, first);
            if (guess.isPresent()) {
                String text = guess.get().profile().text();
                long said = first.stream().mapToLong(row -> row.fields().getOrDefault(text, "").length()).sum();
                if (best == null || guess.get().confidence() > best.confidence() || guess.get().confidence() == best.confidence() && said > mostSaid) {
                    best = guess.get();
                    mostSaid = said;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** Where a row has no time of its own, but its words have, it begins with the first and ends with the last. */
    private static void putTimesOfWords(Value row, Map<String, String> fields) {
        Value words = row.at("words");
        if (!words.isArray() || fields.keySet().stream().anyMatch(OWN_TIMES::contains)) {
            return;
        }
        String start = words.head().first("start", "start_time", "startTime").text();
        List<Value> each = words.each();
        String end = each.isEmpty() ? null : each.getLast().first("end", "end_time", "endTime").text();
        if (start != null) {
            fields.put("words.start", start);
        }
        if (start != null && end != null) {
            fields.put("words.end", end);
        }
    }

    /** A beginning and an end, of which the end may be open. */
    private static boolean isPair(Value value) {
        boolean two = value.isArray() && value.node().size() == 2;
        return two && value.node().get(0).isNumber() && (value.node().get(1).isNumber() || value.node().get(1).isNull());
    }

    private static void putPair(String name, Value pair, Map<String, String> fields) {
        fields.put(name + ".start", pair.node().get(0).asString());
        if (pair.node().get(1).isNumber()) {
            fields.put(name + ".end", pair.node().get(1).asString());
        }
    }

    private static void flatten(Value object, String prefix, Map<String, String> fields, int depth) {
        for (String name : object.node().propertyNames()) {
            Value child = object.at(name);
            String text = child.text();
            if (text != null) {
                fields.put(prefix + name, text);
            } else if (isPair(child)) {
                putPair(prefix + name, child, fields);
            } else if (child.isObject() && depth < DEEPEST_FIELD) {
                flatten(child, prefix + name + ".", fields, depth + 1);
            }
        }
    }
}
