package org.turnwise.ui.common;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersions;

/** The scorer versions as the screens see them. JavaFX thread. */
public final class ActiveScorer {

    private final ScorerVersions versions;
    private final ObservableList<ScorerVersion> all = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ScorerVersion> active = new ReadOnlyObjectWrapper<>();

    public ActiveScorer(ScorerVersions versions) {
        this.versions = versions;
        reload();
    }

    public void reload() {
        List<ScorerVersion> now = versions.all();
        all.setAll(now);
        active.set(now.stream().filter(v -> v.status() == ScorerVersion.Status.ACTIVE).findFirst().orElse(null));
    }

    /** Newest first. */
    public ObservableList<ScorerVersion> all() {
        return all;
    }

    public ReadOnlyObjectProperty<@Nullable ScorerVersion> activeProperty() {
        return active.getReadOnlyProperty();
    }
}
