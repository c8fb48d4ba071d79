package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a table of what the interfaces of CRMs answer: an array of objects, at the top or in {@code results}, {@code records}, {@code data} or {@code value},
 * or an object a line. What stands in {@code properties} counts as the record's own; other objects within it give columns such as {@code Account.Name}.
 */
final class JsonTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Where two of them are lists, the first here holds the records. */
    private static final List<String> LISTS = List.of("results", "records", "deals", "opportunities", "data", "value", "items");
    /** Where the one record of a webhook or of a single answer stands. */
    private static final List<String> ONE = List.of("current", "data");
    private static final Set<String> OWN = Set.of("properties");
    private static final Set<String> NOTHING = Set.of("attributes", "customfields", "custom_fields", "associations");
    private static final int MOST_DEPTH = 4;

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<RawTable.Row> rows = new ArrayList<>();
    private final List<Problem> broken = new ArrayList<>();

    private JsonTable() {}

    static boolean looksLike(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    static RawTable of(String text) throws Unreadable {
        JsonTable table = new JsonTable();
        table.read(text);
        if (table.rows.isEmpty()) {
            throw table.broken.isEmpty()
                    ? new Unreadable(1, "holds no records: expected an array of objects, at the top or in one of " + LISTS.stream().sorted().toList())
                    : new Unreadable(table.broken.getFirst().line(), table.broken.getFirst().reason());
        }
        return new RawTable(List.copyOf(table.columns.keySet()), 1, table.rows, table.broken, List.of(), '.');
    }

    private void read(String text) {
        int line = 1;
        try (JsonParser parser = JSON.createParser(text)) {
            boolean inList = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = parser.currentTokenLocation().getLineNr();
                if (token == JsonToken.START_ARRAY) {
                    inList = true;
                } else if (token == JsonToken.START_OBJECT) {
                    take(line, parser.readValueAsTree(), !inList);
                }
            }
        } catch (JacksonException e) {
            broken.add(new Problem(line, "is not JSON that can be read from here on: " + e.getOriginalMessage().lines().findFirst().orElse("damaged")));
        }
    }

    private void take(int line, JsonNode object, boolean top) {
        for (String list : LISTS) {
            if (top && object.get(list) != null && object.get(list).isArray()) {
                object.get(list).forEach(record -> row(line, record));
                return;
            }
        }
        row(line, ONE.stream().map(object::get).filter(one -> top && one != null && one.isObject()).findFirst().orElse(object));
    }

    private void row(int line, JsonNode record) {
        Map<Integer, String> cells = new LinkedHashMap<>();
        fill("", record, cells, 0);
        List<String> all = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            all.add(cells.getOrDefault(column, ""));
        }
        rows.add(new RawTable.Row(line, all));
    }

    private void fill(String path, JsonNode node, Map<Integer, String> cells, int depth) {
        for (var field : node.properties()) {
            JsonNode value = field.getValue();
            String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            if (value.isObject() && depth < MOST_DEPTH && !NOTHING.contains(field.getKey())) {
                fill(OWN.contains(field.getKey()) ? path : name, value, cells, depth + 1);
            } else if (value.isValueNode() && !value.isNull()) {
                cells.putIfAbsent(columns.computeIfAbsent(name, n -> columns.size()), value.asString(""));
            }
        }
    }
}
