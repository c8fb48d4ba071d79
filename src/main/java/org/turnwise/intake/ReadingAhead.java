package org.turnwise.intake;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Reads files on a thread of its own while the calling thread stores what they held, a little behind: reading takes the processor, storing waits for the disk.
 * What is handed over happens on the calling thread, in the order in which it was read, so that an import is the same however fast either goes.
 */
final class ReadingAhead {

    /** Takes what was read. Waits while too much is under way. */
    interface Handing {

        /** @param characters that the step keeps in memory until it has happened */
        void over(long characters, Runnable step);
    }

    /** Reads everything and hands it over, step by step. */
    interface Reads {
        void to(Handing handing);
    }

    /** Few enough that memory does not depend on how many files there are. */
    private static final int MOST_CHARACTERS = 2_000_000;
    /** What any step weighs: with it, hundreds of empty files don't run ahead either. */
    private static final int LEAST_CHARACTERS = 20_000;

    private static final Runnable END = () -> {};

    private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(MOST_CHARACTERS);

    private ReadingAhead() {}

    /**
     * Returns once everything has happened. Whatever either side throws ends both, and is thrown here; of what was read and not yet done nothing happens then,
     * unless it is the reading that failed.
     */
    static void run(Reads reads) {
        new ReadingAhead().happen(reads);
    }

    private void happen(Reads reads) {
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading = reader.submit(() -> {
                try {
                    reads.to(this::handOver);
                } finally {
                    steps.add(END);
                }
            });
            try {
                for (Runnable step = steps.take(); step != END; step = steps.take()) {
                    step.run();
                }
                reading.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted");
            } catch (ExecutionException e) {
                throw thrown(e.getCause());
            } finally {
                reading.cancel(true);
            }
        }
    }

    private void handOver(long characters, Runnable step) {
        int weight = (int) Math.min(MOST_CHARACTERS, characters + LEAST_CHARACTERS);
        try {
            room.acquire(weight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        steps.add(() -> {
            step.run();
            room.release(weight);
        });
    }

    private static RuntimeException thrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
    }
}
