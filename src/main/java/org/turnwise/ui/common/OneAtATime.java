package org.turnwise.ui.common;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.task.Tasks;

/**
 * Runs one task of a kind at a time, whoever began it: what runs goes on when somebody else comes to work, and theirs has to wait for it too. What shows it
 * should know it only weakly, as it stays for as long as the window does. JavaFX thread.
 */
public final class OneAtATime {

    private final Tasks tasks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Tasks.@Nullable Running running;
    private String title = "";

    public OneAtATime(Tasks tasks) {
        this.tasks = tasks;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is under way, as the status bar names it; what was last, if nothing is. */
    public String title() {
        return title;
    }

    /** Nothing happens while something else is under way. When the task calls back it is not under way any more. */
    public <T> void start(Tasks.Job<T> job) {
        if (busy.get()) {
            return;
        }
        title = job.title();
        busy.set(true);
        running = tasks.start(new Tasks.Job<>(
                job.title(),
                job.quiet(),
                job.work(),
                result -> {
                    busy.set(false);
                    job.done().accept(result);
                },
                error -> {
                    busy.set(false);
                    job.failed().accept(error);
                },
                () -> {
                    busy.set(false);
                    job.cancelled().run();
                }));
    }

    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
