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
import org.turnwise.call.Side;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.SideWords;

/**
 * Whom a document of no known tool lists beside what was said: rows name speakers by number, and a list says who the number is and on which side. Found by
 * shape: objects in an array with the same value under some id, and a name or an address; or an object that gives each number a name.
 *
 * @param byId  for each field that holds ids, in letters and digits only, the names by id
 * @param sides by name, of those whose side is said
 */
record People(Map<String, Map<String, String>> byId, Map<String, Side> sides) {

    private static final List<String> NAMES = List.of("name", "displayName", "display_name", "fullName", "full_name", "speakerName", "speaker_name", "userName",
            "username", "label", "email", "userEmail", "emailAddress");
    private static final List<String> SIDES = List.of("affiliation", "side", "speakerType", "speaker_type", "participantType", "participant_type", "role",
            "type");
    private static final List<String> INSIDE = List.of("isInternal", "is_internal", "internal", "isRep", "is_rep", "isEmployee", "is_employee");
    private static final List<String> OUTSIDE = List.of("isExternal", "is_external", "external", "isCustomer", "is_customer");

    static People in(Value document) {
        People people = new People(new LinkedHashMap<>(), new HashMap<>());
        people.look(document, "", 0);
        return people;
    }

    /** @param called the name of the field that holds the value, or that holds the array it is in */
    private void look(Value value, String called, int depth) {
        if (depth > 8) {
            return;
        }
        if (value.isArray()) {
            value.each().stream().limit(2_000).forEach(element -> look(element, called, depth + 1));
        } else if (value.isObject()) {
            String name = name(value);
            if (name != null) {
                Side side = side(value, called);
                if (side != Side.OTHER) {
                    sides.putIfAbsent(name, side);
                }
            }
            if (givesNames(value, called)) {
                value.node().propertyNames().forEach(id -> byId.computeIfAbsent(called, key -> new HashMap<>()).put(id, String.valueOf(value.at(id).text())));
            }
            boolean outsidersApart = value.node().propertyNames().stream().anyMatch(field -> plain(field).startsWith("external") && value.at(field).isArray());
            for (String field : value.node().propertyNames()) {
                Value child = value.at(field);
                String id = child.text();
                String plain = plain(field);
                if (name != null && id != null && plain.endsWith("id") && !id.equals(name)) {
                    byId.computeIfAbsent(plain, key -> new HashMap<>()).putIfAbsent(id, name);
                } else if (child.node().isContainer()) {
                    look(child, outsidersApart && plain.equals("users") ? "internal" : plain, depth + 1);
                }
            }
        }
    }

    /** {@code "speakers": {"0": "Jo Bell"}} */
    private static boolean givesNames(Value value, String called) {
        return (called.contains("speaker") || called.contains("participant") || called.contains("names")) && value.node().size() > 0
                && value.node().propertyNames().stream().allMatch(id -> {
                    String name = value.at(id).text();
                    return id.length() <= 40 && name != null && name.length() <= 80 && name.codePoints().anyMatch(Character::isLetter);
                });
    }

    private static Side side(Value person, String called) {
        for (String field : INSIDE) {
            if (person.at(field).node().isBoolean()) {
                return person.at(field).node().asBoolean() ? Side.REP : Side.CUSTOMER;
            }
        }
        for (String field : OUTSIDE) {
            if (person.at(field).node().isBoolean()) {
                return person.at(field).node().asBoolean() ? Side.CUSTOMER : Side.REP;
            }
        }
        for (String field : SIDES) {
            String word = person.at(field).text();
            Side said = word == null || word.equalsIgnoreCase("user") ? Side.OTHER : SideWords.sideOf(word).orElse(Side.OTHER);
            if (said != Side.OTHER) {
                return said;
            }
        }
        return called.startsWith("external") || called.startsWith("customer") ? Side.CUSTOMER : called.startsWith("internal") ? Side.REP : Side.OTHER;
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
