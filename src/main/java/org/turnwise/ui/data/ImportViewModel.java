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
import org.turnwise.intake.Importer;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** Brings files in, and says what came of each. JavaFX thread; needs no toolkit. */
public final class ImportViewModel {

    private final Importer importer;
    private final Tasks tasks;
    private final Runnable changed;
    private final ObservableList<ReportLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ImportReport> report = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Tasks.@Nullable Running running;
    private String title = "";

    /** @param changed run after calls came in */
    public ImportViewModel(Importer importer, Tasks tasks, Runnable changed) {
        this.importer = importer;
        this.tasks = tasks;
        this.changed = changed;
    }

    /** Imports files and folders; nothing happens while an import is under way or if there are none. */
    public void run(List<Path> paths) {
        if (paths.isEmpty() || busy.get()) {
            return;
        }
        title = paths.size() == 1 ? Texts.text("data.importing.one", String.valueOf(paths.getFirst().getFileName())) : Texts.text("data.importing", paths.size());
        busy.set(true);
        notice.set(null);
        running = tasks.start(new Tasks.Job<>(title, false, progress -> importer.run(paths, progress), this::done, error -> {
            busy.set(false);
            notice.set(new Notice("bad", Texts.text("data.notimported"), String.valueOf(error.getMessage())));
            changed.run();
        }, () -> {
            busy.set(false);
            notice.set(new Notice("info", Texts.text("data.cancelled"), Texts.text("data.cancelled.why")));
            changed.run();
        }));
    }

    private void done(ImportReport result) {
        busy.set(false);
        report.set(result);
        lines.setAll(ReportLine.of(result));
        if (!result.imported().isEmpty()) {
            changed.run();
        }
    }

    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    public ObservableList<ReportLine> lines() {
        return lines;
    }

    public ReadOnlyObjectProperty<@Nullable ImportReport> reportProperty() {
        return report.getReadOnlyProperty();
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
        return title;
    }
}
