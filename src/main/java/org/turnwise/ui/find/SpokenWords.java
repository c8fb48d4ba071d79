package org.turnwise.ui.find;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.find.Find;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Takes what was said in calls that came in into what a search sees, in the background. JavaFX thread; needs no toolkit. */
public final class SpokenWords {

    private final Find find;
    private final Tasks tasks;
    private final Runnable caughtUp;
    private final Consumer<Throwable> failed;
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Tasks.@Nullable Running running;
    /** Until {@link #goOn}: a person stopped it, or it failed, as it would again. */
    private boolean stopped;

    /** @param caughtUp run once a search sees more than before */
    SpokenWords(Find find, Tasks tasks, Runnable caughtUp, Consumer<Throwable> failed) {
        this.find = find;
        this.tasks = tasks;
        this.caughtUp = caughtUp;
        this.failed = failed;
    }

    /** From now on, looks for calls that came in whenever the queue was built anew; so that nobody who wants to find has to wait for them. */
    public void keepUp(WorkQueue queue) {
        queue.generationProperty().subscribe(generation -> {
            if (generation.intValue() > 0) {
                look();
            }
        });
    }

    private void look() {
        if (stopped) {
            return;
        }
        tasks.quietly(Texts.text("find.searching"), progress -> find.behind(), behind -> {
            if (behind > 0) {
                read();
            }
        }, failed);
    }

    void read() {
        if (stopped || reading.get()) {
            return;
        }
        reading.set(true);
        running = tasks.start(new Tasks.Job<>(
                Texts.text("find.indexing.task"),
                false,
                progress -> {
                    find.catchUp(progress);
                    return true;
                },
                done -> {
                    reading.set(false);
                    caughtUp.run();
                },
                error -> {
                    stopped = true;
                    reading.set(false);
                    failed.accept(error);
                },
                () -> reading.set(false)));
    }

    /** What is not read yet stays unread until {@link #goOn}. */
    public void stop() {
        stopped = true;
        if (running != null) {
            running.cancel();
        }
    }

    /** Looks for calls that came in, also after it was stopped. */
    void goOn() {
        stopped = false;
        look();
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }
}
