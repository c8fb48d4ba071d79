package org.turnwise.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes of one open workspace file. Reads see what is committed and never wait; writes go one after another, and are on disk when
 * {@link #write} returns. A read or write inside a write, on the same thread, is part of it.
 */
final class Database implements AutoCloseable {

    /** Something done with a connection. */
    interface Work<T extends @Nullable Object> {
        T with(Handle handle);
    }

    private final KeptConnections connections;
    private final Jdbi jdbi;
    private final ReentrantLock writer = new ReentrantLock();
    /** Why the write under way must not be committed, whoever caught the failure on its way up. Guarded by {@link #writer}. */
    private @Nullable RuntimeException failedPart;

    Database(KeptConnections connections) {
        this.connections = connections;
        this.jdbi = Jdbi.create(connections);
        jdbi.registerArgument(new InstantArgument());
        jdbi.registerColumnMapper(Instant.class, (row, column, context) -> row.getObject(column, Instant.class));
    }

    <T extends @Nullable Object> T read(Work<T> work) {
        return uninterrupted(() -> jdbi.withHandle(work::with));
    }

    <T extends @Nullable Object> T write(Work<T> work) {
        return writer.isHeldByCurrentThread() ? join(work) : uninterrupted(() -> commit(work));
    }

    /** H2 forgets that a thread was interrupted; whoever cancels by interrupting must still be heard. */
    private static <T extends @Nullable Object> T uninterrupted(Supplier<T> work) {
        boolean interrupted = Thread.interrupted();
        try {
            return work.get();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T extends @Nullable Object> T commit(Work<T> work) {
        writer.lock();
        try {
            failedPart = null;
            T result = jdbi.inTransaction(handle -> {
                T made = work.with(handle);
                if (failedPart != null) {
                    throw new IllegalStateException("a part of this write failed, so none of it was stored", failedPart);
                }
                return made;
            });
            // A commit alone reaches the disk half a second later.
            jdbi.useHandle(handle -> handle.execute("CHECKPOINT SYNC"));
            return result;
        } finally {
            writer.unlock();
        }
    }

    private <T extends @Nullable Object> T join(Work<T> work) {
        try {
            return jdbi.withHandle(work::with);
        } catch (RuntimeException e) {
            failedPart = e;
            throw e;
        }
    }

    /** Waits for a write under way, then closes the file. */
    @Override
    public void close() {
        writer.lock();
        try {
            connections.shutDown();
        } catch (SQLException e) {
            throw new IllegalStateException("the workspace file can't be closed in order; what was saved is safe", e);
        } finally {
            writer.unlock();
        }
    }
}
