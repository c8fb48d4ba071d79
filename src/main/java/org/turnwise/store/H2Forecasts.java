package org.turnwise.store;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.CallId;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.FinishedForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.ForecastRepository;

final class H2Forecasts implements ForecastRepository {

    private static final int BYTES_A_TURN = Integer.BYTES + 7 * Double.BYTES;

    /** What fits into one row. */
    private static final int TURNS_A_PART = 16_000;

    private static final String SELECT = "SELECT version, call_id, prior, finished, finished_low, finished_high, packed FROM forecasts";

    private record Part(CallId call, int version, double prior, FinishedForecast finished, List<Forecast> turns) {}

    private final Database database;

    H2Forecasts(Database database) {
        this.database = database;
    }

    @Override
    public void save(Collection<CallForecast> forecasts) {
        if (forecasts.isEmpty()) {
            return;
        }
        database.write(handle -> {
            forget(handle, forecasts);
            return insert(handle, forecasts);
        });
    }

    private static void forget(Handle handle, Collection<CallForecast> forecasts) {
        try (PreparedBatch batch = handle.prepareBatch("DELETE FROM forecasts WHERE version = ? AND call_id = ?")) {
            forecasts.forEach(forecast -> batch.add(forecast.version(), forecast.call().value()));
            batch.execute();
        }
    }

    private static int insert(Handle handle, Collection<CallForecast> forecasts) {
        try (PreparedBatch batch = handle.prepareBatch(
                "INSERT INTO forecasts (version, call_id, part, prior, finished, finished_low, finished_high, packed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (CallForecast forecast : forecasts) {
                List<Forecast> turns = forecast.turns();
                for (int from = 0; from < turns.size(); from += TURNS_A_PART) {
                    byte[] packed = pack(turns.subList(from, Math.min(from + TURNS_A_PART, turns.size())));
                    FinishedForecast finished = forecast.finished();
                    batch.add(
                            forecast.version(), forecast.call().value(), from / TURNS_A_PART, forecast.prior(),
                            finished.probability(), finished.low(), finished.high(), packed);
                }
            }
            return batch.execute().length;
        }
    }

    @Override
    public Optional<CallForecast> find(CallId call, int version) {
        List<Part> parts = database.read(handle -> handle.select(SELECT + " WHERE version = ? AND call_id = ? ORDER BY part", version, call.value())
                .map((row, context) -> part(row))
                .list());
        return parts.isEmpty() ? Optional.empty() : Optional.of(joined(parts));
    }

    @Override
    public Set<CallId> scored(int version) {
        return new HashSet<>(database.read(handle -> handle.select("SELECT call_id FROM forecasts WHERE version = ? AND part = 0", version)
                .map((row, context) -> new CallId(row.getString(1)))
                .list()));
    }

    @Override
    public Map<CallId, CallForecast> all(int version) {
        Map<CallId, List<Part>> parts = new TreeMap<>();
        database.read(handle -> handle.select(SELECT + " WHERE version = ? ORDER BY call_id, part", version).map((row, context) -> part(row)).list())
                .forEach(part -> parts.computeIfAbsent(part.call(), call -> new ArrayList<>(1)).add(part));
        Map<CallId, CallForecast> all = HashMap.newHashMap(parts.size());
        parts.forEach((call, ofCall) -> all.put(call, joined(ofCall)));
        return all;
    }

    @Override
    public void forEach(int version, Consumer<CallForecast> visitor) {
        database.read(handle -> {
            List<Part> ofOne = new ArrayList<>(1);
            handle.select(SELECT + " WHERE version = ? ORDER BY call_id, part", version).map((row, context) -> part(row)).forEach(part -> {
                if (!ofOne.isEmpty() && !ofOne.getFirst().call().equals(part.call())) {
                    visitor.accept(joined(ofOne));
                    ofOne.clear();
                }
                ofOne.add(part);
            });
            if (!ofOne.isEmpty()) {
                visitor.accept(joined(ofOne));
            }
            return version;
        });
    }

    @Override
    public void forget(Collection<CallId> calls) {
        if (calls.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("DELETE FROM forecasts WHERE call_id = ?")) {
                calls.forEach(call -> batch.add(call.value()));
                return batch.execute().length;
            }
        });
    }

    @Override
    public List<Integer> versions() {
        return database.read(handle -> handle.select("SELECT DISTINCT version FROM forecasts ORDER BY version").mapTo(Integer.class).list());
    }

    private static Part part(ResultSet row) throws SQLException {
        FinishedForecast finished =
                new FinishedForecast(row.getDouble("finished"), row.getDouble("finished_low"), row.getDouble("finished_high"));
        return new Part(
                new CallId(row.getString("call_id")), row.getInt("version"), row.getDouble("prior"), finished, unpack(row.getBytes("packed")));
    }

    private static CallForecast joined(List<Part> parts) {
        Part first = parts.getFirst();
        List<Forecast> turns = parts.stream().flatMap(part -> part.turns().stream()).toList();
        return new CallForecast(first.call(), first.version(), first.prior(), turns, first.finished());
    }

    private static byte[] pack(List<Forecast> turns) {
        ByteBuffer packed = ByteBuffer.allocate(turns.size() * BYTES_A_TURN);
        for (Forecast turn : turns) {
            packed.putInt(turn.ordinal())
                    .putDouble(turn.probability())
                    .putDouble(turn.low())
                    .putDouble(turn.high())
                    .putDouble(turn.confidence())
                    .putDouble(turn.novelty())
                    .putDouble(turn.value())
                    .putDouble(turn.advantage());
        }
        return packed.array();
    }

    private static List<Forecast> unpack(byte[] bytes) {
        ByteBuffer packed = ByteBuffer.wrap(bytes);
        List<Forecast> turns = new ArrayList<>(bytes.length / BYTES_A_TURN);
        while (packed.hasRemaining()) {
            turns.add(new Forecast(
                    packed.getInt(),
                    packed.getDouble(),
                    packed.getDouble(),
                    packed.getDouble(),
                    packed.getDouble(),
                    packed.getDouble(),
                    packed.getDouble(),
                    packed.getDouble()));
        }
        return turns;
    }
}
