package org.turnwise.ui.data;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.intake.roster.RosterChange;
import org.turnwise.intake.roster.RosterEditor;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/**
 * The reps of the team, edited many at once: what is pasted comes on the roster, what is marked goes, and before either happens it is seen in which calls sides
 * would change. What was made can be taken back, the latest first, today or any day after. JavaFX thread; needs no toolkit.
 */
public final class RosterViewModel {

    private final RosterEditor editor;
    private final Forecasts forecasts;
    private final SaveState saveState;
    private final Tasks tasks;
    private final String annotator;
    private final Runnable changed;
    private final ObservableList<String> entries = FXCollections.observableArrayList();
    private final ObservableList<String> leaving = FXCollections.observableArrayList();
    private final StringProperty pasted = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<RosterEditor.@Nullable Plan> plan = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canTakeBack = new ReadOnlyBooleanWrapper();
    private int plans;
    private boolean writing;

    /** @param changed run after sides were settled */
    public RosterViewModel(RosterEditor editor, Forecasts forecasts, SaveState saveState, Tasks tasks, String annotator, Runnable changed) {
        this.editor = editor;
        this.forecasts = forecasts;
        this.saveState = saveState;
        this.tasks = tasks;
        this.annotator = annotator;
        this.changed = changed;
        pasted.addListener((value, before, now) -> dropPlan());
    }

    /** Neither the plan that is shown nor the one that is being worked out holds any more. */
    private void dropPlan() {
        plans++;
        plan.set(null);
    }

    private record Read(List<String> entries, boolean canTakeBack) {}

    /** Reads again who is on the roster. */
    public void reload() {
        tasks.quietly(Texts.text("data.roster.reading"), progress -> new Read(editor.entries(), editor.canTakeBack()), found -> {
            entries.setAll(found.entries());
            leaving.removeIf(entry -> !found.entries().contains(entry));
            canTakeBack.set(found.canTakeBack());
        }, this::failed);
    }

    /** Marks entries to go, or no longer. */
    public void mark(List<String> chosen) {
        boolean all = leaving.containsAll(chosen);
        chosen.forEach(entry -> {
            leaving.remove(entry);
            if (!all) {
                leaving.add(entry);
            }
        });
        dropPlan();
        if (!leaving.isEmpty()) {
            preview();
        }
    }

    /** Works out what would change. */
    public void preview() {
        int mine = ++plans;
        String text = pasted.get();
        List<String> going = List.copyOf(leaving);
        notice.set(null);
        tasks.quietly(Texts.text("data.roster.planning"), progress -> editor.plan(text, going, progress), found -> {
            if (mine == plans) {
                plan.set(found);
            }
        }, this::failed);
    }

    /** Makes the change that was previewed. */
    public void apply() {
        RosterEditor.Plan now = plan.get();
        if (now == null || now.isEmpty()) {
            return;
        }
        write(() -> {
            editor.apply(now, annotator);
            return now.calls();
        }, () -> {
            leaving.clear();
            pasted.set("");
            notice.set(new Notice(
                    "good", Texts.text("data.roster.made", now.added().size(), now.removed().size()),
                    Texts.text("data.roster.made.why", now.moved().size(), now.calls().size())));
        });
    }

    /** Takes the latest change back that stands. */
    public void takeBack() {
        if (canTakeBack.get()) {
            write(() -> editor.takeBack(annotator).map(RosterChange::calls).orElse(Set.of()),
                    () -> notice.set(new Notice("info", Texts.text("data.roster.undone"), Texts.text("data.roster.back.why"))));
        }
    }

    /** Nothing happens while a change is being written: what is asked for then was seen before it. */
    private void write(Supplier<Set<CallId>> change, Runnable then) {
        if (writing) {
            return;
        }
        writing = true;
        tasks.start(new Tasks.Job<>(Texts.text("data.roster.writing"), false, progress -> {
            Set<CallId> touched = change.get();
            touched.forEach(forecasts::sidesChanged);
            return touched;
        }, done -> {
            writing = false;
            saveState.saved();
            dropPlan();
            then.run();
            reload();
            changed.run();
        }, error -> {
            writing = false;
            saveState.failed(error);
            failed(error);
        }, () -> writing = false));
    }

    private void failed(Throwable error) {
        notice.set(new Notice("bad", Texts.text("data.roster.failed"), String.valueOf(error.getMessage())));
    }

    /** On the roster, in order. */
    public ObservableList<String> entries() {
        return entries;
    }

    /** Of those on the roster, the ones marked to go. */
    public ObservableList<String> leaving() {
        return leaving;
    }

    /** Names, addresses and domains to come on the roster. */
    public StringProperty pastedProperty() {
        return pasted;
    }

    /** What would change; null until it is worked out for what stands there now. */
    public ReadOnlyObjectProperty<RosterEditor.@Nullable Plan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canTakeBackProperty() {
        return canTakeBack.getReadOnlyProperty();
    }
}
