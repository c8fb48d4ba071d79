package org.turnwise.intake.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table, or an object of a JSON array made flat.
 *
 * @param line   where it stands in the file, from 1
 * @param fields without those that are empty
 */
public record Row(int line, Map<String, String> fields) {

    public Row {
        fields = new LinkedHashMap<>(fields); // keeps the order of the file
    }

    /** Null if the row leaves it empty, or no field is meant. */
    public @Nullable String get(@Nullable String field) {
        String value = field == null ? null : fields.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
