package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import org.turnwise.intake.Importer;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.OneAtATime;
import org.turnwise.ui.common.Texts;

/** Brings files in, says what came of each, and takes up what was cut off. JavaFX thread; needs no toolkit. */
public final class ImportViewModel {

    private final Importer importer;
    private final Tasks tasks;
    private final OneAtATime imports;
    private final Runnable changed;
    private final ObservableList<ReportLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ImportRuns.@Nullable Unfinished> unfinished = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /**
     * @param imports runs imports, also those that were begun elsewhere
     * @param changed run after calls came in
     */
    public ImportViewModel(Importer importer, Tasks tasks, OneAtATime imports, Runnable changed) {
        this.importer = importer;
        this.tasks = tasks;
        this.imports = imports;
        this.changed = changed;
        busy.bind(imports.busyProperty());
    }

    /** Imports files and folders; nothing happens while an import is under way or if there are none. */
    public void run(List<Path> paths) {
        run(paths, () -> {});
    }

    /** @param then run once all of them were read */
    void run(List<Path> paths, Runnable then) {
        if (!paths.isEmpty()) {
            String what = paths.size() == 1
                    ? Texts.text("data.importing.one", String.valueOf(paths.getFirst().getFileName()))
                    : Texts.text("data.importing", paths.size());
            start(what, progress -> importer.run(paths, progress), then);
        }
    }

    /** Goes on with the import that was cut off last. */
    public void resume() {
        ImportRuns.Unfinished left = unfinished.get();
        if (left != null) {
            start(Texts.text("data.resuming", left.left()), progress -> importer.resume(left, progress), () -> {});
        }
    }

    /** Lets the rest of the import that was cut off last be. */
    public void leave() {
        ImportRuns.Unfinished left = unfinished.get();
        if (left != null && !busy.get()) {
            tasks.quietly(Texts.text("data.leaving"), progress -> {
                importer.leave(left);
                return left;
            }, done -> reload(), error -> notice.set(new Notice("bad", Texts.text("data.notleft"), String.valueOf(error.getMessage()))));
        }
    }

    /** Reads again whether an import was cut off, and what it had done if nothing else was imported since. */
    public void reload() {
        tasks.quietly(Texts.text("data.looking"), progress -> importer.unfinished(), left -> {
            unfinished.set(left.isEmpty() ? null : left.getFirst());
            if (!left.isEmpty() && !busy.get() && report.get() == null) {
                tasks.quietly(Texts.text("data.looking"), progress -> importer.report(left.getFirst()), this::show, error -> {});
            }
        }, error -> {});
    }

    private void start(String what, Tasks.Work<ImportReport> work, Runnable then) {
        if (busy.get()) {
            return;
        }
        notice.set(null);
        imports.start(new Tasks.Job<>(what, false, work, result -> {
            show(result);
            then.run();
            reload();
            if (!result.imported().isEmpty()) {
                changed.run();
            }
        }, error -> cutOff(new Notice("bad", Texts.text("data.notimported"), String.valueOf(error.getMessage()))), () ->
                cutOff(new Notice("info", Texts.text("data.cancelled"), Texts.text("data.cancelled.why")))));
    }

    private void cutOff(Notice why) {
        notice.set(why);
        reload();
        changed.run();
    }

    private void show(ImportReport result) {
        report.set(result);
        lines.setAll(ReportLine.of(result));
    }

    public void cancel() {
        imports.cancel();
    }

    public ObservableList<ReportLine> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<@Nullable ImportReport> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** The import that was cut off last and can be taken up; null if there is none. */
    public ReadOnlyObjectProperty<ImportRuns.@Nullable Unfinished> unfinishedProperty() {
        return unfinished.getReadOnlyProperty();
    }

    /** The report as text; empty before the first import. */
    public String reportText() {
        ImportReport last = report.get();
        return last == null ? "" : ReportLine.asText(last);
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** What is under way, as the status bar names it. */
    public String title() {
        return imports.title();
    }
}
