package org.turnwise.ui.model;

import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.EncodingAhead;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Has what was said read for the first training while nothing is trained, so that whoever asks for it waits less. JavaFX thread; needs no toolkit. */
public final class ReadingInPassing {

    private final EncodingAhead ahead;
    private final Tasks tasks;
    private Tasks.@Nullable Running running;
    private boolean making;
    /** Until the window is opened again: a person stopped it, or it failed, as it would again. */
    private boolean stopped;

    public ReadingInPassing(EncodingAhead ahead, Tasks tasks) {
        this.ahead = ahead;
        this.tasks = tasks;
    }

    /**
     * From now on, looks for calls that came in whenever the queue was built anew.
     *
     * @param trains whether a version is being made, which reads what is left itself, and faster
     */
    public void keepUp(WorkQueue queue, ObservableValue<Boolean> trains) {
        queue.generationProperty().subscribe(generation -> {
            if (generation.intValue() > 0) {
                look();
            }
        });
        trains.subscribe(now -> {
            making = now;
            if (now && running != null) {
                running.cancel();
            }
        });
    }

    private void look() {
        if (stopped || making || running != null) {
            return;
        }
        tasks.quietly(Texts.text("model.ahead"), progress -> ahead.isDue(), due -> {
            if (due && !stopped && !making && running == null) {
                read();
            }
        }, error -> stopped = true);
    }

    private void read() {
        boolean[] over = {false};
        Tasks.Running begun = tasks.start(new Tasks.Job<>(
                Texts.text("model.ahead"),
                false,
                progress -> {
                    ahead.encode(progress);
                    return true;
                },
                done -> over[0] = ended(),
                error -> {
                    stopped = true;
                    over[0] = ended();
                },
                () -> {
                    stopped |= !making;
                    over[0] = ended();
                }));
        running = over[0] ? null : begun;
    }

    private boolean ended() {
        running = null;
        return true;
    }
}
