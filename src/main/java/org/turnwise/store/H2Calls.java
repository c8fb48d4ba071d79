package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.annotation.Edit;
import org.turnwise.call.Call;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.CallSummary;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Participant;
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
            store(handle, call, hash, clock.instant());
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

    private static void store(Handle handle, Call call, String hash, Instant now) {
        long no = handle.createUpdate("""
                        INSERT INTO calls (id, content_hash, title, format, source_name, extras, timing, started_at, group_name, imported_at,
                                           turn_count, rep, sides_settled)
                        VALUES (:id, :hash, :title, :format, :source, :extras, :timing, :started, :group, :imported, :turns, :rep, :settled)""")
                .bind("id", call.id().value())
                .bind("hash", hash)
                .bind("title", call.title())
                .bind("format", call.source().format())
                .bind("source", call.source().name())
                .bind("extras", call.source().extras())
                .bind("timing", call.timing().name())
                .bindByType("started", call.startedAt(), Instant.class)
                .bind("group", call.group())
                .bind("imported", now)
                .bind("turns", call.turns().size())
                .bind("rep", call.rep().map(Participant::name).orElse(null))
                .bind("settled", call.sidesSettled())
                .executeAndReturnGeneratedKeys("no")
                .mapTo(Long.class)
                .one();
        storeParticipants(handle, no, call.participants());
        storeTurns(handle, no, call.turns());
        storeAssignments(
                handle,
                call.participants().stream().map(p -> new SideAssignment(call.id(), p.key(), p.side(), Edit.BY_IMPORT, now)).toList());
    }

    private static void storeParticipants(Handle handle, long no, List<Participant> participants) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO participants (call_no, place, label, name, side, email) VALUES (?, ?, ?, ?, ?, ?)");
        for (int place = 0; place < participants.size(); place++) {
            Participant participant = participants.get(place);
            batch.add(no, place, participant.key(), participant.name(), participant.side().name(), participant.email());
        }
        execute(batch);
    }

    private static void storeTurns(Handle handle, long no, List<Turn> turns) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO turns (call_no, ordinal, speaker, said, start_ms, end_ms) VALUES (?, ?, ?, ?, ?, ?)");
        for (Turn turn : turns) {
            batch.bind(0, no)
                    .bind(1, turn.ordinal())
                    .bind(2, turn.speaker())
                    .bind(3, turn.text())
                    .bind(4, turn.startMs())
                    .bind(5, turn.endMs())
                    .add();
        }
        execute(batch);
    }

    private static void storeAssignments(Handle handle, Collection<SideAssignment> assignments) {
        PreparedBatch batch = handle.prepareBatch("INSERT INTO side_assignments (call_id, speaker, side, made_by, made_at) VALUES (?, ?, ?, ?, ?)");
        for (SideAssignment assignment : assignments) {
            batch.add(assignment.call().value(), assignment.participant(), assignment.side().name(), assignment.by(), assignment.at());
        }
        execute(batch);
    }

    private static void execute(PreparedBatch batch) {
        try (batch) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    @Override
    public Optional<CallId> withContent(String contentHash) {
        return database.read(handle ->
                handle.select("SELECT id FROM calls WHERE content_hash = ?", contentHash).mapTo(String.class).findOne().map(CallId::new));
    }

    @Override
    public Optional<Call> find(CallId id) {
        return database.read(handle -> find(handle, id));
    }

    private static Optional<Call> find(Handle handle, CallId id) {
        return handle.select("SELECT no FROM calls WHERE id = ?", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(no -> CallRows.load(handle, List.of(no)).getFirst());
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
        if (assignments.isEmpty()) {
            return;
        }
        database.write(handle -> {
            storeAssignments(handle, assignments);
            Set<CallId> touched = new LinkedHashSet<>();
            for (SideAssignment assignment : assignments) {
                settle(handle, assignment);
                touched.add(assignment.call());
            }
            touched.forEach(id -> find(handle, id).ifPresent(call -> derive(handle, call)));
            H2FinishedFeatures.forget(handle, touched);
            return touched.size();
        });
    }

    private static void settle(Handle handle, SideAssignment assignment) {
        int settled = handle.execute(
                "UPDATE participants SET side = ? WHERE label = ? AND call_no = (SELECT no FROM calls WHERE id = ?)",
                assignment.side().name(),
                assignment.participant(),
                assignment.call().value());
        if (settled == 0) {
            throw new IllegalArgumentException(
                    "\"" + assignment.participant() + "\" can't be put on a side: nobody of that name takes part in call " + assignment.call());
        }
    }

    private static void derive(Handle handle, Call call) {
        handle.createUpdate("UPDATE calls SET rep = :rep, sides_settled = :settled WHERE id = :id")
                .bind("rep", call.rep().map(Participant::name).orElse(null))
                .bind("settled", call.sidesSettled())
                .bind("id", call.id().value())
                .execute();
    }

    @Override
    public List<SideAssignment> decidedSides() {
        return roster.decidedSides(Edit.BY_IMPORT);
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
