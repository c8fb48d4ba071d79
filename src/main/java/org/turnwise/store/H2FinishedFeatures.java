package org.turnwise.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.CallId;
import org.turnwise.scoring.FinishedFeatures;

final class H2FinishedFeatures implements FinishedFeatures {

    private final Database database;

    H2FinishedFeatures(Database database) {
        this.database = database;
    }

    @Override
    public void save(int catalogue, Map<CallId, double[]> features) {
        if (features.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("MERGE INTO finished_features (call_id, catalogue, packed) KEY (call_id) VALUES (?, ?, ?)")) {
                features.forEach((call, vector) -> batch.add(call.value(), catalogue, pack(vector)));
                return batch.execute().length;
            }
        });
    }

    @Override
    public Map<CallId, double[]> all(int catalogue) {
        Map<CallId, double[]> all = new HashMap<>();
        database.read(handle -> {
            handle.select("SELECT call_id, packed FROM finished_features WHERE catalogue = ?", catalogue)
                    .map((row, context) -> all.put(new CallId(row.getString(1)), unpack(row.getBytes(2))) == null)
                    .forEach(first -> {});
            return all;
        });
        return all;
    }

    @Override
    public void forget(Collection<CallId> calls) {
        if (!calls.isEmpty()) {
            database.write(handle -> forget(handle, calls));
        }
    }

    static int forget(Handle handle, Collection<CallId> calls) {
        try (PreparedBatch batch = handle.prepareBatch("DELETE FROM finished_features WHERE call_id = ?")) {
            calls.forEach(call -> batch.add(call.value()));
            return batch.execute().length;
        }
    }

    private static byte[] pack(double[] vector) {
        ByteBuffer packed = ByteBuffer.allocate(vector.length * Double.BYTES);
        packed.asDoubleBuffer().put(vector);
        return packed.array();
    }

    private static double[] unpack(byte[] packed) {
        double[] vector = new double[packed.length / Double.BYTES];
        ByteBuffer.wrap(packed).asDoubleBuffer().get(vector);
        return vector;
    }
}
