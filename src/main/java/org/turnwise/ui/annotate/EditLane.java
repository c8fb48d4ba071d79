package org.turnwise.ui.annotate;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Labeling;
import org.turnwise.reward.Outcomes;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/** Takes edits to disk one after another, and says when each is there. JavaFX thread; the labeling is asked on the lane only. */
final class EditLane {

    private final Labeling labeling;
    private final Outcomes outcomes;
    private final SaveState saveState;
    private final Tasks writes;
    private final Consumer<String> message;
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Edit> edited = new ReadOnlyObjectWrapper<>();

    /** @param message takes why the last edit was refused; empty if it wasn't */
    EditLane(Labeling labeling, Outcomes outcomes, SaveState saveState, Tasks writes, Consumer<String> message) {
        this.labeling = labeling;
        this.outcomes = outcomes;
        this.saveState = saveState;
        this.writes = writes;
        this.message = message;
        canUndo.set(labeling.nextUndo().isPresent());
        canRedo.set(labeling.nextRedo().isPresent());
    }

    ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }

    /** The last edit that reached the disk; null before the first. */
    ReadOnlyObjectProperty<@Nullable Edit> editedProperty() {
        return edited.getReadOnlyProperty();
    }

    /**
     * What the lane knows after an edit.
     *
     * @param written empty also for an edit that changed no annotation
     */
    private record Result(Optional<Edit> stored, Optional<Written> written, boolean canUndo, boolean canRedo) {}

    /** @param then called once the edit is on disk; with nothing if there was nothing to change */
    void write(Callable<Optional<Edit>> edit, Consumer<Optional<Written>> then) {
        writes.quietly(
                Texts.text("annotate.saving"),
                progress -> {
                    Optional<Edit> stored = edit.call();
                    return new Result(stored, stored.flatMap(it -> Written.of(it, labeling, outcomes)), labeling.nextUndo().isPresent(),
                            labeling.nextRedo().isPresent());
                },
                result -> {
                    message.accept("");
                    result.stored().ifPresent(stored -> saveState.saved());
                    canUndo.set(result.canUndo());
                    canRedo.set(result.canRedo());
                    then.accept(result.written());
                    result.stored().ifPresent(edited::set);
                },
                error -> {
                    if (error instanceof Labeling.NotAllowed) {
                        message.accept(String.valueOf(error.getMessage()));
                    } else {
                        saveState.failed(error);
                    }
                });
    }
}
