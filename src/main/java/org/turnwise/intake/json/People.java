package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.mapping.Row;

/**
 * Whom a document of no known tool lists beside what was said: rows name speakers by number, and a list says who the number is. Found by shape: objects in an array with
 * the same value under some id, and a name or an address.
 *
 * @param byId for each field that holds ids, in letters and digits only, the names by id
 */
record People(Map<String, Map<String, String>> byId) {

    private static final List<String> NAMES = List.of("name", "displayName", "display_name", "fullName", "full_name", "speakerName", "speaker_name", "userName", "username",
            "label", "email", "userEmail", "emailAddress");

    static People in(Value document) {
        People people = new People(new LinkedHashMap<>());
        people.look(document, 0);
        return people;
    }

    private void look(Value value, int depth) {
        if (depth > 8) {
            return;
        }
        if (value.isArray()) {
            value.each().stream().limit(2_000).forEach(element -> look(element, depth + 1));
        } else if (value.isObject()) {
            String name = name(value);
            for (String field : value.node().propertyNames()) {
                Value child = value.at(field);
                String id = child.text();
                String plain = plain(field);
                if (name != null && id != null && plain.endsWith("id") && !id.equals(name)) {
                    byId.computeIfAbsent(plain, key -> new HashMap<>()).putIfAbsent(id, name);
                } else if (child.node().isContainer()) {
                    look(child, depth + 1);
                }
            }
        }
    }

    private static @Nullable String name(Value person) {
        for (String field : NAMES) {
            String name = person.at(field).text();
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static String plain(String field) {
        return field.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** The rows with names in place of the numbers in this field; empty if the document names none of its speakers elsewhere, or two of them alike. */
    Optional<List<Row>> named(List<Row> rows, @Nullable String speaker) {
        if (speaker == null) {
            return Optional.empty();
        }
        Set<String> ids = new LinkedHashSet<>();
        rows.forEach(row -> {
            String id = row.get(speaker);
            if (id != null) {
                ids.add(id);
            }
        });
        String called = plain(speaker.substring(speaker.lastIndexOf('.') + 1));
        List<Map<String, String>> lists = new ArrayList<>();
        byId.forEach((field, names) -> lists.add(field.equals(called) ? 0 : lists.size(), names));
        return lists.stream().filter(names -> fits(names, ids)).findFirst().map(names -> rows.stream().map(row -> renamed(row, speaker, names)).toList());
    }

    private static boolean fits(Map<String, String> names, Set<String> ids) {
        List<String> found = ids.stream().map(names::get).filter(name -> name != null).toList();
        return !found.isEmpty() && found.size() * 2 >= ids.size() && Set.copyOf(found).size() == found.size();
    }

    private static Row renamed(Row row, String speaker, Map<String, String> names) {
        String id = row.get(speaker);
        Map<String, String> fields = new LinkedHashMap<>(row.fields());
        if (id != null) {
            fields.put(speaker, names.getOrDefault(id, id));
        }
        return new Row(row.line(), fields);
    }
}
