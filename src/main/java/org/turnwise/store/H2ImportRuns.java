package org.turnwise.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import tools.jackson.databind.json.JsonMapper;

final class H2ImportRuns implements ImportRuns {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    H2ImportRuns(Database database) {
        this.database = database;
    }

    @Override
    public long begin(List<Path> paths, List<Item> items, ImportReport found, Instant at) {
        String given = JSON.writeValueAsString(paths.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList());
        return database.write(handle -> {
            handle.execute("UPDATE import_runs SET ending = ?, ended_at = ? WHERE ending IS NULL AND paths = ?", Ending.LEFT.name(), at, given);
            long run = handle.createUpdate("INSERT INTO import_runs (paths, found, begun_at) VALUES (?, ?, ?)")
                    .bind(0, given)
                    .bind(1, JSON.writeValueAsString(found))
                    .bind(2, at)
                    .executeAndReturnGeneratedKeys("no")
                    .mapTo(Long.class)
                    .one();
            try (PreparedBatch batch = handle.prepareBatch("INSERT INTO import_files (run_no, place, kind, file) VALUES (?, ?, ?, ?)")) {
                items.forEach(item -> batch.add(run, item.place(), item.kind().name(), item.file().toAbsolutePath().normalize().toString()));
                if (batch.size() > 0) {
                    batch.execute();
                }
            }
            return run;
        });
    }

    @Override
    public void settle(long run, Collection<Settled> settled) {
        if (settled.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("UPDATE import_files SET report = ? WHERE run_no = ? AND place = ?")) {
                settled.forEach(file -> batch.add(JSON.writeValueAsString(file.report()), run, file.place()));
                return batch.execute().length;
            }
        });
    }

    @Override
    public void end(long run, Ending ending, Instant at) {
        database.write(handle -> handle.execute("UPDATE import_runs SET ending = ?, ended_at = ? WHERE no = ?", ending.name(), at, run));
    }

    @Override
    public List<Unfinished> unfinished() {
        return database.read(handle -> handle.select("""
                        SELECT no, paths, begun_at, COUNT(file) AS files, COUNT(file) - COUNT(report) AS remaining
                        FROM import_runs LEFT JOIN import_files ON run_no = no
                        WHERE ending IS NULL GROUP BY no, paths, begun_at ORDER BY no DESC""")
                .map((row, context) -> new Unfinished(
                        row.getLong("no"), List.of(JSON.readValue(row.getString("paths"), String[].class)), row.getObject("begun_at", Instant.class),
                        row.getInt("files"), row.getInt("remaining")))
                .list());
    }

    @Override
    public List<Item> items(long run) {
        return database.read(handle -> items(handle, run, ""));
    }

    @Override
    public List<Item> left(long run) {
        return database.read(handle -> items(handle, run, " AND report IS NULL"));
    }

    private static List<Item> items(Handle handle, long run, String condition) {
        return handle.select("SELECT place, kind, file FROM import_files WHERE run_no = ?" + condition + " ORDER BY place", run)
                .map((row, context) -> new Item(row.getInt("place"), Kind.valueOf(row.getString("kind")), Path.of(row.getString("file"))))
                .list();
    }

    @Override
    public ImportReport report(long run) {
        return ImportReport.of(database.read(handle -> handle.select("""
                        SELECT found AS report, -1 AS place FROM import_runs WHERE no = ?
                        UNION ALL SELECT report, place FROM import_files WHERE run_no = ? AND report IS NOT NULL ORDER BY place""", run, run)
                .map((row, context) -> JSON.readValue(row.getString("report"), ImportReport.class))
                .list()));
    }
}
