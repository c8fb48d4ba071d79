package org.turnwise.task;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/** Holds every task until it is let go, the oldest first, on the caller's thread: so that a test says what happens between its start and its end. */
public final class HeldTasks implements Tasks {

    /** Far more than anything starts by itself, unless it never ends. */
    private static final int MANY = 200;

    private static final class Held<T> implements Progress, Running {
        private final Job<T> job;
        private boolean cancelled;

        Held(Job<T> job) {
            this.job = job;
        }

        void go() {
            T result;
            try {
                checkCancelled();
                result = job.work().run(this);
            } catch (CancellationException e) {
                job.cancelled().run();
                return;
            } catch (Exception e) {
                job.failed().accept(e);
                return;
            }
            job.done().accept(result);
        }

        @Override
        public void report(double done, String what) {}

        @Override
        public boolean cancelled() {
            return cancelled;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    private final Deque<Held<?>> held = new ArrayDeque<>();

    @Override
    public <T> Running start(Job<T> job) {
        Held<T> one = new Held<>(job);
        held.add(one);
        return one;
    }

    /** How many were started and not let go. */
    public int count() {
        return held.size();
    }

    /** Lets go what is held now, and what that starts, until nothing is held. */
    public void letGo() {
        letGo(title -> null);
    }

    /** As {@link #letGo()}, but tasks for which there is a failure, by their title, fail with it instead of doing anything. */
    public void letGo(Function<String, Exception> failures) {
        for (int i = 0; !held.isEmpty(); i++) {
            if (i == MANY) {
                throw new AssertionError("there is no end to it; held is " + held.peek().job.title());
            }
            Held<?> next = held.remove();
            Exception failure = failures.apply(next.job.title());
            if (failure == null) {
                next.go();
            } else {
                next.job.failed().accept(failure);
            }
        }
    }
}
