package org.turnwise.store;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who is known to sell. */
final class RosterRows {

    private final Database database;

    RosterRows(Database database) {
        this.database = database;
    }

    Map<String, String> entries() {
        Map<String, String> roster = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        database.read(handle -> handle.select("SELECT name, made_by FROM rep_roster")
                        .map((row, context) -> Map.entry(row.getString("name"), row.getString("made_by")))
                        .list())
                .forEach(entry -> roster.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(roster);
    }

    void add(String entry, String by) {
        String stripped = entry.strip();
        if (stripped.isEmpty()) {
            throw new IllegalArgumentException("a name on the roster can't be blank");
        }
        database.write(handle -> handle.execute(
                "MERGE INTO rep_roster (folded, name, made_by) KEY (folded) VALUES (?, ?, ?)", stripped.toLowerCase(Locale.ROOT), stripped, by));
    }

    void remove(String entry) {
        database.write(handle -> handle.execute("DELETE FROM rep_roster WHERE folded = ?", entry.strip().toLowerCase(Locale.ROOT)));
    }
}
