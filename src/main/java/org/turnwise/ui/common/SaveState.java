package org.turnwise.ui.common;

import java.time.Clock;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Whether what a person did is on disk. Says saved only after it is; a failure stays until the next success. JavaFX thread. */
public final class SaveState {

    private final Clock clock;
    private final ReadOnlyObjectWrapper<@Nullable Instant> savedAt = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

    public SaveState(Clock clock) {
        this.clock = clock;
    }

    public void saved() {
        savedAt.set(clock.instant());
        failure.set("");
    }

    public void failed(Throwable why) {
        failure.set(why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage());
    }

    public ReadOnlyObjectProperty<@Nullable Instant> savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /** Empty while all is well. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
