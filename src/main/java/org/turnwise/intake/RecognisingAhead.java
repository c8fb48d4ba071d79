package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Unreadable;

/** Finds out on a thread of its own what the next few files are, while the calling thread reads those before: finding out takes a third of the time. */
final class RecognisingAhead implements AutoCloseable {

    /** Few, as the beginning of each is kept in memory. */
    private static final int AHEAD = 4;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Queue<Future<Reading.Recognised>> ahead = new ArrayDeque<>();
    private final Iterator<Path> files;
    private final ReadContext context;

    RecognisingAhead(List<Path> files, ReadContext context) {
        this.files = files.iterator();
        this.context = context;
    }

    /** The next file, once it is known what it is. To be asked as often as there are files. */
    Reading.Recognised next() throws IOException, Unreadable {
        while (files.hasNext() && ahead.size() <= AHEAD) {
            Path file = files.next();
            ahead.add(thread.submit(() -> Reading.recognised(file, context)));
        }
        try {
            return ahead.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case Unreadable refused -> throw refused;
                case Error error -> throw error;
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }
}
