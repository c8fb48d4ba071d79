package org.turnwise.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.h2.jdbcx.JdbcDataSource;

/** The H2 file of a workspace: makes it, brings it up to date, opens it. */
final class WorkspaceFile {

    private static final String NAME = "turnwise";
    private static final String ENDING = ".mv.db";
    private static final String UNFINISHED = "turnwise-unfinished";
    private static final String COMPACTED = "turnwise-compacted";

    /**
     * async: interrupting a thread (as cancelling a task does) must not close the file under everybody.
     * WRITE_DELAY=0: the thread that commits writes, not one in the background that CHECKPOINT SYNC might overtake.
     * REUSE_SPACE=FALSE: the latest chunk always stands at the end of the file. With reuse, about one kill in fifty lost the last acknowledged
     * edit in our durability test (the cause inside H2 2.5.252 is not proven); without, none did. The price is that the file only grows while it is
     * open; {@link Compaction} makes it small again.
     * QUERY_CACHE_SIZE=200: a connection keeps every statement it was given, as preparing one takes longer than running it.
     * OPTIMIZE_REUSE_RESULTS=0: those statements would each keep what they last found.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;REUSE_SPACE=FALSE;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;MAX_COMPACT_TIME=200;"
                    + "TRACE_LEVEL_FILE=0;DEFRAG_ALWAYS=FALSE;QUERY_CACHE_SIZE=200;OPTIMIZE_REUSE_RESULTS=0";

    /** The number of the last migration. */
    static final int SHAPE = 15;
    /** How many migrations there are: numbers may be left out. */
    static final int MIGRATIONS = 14;

    private WorkspaceFile() {}

    /** The caller holds the workspace's lock. */
    static Database open(Path folder) {
        Path file = folder.resolve(NAME + ENDING);
        if (folder.toString().contains(";")) {
            throw new Workspace.CannotOpen("the workspace " + folder + " can't be opened: its path has a semicolon in it; choose another with -w", null);
        }
        if (Files.exists(file)) {
            Compaction.ofGrown(file, folder.resolve(COMPACTED + ENDING));
        } else {
            create(folder, file);
        }
        DataSource connections = source(folder, NAME);
        try {
            if (!isUpToDate(connections)) {
                migrateOrShutDown(connections, folder);
            }
            return new Database(new KeptConnections(connections));
        } catch (SQLException | FlywayException e) {
            throw new Workspace.CannotOpen(
                    "the workspace file " + file + " can't be read: it is damaged, or no workspace (" + firstLine(e)
                            + "); put a backup in its place, or move it away to begin with an empty workspace",
                    e);
        }
    }

    /** Under another name first, so that a file of the right name is always a whole one, whenever the process was killed. */
    private static void create(Path folder, Path file) {
        Path unfinished = folder.resolve(UNFINISHED + ENDING);
        try {
            Files.deleteIfExists(unfinished);
            DataSource connections = source(folder, UNFINISHED);
            migrateOrShutDown(connections, folder);
            shutDown(connections);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException | RuntimeException e) {
            throw new Workspace.CannotOpen(
                    "the workspace " + folder + " can't be made (" + firstLine(e) + "); see that its disk has room and can be written to", e);
        }
    }

    private static DataSource source(Path folder, String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:async:" + folder.resolve(name) + SETTINGS);
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    /** Asked first because Flyway takes most of the time that opening takes. */
    private static boolean isUpToDate(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                ResultSet tables = connection.getMetaData().getTables(null, "PUBLIC", "flyway_schema_history", null)) {
            return tables.next() && shape(connection).equals(SHAPE + " of " + MIGRATIONS);
        }
    }

    private static String shape(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet history = statement.executeQuery(
                        "SELECT MAX(CAST(\"version\" AS INTEGER)) || ' of ' || COUNT(*) FROM \"flyway_schema_history\" WHERE \"success\"")) {
            history.next();
            return String.valueOf(history.getString(1));
        }
    }

    private static void migrateOrShutDown(DataSource connections, Path folder) throws SQLException {
        try {
            migrate(connections, folder);
        } catch (RuntimeException e) {
            shutDown(connections);
            throw e;
        }
    }

    private static void migrate(DataSource connections, Path folder) {
        Flyway flyway = Flyway.configure(WorkspaceFile.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:db/migration")
                .loggers("slf4j")
                .load();
        refuseNewer(flyway, folder);
        flyway.migrate();
    }

    private static void shutDown(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** Flyway would let a file from a later version pass. */
    private static void refuseNewer(Flyway flyway, Path folder) {
        MigrationInfo[] all = flyway.info().all();
        for (MigrationInfo migration : all) {
            if (migration.getState().isApplied() && !migration.getState().isResolved()) {
                String latest = Arrays.stream(all)
                        .filter(known -> known.getState().isResolved())
                        .map(known -> String.valueOf(known.getVersion()))
                        .reduce("0", (a, b) -> b);
                throw new Workspace.CannotOpen(
                        "the workspace " + folder + " was written by a newer Turnwise (its shape is number " + migration.getVersion()
                                + ", this Turnwise knows up to " + latest + "); update Turnwise",
                        null);
            }
        }
    }

    private static String firstLine(Throwable e) {
        String message = String.valueOf(e.getMessage());
        return message.strip().lines().findFirst().orElse(e.getClass().getSimpleName());
    }
}
