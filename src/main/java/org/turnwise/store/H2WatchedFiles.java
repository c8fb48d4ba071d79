package org.turnwise.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.intake.watch.WatchedFiles;

final class H2WatchedFiles implements WatchedFiles {

    private final Database database;

    H2WatchedFiles(Database database) {
        this.database = database;
    }

    @Override
    public Map<Path, Stamp> taken() {
        Map<Path, Stamp> taken = new HashMap<>();
        database.read(handle -> handle.select("SELECT file, size, modified FROM watched_files")
                        .map((row, context) -> Map.entry(Path.of(row.getString("file")),
                                new Stamp(row.getLong("size"), row.getObject("modified", Instant.class))))
                        .list())
                .forEach(entry -> taken.put(entry.getKey(), entry.getValue()));
        return taken;
    }

    @Override
    public void take(Map<Path, Stamp> files) {
        if (files.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("MERGE INTO watched_files (file, size, modified) KEY (file) VALUES (?, ?, ?)")) {
                files.forEach((file, stamp) -> batch.add(file.toString(), stamp.size(), stamp.modified()));
                return batch.execute().length;
            }
        });
    }
}
