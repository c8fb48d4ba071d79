package org.turnwise.task;

import java.util.concurrent.CancellationException;

/** Runs every task at once on the caller's thread. The deterministic twin of the desktop's background tasks. */
public final class InlineTasks implements Tasks {

    @Override
    public <T> Running start(Job<T> job) {
        T result;
        try {
            result = job.work().run(Progress.silent());
        } catch (CancellationException e) {
            job.cancelled().run();
            return () -> {};
        } catch (Exception e) {
            job.failed().accept(e);
            return () -> {};
        }
        job.done().accept(result);
        return () -> {};
    }
}
