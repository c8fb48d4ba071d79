package org.turnwise.ui.model;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.CannotRefresh;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.CannotEvaluate;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.OneAtATime;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.model.ModelViewModel.Notice;

/** What takes long on the model screen, one thing at a time, and what a person must know of the last. JavaFX thread; needs no toolkit. */
final class UnderWay {

    private final OneAtATime models;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();

    /** @param models runs it, also what was begun elsewhere */
    UnderWay(OneAtATime models) {
        this.models = models;
        busy.bind(models.busyProperty());
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    boolean isBusy() {
        return busy.get();
    }

    /** What it is, as the status bar names it. */
    String title() {
        return models.title();
    }

    ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    void say(@Nullable Notice what) {
        notice.set(what);
    }

    /** Nothing happens while something else is under way. */
    <T> void start(String what, Tasks.Work<T> work, Consumer<T> done) {
        if (busy.get()) {
            return;
        }
        notice.set(null);
        models.start(new Tasks.Job<>(
                what,
                false,
                work,
                done,
                error -> notice.set(describe(what, error)),
                () -> notice.set(new Notice("info", Texts.text("model.cancelled"), Texts.text("model.cancelled.why"), false))));
    }

    void cancel() {
        models.cancel();
    }

    private static Notice describe(String title, Throwable error) {
        if (error instanceof Training.TooFewOutcomes few) {
            return new Notice(
                    "unsure",
                    Texts.text("model.toofew"),
                    Texts.text("model.toofew.why", Training.FEWEST_A_CLASS, few.converted(), few.notConverted(),
                            Math.max(0, Training.FEWEST_A_CLASS - few.converted()), Math.max(0, Training.FEWEST_A_CLASS - few.notConverted())),
                    true);
        }
        if (error instanceof CannotRefresh refused) {
            return new Notice("unsure", Texts.text("model.norefresh"), Texts.text("model.norefresh.why", String.valueOf(refused.getMessage())), false);
        }
        if (error instanceof CannotEvaluate) {
            return new Notice("unsure", Texts.text("model.labels.cannot"), String.valueOf(error.getMessage()), false);
        }
        return new Notice("bad", Texts.text("model.failed", title), Texts.text("model.failed.why", String.valueOf(error.getMessage())), false);
    }
}
