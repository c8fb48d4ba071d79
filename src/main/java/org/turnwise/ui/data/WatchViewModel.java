package org.turnwise.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** The folder that is watched, and what comes from it. JavaFX thread; needs no toolkit. */
public final class WatchViewModel {

    private final WatchedFolder watched;
    private final Supplier<Optional<Path>> choose;
    private final Tasks tasks;
    private final ImportViewModel imports;
    private final ReadOnlyObjectWrapper<@Nullable Path> folder = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private boolean looking;

    WatchViewModel(WatchedFolder watched, Supplier<Optional<Path>> choose, Tasks tasks, ImportViewModel imports) {
        this.watched = watched;
        this.choose = choose;
        this.tasks = tasks;
        this.imports = imports;
        show();
    }

    /** Asks for a folder and watches it, or stops if one is watched. */
    public void toggle() {
        if (folder.get() == null) {
            choose.get().ifPresent(watched::watch);
        } else {
            watched.stop();
        }
        show();
        look();
    }

    private void show() {
        Path now = watched.folder().orElse(null);
        folder.set(now);
        status.set(now == null ? "" : Texts.text("data.watching", String.valueOf(now.getFileName())));
    }

    /** Looks once; called every few seconds. Nothing happens while no folder is set, or while an import or a look is under way. */
    public void look() {
        if (folder.get() == null || looking || imports.busyProperty().get()) {
            return;
        }
        looking = true;
        tasks.start(new Tasks.Job<>(Texts.text("data.looking"), true, progress -> watched.look(), this::seen, error -> {
            looking = false;
            status.set(Texts.text("data.watch.lost", String.valueOf(error.getMessage())));
        }, () -> looking = false));
    }

    private void seen(WatchedFolder.Look look) {
        looking = false;
        switch (look) {
            case WatchedFolder.Off off -> show();
            case WatchedFolder.Unreachable lost -> status.set(Texts.text("data.watch.lost", lost.why()));
            case WatchedFolder.Seen seen -> {
                String name = String.valueOf(seen.folder().getFileName());
                status.set(seen.growing() == 0 ? Texts.text("data.watching", name) : Texts.text("data.watching.growing", name, seen.growing()));
                List<Path> ready = seen.files();
                if (!ready.isEmpty() && !imports.busyProperty().get()) {
                    imports.run(ready, () -> tasks.quietly(Texts.text("data.looking"), progress -> {
                        watched.taken(seen);
                        return seen;
                    }, done -> {}, error -> {}));
                }
            }
        }
    }

    /** Null while none is watched. */
    public ReadOnlyObjectProperty<@Nullable Path> folderProperty() {
        return folder.getReadOnlyProperty();
    }

    /** In a few words; empty while no folder is watched. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }
}
