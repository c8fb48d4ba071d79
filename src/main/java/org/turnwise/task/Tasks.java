package org.turnwise.task;

import java.util.function.Consumer;

/** Runs work off the caller's thread, or inline in tests. Callbacks arrive on the thread the implementation names. */
public interface Tasks {

    /** Work that may report progress, be cancelled (by throwing {@link java.util.concurrent.CancellationException}) or fail. */
    @FunctionalInterface
    interface Work<T> {
        T run(Progress progress) throws Exception;
    }

    /**
     * What a person sees of a task and what follows it.
     *
     * @param title verb and object, for example "Training version 3"
     * @param quiet not shown in the status bar: a quick read behind the scenes
     */
    record Job<T>(String title, boolean quiet, Work<T> work, Consumer<T> done, Consumer<Throwable> failed, Runnable cancelled) {}

    /** A handle on running work. */
    interface Running {
        void cancel();
    }

    <T> Running start(Job<T> job);

    /** Starts what is done in passing: not shown in the status bar, and nothing follows if it is cancelled. */
    default <T> Running quietly(String title, Work<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        return start(new Job<>(title, true, work, done, failed, () -> {}));
    }
}
