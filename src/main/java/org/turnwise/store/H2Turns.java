package org.turnwise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.turnwise.annotation.Rereading;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.find.Excerpt;
import org.turnwise.find.TurnRepository;

/** A call's number is the one its row was given when it was stored; the only writer gives them in order. */
final class H2Turns implements TurnRepository {

    private static final int CALLS_AT_A_TIME = 100;

    private final Database database;

    H2Turns(Database database) {
        this.database = database;
    }

    @Override
    public int last() {
        return database.read(handle -> handle.select("SELECT COALESCE(MAX(no), 0) FROM calls").mapTo(Integer.class).one());
    }

    @Override
    public int countUpTo(int number) {
        return database.read(handle -> handle.select("SELECT COUNT(*) FROM calls WHERE no <= ?", number).mapTo(Integer.class).one());
    }

    @Override
    public void after(int number, Consumer<Numbered> visitor) {
        int done = number;
        while (true) {
            int from = done;
            List<Long> some = database.read(handle -> handle.select("SELECT no FROM calls WHERE no > ? ORDER BY no LIMIT ?", from, CALLS_AT_A_TIME)
                    .mapTo(Long.class)
                    .list());
            if (some.isEmpty()) {
                return;
            }
            List<Call> calls = database.read(handle -> CallRows.load(handle, some));
            for (int i = 0; i < some.size(); i++) {
                done = some.get(i).intValue();
                visitor.accept(new Numbered(done, calls.get(i)));
            }
        }
    }

    @Override
    public Map<CallId, Integer> numbersAfter(int number) {
        Map<CallId, Integer> numbers = new HashMap<>();
        database.read(handle -> handle.select("SELECT id, no FROM calls WHERE no > ?", number)
                        .map((row, context) -> Map.entry(new CallId(row.getString("id")), row.getInt("no")))
                        .list())
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue()));
        return numbers;
    }

    @Override
    public Map<Integer, Excerpt> excerpts(Collection<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        return database.read(handle -> {
            Map<Integer, Map<Integer, Turn>> turns = new HashMap<>();
            around(handle, places).forEach(entry ->
                    turns.computeIfAbsent(entry.getKey(), number -> new HashMap<>()).put(entry.getValue().ordinal(), entry.getValue()));
            return excerpts(handle, turns);
        });
    }

    /** The places stand in the statement as numbers and are joined from there: with conditions instead, H2 would look through every turn there is. */
    private static List<Map.Entry<Integer, Turn>> around(Handle handle, Collection<Place> places) {
        String values = places.stream().map(place -> "(" + place.number() + ", " + place.ordinal() + ")").collect(Collectors.joining(", "));
        return handle.createQuery("""
                        SELECT t.call_no, t.ordinal, t.speaker, t.said, t.start_ms, t.end_ms FROM (VALUES <places>) p (no, ordinal)
                        JOIN turns t ON t.call_no = p.no AND t.ordinal BETWEEN p.ordinal - 1 AND p.ordinal + 1""")
                .define("places", values)
                .map((row, context) -> Map.entry(row.getInt("call_no"), CallRows.turn(row)))
                .list();
    }

    private static Map<Integer, Excerpt> excerpts(Handle handle, Map<Integer, Map<Integer, Turn>> turns) {
        Map<Integer, List<Participant>> participants = new HashMap<>();
        handle.createQuery("SELECT call_no, label, name, side, email FROM participants WHERE call_no IN (<numbers>) ORDER BY call_no, place")
                .bindList("numbers", List.copyOf(turns.keySet()))
                .map((row, context) -> Map.entry(row.getInt("call_no"), CallRows.participant(row)))
                .forEach(entry -> participants.computeIfAbsent(entry.getKey(), number -> new ArrayList<>()).add(entry.getValue()));
        Map<Integer, Excerpt> excerpts = new HashMap<>();
        handle.createQuery("SELECT no, id, title, rep, started_at FROM calls WHERE no IN (<numbers>)")
                .bindList("numbers", List.copyOf(turns.keySet()))
                .map((row, context) -> Map.entry(row.getInt("no"), excerpt(row, participants, turns)))
                .forEach(entry -> excerpts.put(entry.getKey(), entry.getValue()));
        return excerpts;
    }

    private static Excerpt excerpt(ResultSet row, Map<Integer, List<Participant>> participants, Map<Integer, Map<Integer, Turn>> turns) throws SQLException {
        int number = row.getInt("no");
        return new Excerpt(
                new CallId(row.getString("id")),
                row.getString("title"),
                row.getString("rep"),
                row.getObject("started_at", Instant.class),
                participants.getOrDefault(number, List.of()),
                turns.getOrDefault(number, Map.of()));
    }

    @Override
    public long edits() {
        return database.read(handle -> handle.select("SELECT COALESCE(MAX(seq), 0) FROM edits").mapTo(Long.class).one());
    }

    @Override
    public List<Place> labeled(Set<String> labels, Set<String> annotators) {
        String wanted = (labels.isEmpty() ? "" : " AND a.label IN (<labels>)")
                + (annotators.isEmpty() ? " AND a.annotator NOT LIKE :again" : " AND a.annotator IN (<annotators>)");
        return database.read(handle -> {
            Query query = handle.createQuery(
                    "SELECT c.no, a.ordinal FROM current_annotations a JOIN calls c ON c.id = a.call_id WHERE a.kind <> 'STATUS'" + wanted);
            if (!labels.isEmpty()) {
                query.bindList("labels", List.copyOf(labels));
            }
            if (annotators.isEmpty()) {
                query.bind("again", Rereading.by("%"));
            } else {
                query.bindList("annotators", List.copyOf(annotators));
            }
            return query.map((row, context) -> place(row)).list();
        });
    }

    private static Place place(ResultSet row) throws SQLException {
        Integer ordinal = row.getObject("ordinal", Integer.class);
        return new Place(row.getInt("no"), ordinal == null ? WHOLE_CALL : ordinal);
    }

    @Override
    public List<String> annotators() {
        return database.read(handle -> handle.select("SELECT DISTINCT annotator FROM current_annotations WHERE kind <> 'STATUS' ORDER BY annotator")
                .mapTo(String.class)
                .list());
    }

    @Override
    public long sideAssignments() {
        return database.read(handle -> handle.select("SELECT COALESCE(MAX(seq), 0) FROM side_assignments").mapTo(Long.class).one());
    }

    @Override
    public Map<Integer, BitSet> onSides(Set<Side> sides) {
        Map<Integer, BitSet> places = new HashMap<>();
        database.read(handle -> handle.createQuery("SELECT call_no, place FROM participants WHERE side IN (<sides>)")
                        .bindList("sides", sides.stream().map(Side::name).toList())
                        .map((row, context) -> new int[] {row.getInt("call_no"), row.getInt("place")})
                        .list())
                .forEach(row -> places.computeIfAbsent(row[0], number -> new BitSet()).set(row[1]));
        return places;
    }
}
