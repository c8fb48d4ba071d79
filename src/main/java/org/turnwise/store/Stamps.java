package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.merge.Stamp;

/** Stamps of edits as columns of the journal. */
final class Stamps {

    private Stamps() {}

    static UUID origin(Handle handle) {
        return handle.select("SELECT id FROM origin").mapTo(UUID.class).one();
    }

    /** For an edit that is made here, now. */
    static Stamp next(Handle handle) {
        UUID origin = origin(handle);
        Map<UUID, Long> known = new HashMap<>();
        handle.select("SELECT origin, place FROM known_origins")
                .map((row, context) -> Map.entry(row.getObject("origin", UUID.class), row.getLong("place")))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        Long before = known.remove(origin);
        long clock = handle.select("SELECT COALESCE(MAX(clock), 0) + 1 FROM edits").mapTo(Long.class).one();
        return new Stamp(UUID.randomUUID(), origin, before == null ? 1 : before + 1, clock, known);
    }

    static void remember(Handle handle, Stamp stamp) {
        if (handle.execute("UPDATE known_origins SET place = GREATEST(place, ?) WHERE origin = ?", stamp.place(), stamp.origin()) == 0) {
            handle.execute("INSERT INTO known_origins (origin, place) VALUES (?, ?)", stamp.origin(), stamp.place());
        }
    }

    static <S extends SqlStatement<S>> S bind(S statement, Stamp stamp) {
        return statement
                .bind("id", stamp.id())
                .bind("origin", stamp.origin())
                .bind("originPlace", stamp.place())
                .bind("clock", stamp.clock())
                .bind("seen", seen(stamp));
    }

    static Stamp read(ResultSet row) throws SQLException {
        return new Stamp(
                row.getObject("id", UUID.class), row.getObject("origin", UUID.class), row.getLong("origin_place"), row.getLong("clock"),
                        seen(row.getString("seen")));
    }

    private static @Nullable String seen(Stamp stamp) {
        return stamp.seen().isEmpty()
                ? null
                : new TreeMap<>(stamp.seen()).entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue()).collect(Collectors.joining(" "));
    }

    private static Map<UUID, Long> seen(@Nullable String column) {
        Map<UUID, Long> seen = new HashMap<>();
        if (column != null) {
            for (String entry : column.split(" ")) {
                int colon = entry.indexOf(':');
                seen.put(UUID.fromString(entry.substring(0, colon)), Long.valueOf(entry.substring(colon + 1)));
            }
        }
        return seen;
    }
}
