package org.turnwise.store;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.call.CallId;
import org.turnwise.intake.duplicates.Sketch;
import org.turnwise.intake.duplicates.SketchRepository;

final class H2Sketches implements SketchRepository {

    private final Database database;

    H2Sketches(Database database) {
        this.database = database;
    }

    @Override
    public List<Sketch> all() {
        return database.read(handle -> handle.select("SELECT call_id, words, least FROM call_sketches")
                .map((row, context) -> new Sketch(new CallId(row.getString("call_id")), row.getInt("words"), numbers(row.getBytes("least"))))
                .list());
    }

    @Override
    public void keep(Collection<Sketch> sketches) {
        if (sketches.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("MERGE INTO call_sketches (call_id, words, least) KEY (call_id) VALUES (?, ?, ?)")) {
                sketches.forEach(sketch -> batch.add(sketch.call().value(), sketch.words(), bytes(sketch.least())));
                return batch.execute().length;
            }
        });
    }

    private static byte[] bytes(long[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
        bytes.asLongBuffer().put(numbers);
        return bytes.array();
    }

    private static long[] numbers(byte[] bytes) {
        long[] numbers = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        return numbers;
    }
}
