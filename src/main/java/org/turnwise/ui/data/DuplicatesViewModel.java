package org.turnwise.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.intake.duplicates.Comparison;
import org.turnwise.intake.duplicates.Decision;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.intake.duplicates.ProbableDuplicate;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Notice;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.Texts;

/** Calls that two tools may have recorded, a pair at a time. JavaFX thread; needs no toolkit. */
public final class DuplicatesViewModel {

    /** The pair in view. @param better the source that tells more */
    public record Compared(ProbableDuplicate pair, Call better, Call other, Comparison comparison) {}

    private record Read(List<ProbableDuplicate> open, boolean canTakeBack) {}

    private final CallRepository calls;
    private final Duplicates duplicates;
    private final SaveState saveState;
    private final Tasks tasks;
    private final String annotator;
    private final Runnable changed;
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper canTakeBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private List<ProbableDuplicate> open = List.of();
    private int reads;

    /** @param changed run after a decision */
    public DuplicatesViewModel(CallRepository calls, Duplicates duplicates, SaveState saveState, Tasks tasks, String annotator, Runnable changed) {
        this.calls = calls;
        this.duplicates = duplicates;
        this.saveState = saveState;
        this.tasks = tasks;
        this.annotator = annotator;
        this.changed = changed;
    }

    /** Compares again what is there. */
    public void reload() {
        int read = ++reads;
        tasks.quietly(Texts.text("data.comparing"), progress ->
                new Read(duplicates.find(progress).stream().filter(ProbableDuplicate::open).toList(), duplicates.canTakeBack()), found -> {
            if (read == reads) {
                open = found.open();
                canTakeBack.set(found.canTakeBack());
                loaded.set(true);
                count.set(open.size());
                show(Math.min(at.get(), Math.max(0, open.size() - 1)));
            }
        }, error -> notice.set(new Notice("bad", Texts.text("data.notcompared"), String.valueOf(error.getMessage()))));
    }

    private void show(int place) {
        at.set(place);
        if (open.isEmpty()) {
            compared.set(null);
            return;
        }
        ProbableDuplicate pair = open.get(place);
        tasks.quietly(Texts.text("data.comparing"), progress -> compare(pair), found -> {
            if (at.get() == place && place < open.size() && open.get(place) == pair) {
                compared.set(found.orElse(null));
            }
        }, error -> notice.set(new Notice("bad", Texts.text("data.notcompared"), String.valueOf(error.getMessage()))));
    }

    private Optional<Compared> compare(ProbableDuplicate pair) {
        Optional<Call> better = calls.find(pair.better());
        Optional<Call> other = calls.find(pair.other());
        return better.flatMap(one -> other.map(two -> new Compared(pair, one, two, Comparison.of(one, two))));
    }

    public void next() {
        step(1);
    }

    public void previous() {
        step(-1);
    }

    private void step(int by) {
        if (!open.isEmpty()) {
            show(Math.floorMod(at.get() + by, open.size()));
        }
    }

    /** They are one call; the other source stays out of training and queue. */
    public void keepBetter() {
        keep(ProbableDuplicate::other);
    }

    /** They are one call; the source that tells more stays out, for a reason of the person's own. */
    public void keepOther() {
        keep(ProbableDuplicate::better);
    }

    private void keep(java.util.function.Function<ProbableDuplicate, CallId> leftOut) {
        Compared now = compared.get();
        if (now != null) {
            write(() -> duplicates.decide(now.pair().pair(), new Decision.OneCall(leftOut.apply(now.pair())), annotator));
        }
    }

    public void keepBoth() {
        Compared now = compared.get();
        if (now != null) {
            write(() -> duplicates.decide(now.pair().pair(), new Decision.TwoCalls(), annotator));
        }
    }

    /** One call was read anew and came in as another; the first stays out of training and queue. */
    void replace(CallId before, CallId now) {
        write(() -> duplicates.decide(Decision.Pair.of(before, now), new Decision.OneCall(before), annotator));
    }

    public void takeBack() {
        write(() -> duplicates.takeBack(annotator));
    }

    private void write(Runnable decision) {
        tasks.start(new Tasks.Job<>(Texts.text("data.deciding"), false, progress -> {
            decision.run();
            return decision;
        }, done -> {
            saveState.saved();
            notice.set(null);
            reload();
            changed.run();
        }, error -> {
            saveState.failed(error);
            notice.set(new Notice("bad", Texts.text("data.notdecided"), String.valueOf(error.getMessage())));
        }, () -> {}));
    }

    /** Pairs that nobody decided on. */
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Which of them is in view, from 0. */
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canTakeBackProperty() {
        return canTakeBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> noticeProperty() {
        return notice.getReadOnlyProperty();
    }
}
