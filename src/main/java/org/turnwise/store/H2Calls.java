package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.turnwise.annotation.Edit;
import org.turnwise.call.Call;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.call.ContentHash;
import org.turnwise.call.SideAssignment;
import org.turnwise.call.Turn;

final class H2Calls implements CallRepository {

    private static final int CALLS_AT_A_TIME = 50;
    private static final int LONGEST_TURN = 1_000_000;
    private static final int IDS_AT_A_TIME = 500;
    private static final String SUMMARY =
            "SELECT id, title, rep, started_at, imported_at, turn_count, sides_settled, format, source_name FROM calls";

    private final Database database;
    private final Clock clock;
    private final RosterRows roster;

    H2Calls(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.roster = new RosterRows(database);
    }

    @Override
    public Added add(Call call, Runnable alongside) {
        refuseEndlessTurns(call);
        String hash = ContentHash.of(call.turns());
        return database.write(handle -> {
            if (exists(handle, "SELECT 1 FROM calls WHERE content_hash = ?", hash)) {
                return Added.DUPLICATE;
            }
            if (exists(handle, "SELECT 1 FROM calls WHERE id = ?", call.id().value())) {
                return Added.ID_TAKEN;
            }
            CallRows.store(handle, call, hash, clock.instant());
            alongside.run();
            return Added.STORED;
        });
    }

    @Override
    public void atOnce(Runnable writes) {
        database.write(handle -> {
            writes.run();
            return handle;
        });
    }

    private static void refuseEndlessTurns(Call call) {
        for (Turn turn : call.turns()) {
            if (turn.text().length() > LONGEST_TURN) {
                throw new IllegalArgumentException("turn " + turn.ordinal() + " has " + turn.text().length()
                        + " characters, and a turn may have " + LONGEST_TURN + "; see whether the transcript's turns were told apart");
            }
        }
    }

    private static boolean exists(Handle handle, String sql, String argument) {
        return handle.select(sql, argument).mapTo(Integer.class).findFirst().isPresent();
    }

    @Override
    public Optional<CallId> withContent(String contentHash) {
        return database.read(handle ->
                handle.select("SELECT id FROM calls WHERE content_hash = ?", contentHash).mapTo(String.class).findOne().map(CallId::new));
    }

    @Override
    public Optional<Call> find(CallId id) {
        return database.read(handle -> CallRows.find(handle, id));
    }

    @Override
    public List<CallSummary> summaries() {
        Map<String, String> words = new HashMap<>();
        return database.read(handle -> handle.select(SUMMARY + " ORDER BY imported_at DESC, id")
                .map((row, context) -> summary(row, words))
                .list());
    }

    @Override
    public Since since(Mark mark) {
        return database.read(handle -> {
            // before the rows, so that what is written in between is seen the next time
            Mark now = new Mark(last(handle, "SELECT COALESCE(MAX(no), 0) FROM calls"), last(handle, "SELECT COALESCE(MAX(seq), 0) FROM side_assignments"));
            if (now.equals(mark)) {
                return new Since(now, List.of());
            }
            Map<CallId, CallSummary> changed = new HashMap<>();
            Map<String, String> words = new HashMap<>();
            handle.select(SUMMARY + " WHERE no > ?", mark.call()).map((row, context) -> summary(row, words)).forEach(call -> changed.put(call.id(), call));
            if (mark.call() > 0) {
                handle.select(SUMMARY + " WHERE no <= ? AND id IN (SELECT call_id FROM side_assignments WHERE seq > ?)", mark.call(), mark.assignment())
                        .map((row, context) -> summary(row, words))
                        .forEach(call -> changed.put(call.id(), call));
            }
            return new Since(now, List.copyOf(changed.values()));
        });
    }

    private static long last(Handle handle, String sql) {
        return handle.select(sql).mapTo(Long.class).one();
    }

    /** @param words of which many calls have the same, each kept once */
    private static CallSummary summary(ResultSet row, Map<String, String> words) throws SQLException {
        String rep = row.getString("rep");
        String format = row.getString("format");
        String source = row.getString("source_name");
        return new CallSummary(
                new CallId(row.getString("id")),
                row.getString("title"),
                rep == null ? null : words.computeIfAbsent(rep, word -> word),
                row.getObject("started_at", Instant.class),
                row.getObject("imported_at", Instant.class),
                row.getInt("turn_count"),
                row.getBoolean("sides_settled"),
                words.computeIfAbsent(format, word -> word),
                words.computeIfAbsent(source, word -> word));
    }

    @Override
    public List<CallHeader> headers() {
        return database.read(CallRows::headers);
    }

    /** Visits outside any transaction: a visitor may take its time, and may write. */
    @Override
    public void forEach(Consumer<Call> visitor) {
        visit(database.read(handle -> handle.select("SELECT no FROM calls ORDER BY id").mapTo(Long.class).list()), visitor);
    }

    @Override
    public void forEach(Collection<CallId> some, Consumer<Call> visitor) {
        List<String> ids = some.stream().map(CallId::value).sorted().toList();
        List<Long> numbers = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += IDS_AT_A_TIME) {
            List<String> part = ids.subList(from, Math.min(from + IDS_AT_A_TIME, ids.size()));
            numbers.addAll(database.read(handle -> handle.createQuery("SELECT no FROM calls WHERE id IN (<ids>) ORDER BY id")
                    .bindList("ids", part)
                    .mapTo(Long.class)
                    .list()));
        }
        visit(numbers, visitor);
    }

    private void visit(List<Long> all, Consumer<Call> visitor) {
        for (int from = 0; from < all.size(); from += CALLS_AT_A_TIME) {
            List<Long> some = all.subList(from, Math.min(from + CALLS_AT_A_TIME, all.size()));
            database.read(handle -> CallRows.load(handle, some)).forEach(visitor);
        }
    }

    @Override
    public int count() {
        return database.read(handle -> handle.select("SELECT COUNT(*) FROM calls").mapTo(Integer.class).one());
    }

    @Override
    public Set<CallId> leftOut() {
        return Set.copyOf(database.read(handle -> handle.select("""
                        SELECT DISTINCT left_out FROM duplicate_decisions d WHERE left_out IS NOT NULL
                        AND seq = (SELECT MAX(seq) FROM duplicate_decisions e WHERE e.one = d.one AND e.other = d.other)""")
                .mapTo(String.class)
                .map(CallId::new)
                .list()));
    }

    @Override
    public void assignSides(Collection<SideAssignment> assignments) {
        if (!assignments.isEmpty()) {
            database.write(handle -> {
                Set<CallId> touched = SideRows.assign(handle, assignments);
                H2FinishedFeatures.forget(handle, touched);
                return touched.size();
            });
        }
    }

    @Override
    public List<SideAssignment> decidedSides() {
        return database.read(handle -> SideRows.decided(handle, Edit.BY_IMPORT));
    }

    @Override
    public Map<String, String> repRoster() {
        return roster.entries();
    }

    @Override
    public void addToRoster(String entry, String by) {
        roster.add(entry, by);
    }

    @Override
    public void removeFromRoster(String entry) {
        roster.remove(entry);
    }
}
