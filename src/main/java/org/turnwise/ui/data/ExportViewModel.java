package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Writes the labeled dataset where a person wants it. JavaFX thread; needs no toolkit. */
public final class ExportViewModel {

    /** Which calls to take. */
    public enum Scope {
        /** Calls that carry a label or an outcome. */
        LABELED,
        ALL,
        /** What the queue's filter lets through, labeled or not. */
        QUEUE
    }

    private final DatasetExport export;
    private final WorkQueue queue;
    private final Tasks tasks;
    private final Function<DatasetExport.Format, Optional<Path>> chooseTarget;
    private final ObjectProperty<DatasetExport.Format> format = new SimpleObjectProperty<>(DatasetExport.Format.JSONL);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.LABELED);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /** @param chooseTarget asks a person where to write; empty if they changed their mind */
    public ExportViewModel(DatasetExport export, WorkQueue queue, Tasks tasks, Function<DatasetExport.Format, Optional<Path>> chooseTarget) {
        this.export = export;
        this.queue = queue;
        this.tasks = tasks;
        this.chooseTarget = chooseTarget;
    }

    public void run() {
        if (!busy.get()) {
            chooseTarget.apply(format.get()).ifPresent(this::run);
        }
    }

    private void run(Path out) {
        Optional<Set<CallId>> only = scope.get() == Scope.QUEUE ? Optional.of(queue.shownCalls()) : Optional.empty();
        DatasetExport.Request request = new DatasetExport.Request(format.get(), out, only, scope.get() != Scope.LABELED);
        busy.set(true);
        notice.set(null);
        String title = Texts.text("data.exporting", String.valueOf(out.getFileName()));
        tasks.start(new Tasks.Job<>(title, false, progress -> export.run(request, progress), result -> {
            busy.set(false);
            notice.set(new Notice("good", Texts.text("data.exported", result.calls(), result.annotations()),
                    Texts.text("data.exported.text", result.path(), result.sha256())));
        }, error -> {
            busy.set(false);
            notice.set(new Notice("bad", Texts.text("data.notexported"), String.valueOf(error.getMessage())));
        }, () -> {
            busy.set(false);
            notice.set(new Notice("info", Texts.text("data.exportcancelled"), Texts.text("data.exportcancelled.why")));
        }));
    }

    public ObjectProperty<DatasetExport.Format> formatProperty() {
        return format;
    }

    public ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** How many calls the queue's filter lets through. */
    public int queued() {
        return queue.shown().size();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }
}
