package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.annotation.Edit;
import org.turnwise.call.Call;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** Takes calls apart into their rows, and puts them together again. */
final class CallRows {

    private record OfCall<T>(long no, T value) {}

    private CallRows() {}

    /** Stores the call, and who is on which side in it as it came in. */
    static void store(Handle handle, Call call, String hash, Instant now) {
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
        SideRows.store(
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

    static void execute(PreparedBatch batch) {
        try (batch) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }

    static Optional<Call> find(Handle handle, CallId id) {
        return handle.select("SELECT no FROM calls WHERE id = ?", id.value())
                .mapTo(Long.class)
                .findOne()
                .map(no -> load(handle, List.of(no)).getFirst());
    }

    /** The calls with these numbers, in that order. */
    static List<Call> load(Handle handle, List<Long> numbers) {
        Map<Long, List<Participant>> participants = grouped(handle.createQuery(
                        "SELECT call_no, label, name, side, email FROM participants WHERE call_no IN (<numbers>) ORDER BY call_no, place")
                .bindList("numbers", numbers)
                .map((row, context) -> new OfCall<>(row.getLong("call_no"), participant(row)))
                .list());
        Map<Long, List<Turn>> turns = grouped(handle.createQuery(
                        "SELECT call_no, ordinal, speaker, said, start_ms, end_ms FROM turns WHERE call_no IN (<numbers>) ORDER BY call_no, ordinal")
                .bindList("numbers", numbers)
                .map((row, context) -> new OfCall<>(row.getLong("call_no"), turn(row)))
                .list());
        Map<Long, Call> calls = new HashMap<>();
        handle.createQuery("SELECT no, id, title, format, source_name, extras, timing, started_at, group_name FROM calls WHERE no IN (<numbers>)")
                .bindList("numbers", numbers)
                .map((row, context) -> {
                    long no = row.getLong("no");
                    return new OfCall<>(no, call(row, participants.getOrDefault(no, List.of()), turns.getOrDefault(no, List.of())));
                })
                .forEach(call -> calls.put(call.no(), call.value()));
        return numbers.stream().map(calls::get).toList();
    }

    /** Every call without its words, in order of id. */
    static List<CallHeader> headers(Handle handle) {
        Map<Long, List<Participant>> participants = grouped(handle
                .createQuery("SELECT call_no, label, name, side, email FROM participants ORDER BY call_no, place")
                .map((row, context) -> new OfCall<>(row.getLong("call_no"), participant(row)))
                .list());
        return handle.createQuery("""
                        SELECT c.no, c.id, c.title, c.format, c.source_name, c.extras, c.rep, c.started_at, c.timing, c.turn_count,
                               COALESCE(t.end_ms, t.start_ms) AS length
                        FROM calls c JOIN turns t ON t.call_no = c.no AND t.ordinal = c.turn_count - 1 ORDER BY c.id""")
                .map((row, context) -> new CallHeader(
                        new CallId(row.getString("id")),
                        row.getString("title"),
                        new Source(row.getString("format"), row.getString("source_name"), row.getString("extras")),
                        row.getString("rep"),
                        row.getObject("started_at", Instant.class),
                        participants.getOrDefault(row.getLong("no"), List.of()),
                        TimingClass.valueOf(row.getString("timing")),
                        row.getInt("turn_count"),
                        row.getObject("length", Long.class)))
                .list();
    }

    private static <T> Map<Long, List<T>> grouped(List<OfCall<T>> rows) {
        return rows.stream().collect(Collectors.groupingBy(OfCall::no, Collectors.mapping(OfCall::value, Collectors.toList())));
    }

    static Participant participant(ResultSet row) throws SQLException {
        return new Participant(row.getString("label"), row.getString("name"), Side.valueOf(row.getString("side")), row.getString("email"));
    }

    static Turn turn(ResultSet row) throws SQLException {
        return new Turn(row.getInt("ordinal"), row.getString("speaker"), row.getString("said"), row.getObject("start_ms", Long.class),
                row.getObject("end_ms", Long.class));
    }

    private static Call call(ResultSet row, List<Participant> participants, List<Turn> turns) throws SQLException {
        return new Call(
                new CallId(row.getString("id")),
                row.getString("title"),
                new Source(row.getString("format"), row.getString("source_name"), row.getString("extras")),
                TimingClass.valueOf(row.getString("timing")),
                row.getObject("started_at", Instant.class),
                row.getString("group_name"),
                participants,
                turns);
    }
}
