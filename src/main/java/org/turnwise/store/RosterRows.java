package org.turnwise.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;

/** Who is known to sell, and which sides were settled after calls came in. */
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

    /** The latest decision about each participant, but for those that {@code leftOut} made. */
    List<SideAssignment> decidedSides(String leftOut) {
        return database.read(handle -> handle.select(
                        """
                        SELECT call_id, speaker, side, made_by, made_at FROM side_assignments
                        WHERE made_by <> ? AND seq IN (SELECT max(seq) FROM side_assignments GROUP BY call_id, speaker) ORDER BY seq""", leftOut)
                .map((row, context) -> new SideAssignment(
                        new CallId(row.getString("call_id")), row.getString("speaker"), Side.valueOf(row.getString("side")), row.getString("made_by"),
                        row.getObject("made_at", Instant.class)))
                .list());
    }
}
