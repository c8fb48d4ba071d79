package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.mapping.Row;

/** The arrays of objects in a document, by path: each object a row, with what stands in the row around it. */
final class JsonRows {

    private static final int MOST_DEPTH = 12;
    private static final int MOST_PATHS = 200;
    private static final int DEEPEST_FIELD = 3;

    /** @param around the row that the array stands in; null at the top */
    private record Found(Value row, @Nullable Value around) {}

    private final Map<String, List<Found>> byPath = new LinkedHashMap<>();

    private JsonRows() {}

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
        } else if (value.isObject()) {
            within(value, path.isEmpty() ? "" : path + ".", around, depth);
        }
    }

    private void within(Value object, String prefix, @Nullable Value around, int depth) {
        for (String name : object.node().propertyNames()) {
            Value child = object.at(name);
            if (child.node().isContainer()) {
                look(child, prefix + name, around, depth + 1);
            }
        }
    }

    List<String> paths() {
        return List.copyOf(byPath.keySet());
    }

    /** At most so many of the rows at a path, flat. */
    List<Row> rows(String path, int most) {
        List<Row> rows = new ArrayList<>();
        for (Found found : byPath.getOrDefault(path, List.of())) {
            if (rows.size() == most) {
                break;
            }
            Map<String, String> fields = new LinkedHashMap<>();
            flatten(found.row(), "", fields, 0);
            if (found.around() != null) {
                flatten(found.around(), "../", fields, 0);
            }
            rows.add(new Row(found.row().line(), fields));
        }
        return rows;
    }

    private static void flatten(Value object, String prefix, Map<String, String> fields, int depth) {
        for (String name : object.node().propertyNames()) {
            Value child = object.at(name);
            String text = child.text();
            if (text != null) {
                fields.put(prefix + name, text);
            } else if (child.isObject() && depth < DEEPEST_FIELD) {
                flatten(child, prefix + name + ".", fields, depth + 1);
            }
        }
    }
}
