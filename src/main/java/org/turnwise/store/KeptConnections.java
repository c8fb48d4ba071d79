package org.turnwise.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one open workspace file; as many as are used at once, the last one used first. H2's own pool has a connection forget its prepared
 * statements each time it is handed back, and preparing them again is a quarter of what saving a label takes.
 */
final class KeptConnections implements ConnectionFactory {

    private final DataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    KeptConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection kept = idle.pollLast();
        return kept == null ? source.getConnection() : kept;
    }

    /** Keeps it, unless it was left within a transaction: whoever takes it next must find nothing of what was done with it before. */
    @Override
    public void closeConnection(@Nullable Connection connection) throws SQLException {
        if (connection == null || connection.isClosed()) {
            return;
        }
        if (connection.getAutoCommit()) {
            idle.addLast(connection);
        } else {
            connection.close();
        }
    }

    /** Closes the file. Plain JDBC, for Jdbi asks the closed connection how many rows it updated. */
    void shutDown() throws SQLException {
        try (Connection connection = openConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } finally {
            idle.clear();
        }
    }
}
