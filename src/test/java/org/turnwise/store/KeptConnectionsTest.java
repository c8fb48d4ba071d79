package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptConnectionsTest {

    @TempDir
    Path folder;

    private KeptConnections connections;

    @BeforeEach
    void create() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:" + folder.resolve("kept"));
        connections = new KeptConnections(source);
        Connection first = connections.openConnection();
        try (Statement statement = first.createStatement()) {
            statement.execute("create table t(x int)");
        }
        connections.closeConnection(first);
    }

    private int rows() throws SQLException {
        Connection asking = connections.openConnection();
        try (Statement statement = asking.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from t")) {
            count.next();
            return count.getInt(1);
        } finally {
            connections.closeConnection(asking);
        }
    }

    @Test
    void theOneUsedLastIsUsedNext() throws SQLException {
        Connection one = connections.openConnection();
        Connection other = connections.openConnection();
        assertNotSame(one, other, "both are in use");
        connections.closeConnection(one);
        connections.closeConnection(other);
        assertSame(other, connections.openConnection());
        assertSame(one, connections.openConnection());
    }

    @Test
    void whatWasLeftWithinATransactionIsUndoneAndNotHandedOn() throws SQLException {
        Connection left = connections.openConnection();
        left.setAutoCommit(false);
        try (Statement statement = left.createStatement()) {
            statement.execute("insert into t values (1)");
        }
        connections.closeConnection(left);
        assertTrue(left.isClosed());
        assertEquals(0, rows());
    }

    @Test
    void oneThatWasClosedElsewhereIsNotHandedOn() throws SQLException {
        Connection closed = connections.openConnection();
        closed.close();
        connections.closeConnection(closed);
        assertFalse(connections.openConnection().isClosed());
    }

    @Test
    void shutDownClosesTheFileForAllOfThem() throws SQLException {
        Connection kept = connections.openConnection();
        Connection used = connections.openConnection();
        connections.closeConnection(kept);
        connections.shutDown();
        assertTrue(kept.isClosed());
        assertTrue(used.isClosed());
    }
}
