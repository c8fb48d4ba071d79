package org.turnwise.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.intake.roster.RosterChange;
import org.turnwise.intake.roster.RosterChanges;

final class H2RosterChanges implements RosterChanges {

    private static final String STANDING = """
            SELECT max(seq) FROM roster_changes
            WHERE takes_back IS NULL AND seq NOT IN (SELECT takes_back FROM roster_changes WHERE takes_back IS NOT NULL)""";

    private final Database database;

    H2RosterChanges(Database database) {
        this.database = database;
    }

    @Override
    public void append(RosterChange change) {
        database.write(handle -> append(handle, change, null));
    }

    @Override
    public void appendUndoing(RosterChange undoing) {
        database.write(handle -> append(handle, undoing, standingSeq(handle)
                .orElseThrow(() -> new IllegalStateException("there is no change of the roster to take back"))));
    }

    private static long append(Handle handle, RosterChange change, @Nullable Long takesBack) {
        long seq = handle.select("SELECT coalesce(max(seq), 0) + 1 FROM roster_changes").mapTo(Long.class).one();
        handle.execute("INSERT INTO roster_changes (seq, takes_back, made_by, made_at) VALUES (?, ?, ?, ?)", seq, takesBack, change.by(), change.at());
        PreparedBatch entries = handle.prepareBatch("INSERT INTO roster_change_entries (change_seq, place, name, comes) VALUES (?, ?, ?, ?)");
        int place = 0;
        for (String name : change.added()) {
            entries.add(seq, place++, name, true);
        }
        for (String name : change.removed()) {
            entries.add(seq, place++, name, false);
        }
        PreparedBatch sides = handle.prepareBatch("INSERT INTO roster_change_sides (change_seq, call_id, speaker, was, became) VALUES (?, ?, ?, ?, ?)");
        change.moved().forEach(one -> sides.add(seq, one.call().value(), one.participant(), one.from().name(), one.to().name()));
        for (PreparedBatch batch : List.of(entries, sides)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return seq;
    }

    @Override
    public Optional<RosterChange> standing() {
        return database.read(handle -> standingSeq(handle).map(seq -> of(handle, seq)));
    }

    private static Optional<Long> standingSeq(Handle handle) {
        return handle.select(STANDING).mapTo(Long.class).findOne();
    }

    @Override
    public List<RosterChange> history() {
        return database.read(handle -> handle.select("SELECT seq FROM roster_changes ORDER BY seq").mapTo(Long.class).list().stream()
                .map(seq -> of(handle, seq)).toList());
    }

    private static RosterChange of(Handle handle, long seq) {
        List<String> added = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        handle.select("SELECT name, comes FROM roster_change_entries WHERE change_seq = ? ORDER BY place", seq)
                .map((row, context) -> (row.getBoolean("comes") ? added : removed).add(row.getString("name"))).list();
        List<RosterChange.Moved> moved = handle.select("SELECT call_id, speaker, was, became FROM roster_change_sides WHERE change_seq = ?", seq)
                .map((row, context) -> new RosterChange.Moved(
                        new CallId(row.getString("call_id")), row.getString("speaker"), Side.valueOf(row.getString("was")),
                        Side.valueOf(row.getString("became"))))
                .list();
        return handle.select("SELECT made_by, made_at FROM roster_changes WHERE seq = ?", seq)
                .map((row, context) -> new RosterChange(added, removed, moved, row.getString("made_by"), row.getObject("made_at", Instant.class)))
                .one();
    }
}
