package org.turnwise.ui.common;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.task.Progress;
import org.turnwise.task.Tasks;

/**
 * Runs tasks off the JavaFX thread and calls back on it. The one place where screens get threads from, and the only one that talks to
 * {@link Platform#runLater}. Start tasks on the JavaFX thread; a lane of one thread runs them in the order they were started.
 * What is started after the end is cancelled at once.
 */
public final class FxTasks implements Tasks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FxTasks.class);
    private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ExecutorService executor;
    private final ObservableList<Activity> activities = FXCollections.observableArrayList();
    /** Raised to cancel the tasks a person sees. Quiet ones, edits among them, are short and always finished. */
    private final Set<AtomicBoolean> flags = ConcurrentHashMap.newKeySet();
    private final ReadOnlyIntegerWrapper underWay = new ReadOnlyIntegerWrapper();

    private final Precedence precedence;

    private FxTasks(ExecutorService executor, Precedence precedence) {
        this.executor = executor;
        this.precedence = precedence;
    }

    /**
     * For work of seconds: runs side by side, below the window's own threads in priority.
     *
     * @param precedence what takes long makes way for, whenever it asks whether it is still wanted
     */
    public static FxTasks background(Precedence precedence) {
        return new FxTasks(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("background-", 0).priority(Thread.MIN_PRIORITY + 1).factory()), precedence);
    }

    /** For writes of milliseconds: one after another, in order. */
    public static FxTasks inOrder(String name) {
        return new FxTasks(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory()), new Precedence());
    }

    /** Runs this on the JavaFX thread, soon. Any thread. */
    public static void onUiThread(Runnable work) {
        Platform.runLater(work);
    }

    /** What is running and not quiet, oldest first. JavaFX thread. */
    public ObservableList<Activity> activities() {
        return activities;
    }

    /** How many tasks were started and have not called back yet, quiet ones included. JavaFX thread. */
    public ReadOnlyIntegerProperty underWayProperty() {
        return underWay.getReadOnlyProperty();
    }

    @Override
    public <T> Running start(Job<T> job) {
        underWay.set(underWay.get() + 1);
        AtomicBoolean cancelled = new AtomicBoolean();
        Activity activity = new Activity(job.title(), () -> cancelled.set(true));
        if (!job.quiet()) {
            activities.add(activity);
            flags.add(cancelled);
        }
        try {
            executor.execute(() -> {
                run(job, activity, new Reporter(activity, cancelled, precedence));
                flags.remove(cancelled);
            });
        } catch (RejectedExecutionException closed) {
            // what the last edit on its way to the disk sets off while the window closes
            LOG.debug("{} was asked for after the end", job.title(), closed);
            flags.remove(cancelled);
            activities.remove(activity);
            underWay.set(underWay.get() - 1);
            job.cancelled().run();
        }
        return () -> cancelled.set(true);
    }

    private <T> void run(Job<T> job, Activity activity, Progress progress) {
        Runnable end;
        try {
            progress.checkCancelled();
            T result = job.work().run(progress);
            end = () -> job.done().accept(result);
        } catch (CancellationException e) {
            end = job.cancelled();
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            LOG.error("{} failed", job.title(), e);
            end = () -> job.failed().accept(e);
        }
        Runnable finish = end;
        Platform.runLater(() -> {
            activities.remove(activity);
            try {
                finish.run();
            } finally {
                underWay.set(underWay.get() - 1);
            }
        });
    }

    /** Cancels the tasks a person sees and waits for all, so that every edit under way is on disk before the workspace closes. Any thread. */
    @Override
    public void close() {
        executor.shutdown();
        flags.forEach(cancelled -> cancelled.set(true));
        try {
            if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("tasks were still running at the end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hands progress to the JavaFX thread, at most one update at a time however often it is reported. */
    private static final class Reporter implements Progress {

        private record Step(double done, String what) {}

        private final Activity activity;
        private final AtomicBoolean cancelled;
        private final Precedence precedence;
        private final long began = System.nanoTime();
        private final AtomicReference<@Nullable Step> latest = new AtomicReference<>();

        Reporter(Activity activity, AtomicBoolean cancelled, Precedence precedence) {
            this.activity = activity;
            this.cancelled = cancelled;
            this.precedence = precedence;
        }

        @Override
        public void report(double done, String what) {
            if (latest.getAndSet(new Step(done, what)) == null) {
                Platform.runLater(() -> {
                    Step step = latest.getAndSet(null);
                    if (step != null) {
                        activity.update(step.done(), step.what());
                    }
                });
            }
        }

        /** What is over soon may be the very answer that a person waits for. */
        @Override
        public boolean cancelled() {
            if (System.nanoTime() - began > LONG_NANOS) {
                precedence.giveWay();
            }
            return cancelled.get();
        }
    }
}
