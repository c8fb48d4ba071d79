package org.turnwise.ui.queue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.ui.common.ActiveScorer;
import org.turnwise.ui.common.MakeUp;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/** Which calls wait, why, and which one is in hand. The filter lives in {@link WorkQueue}, since other screens honour it. JavaFX thread; needs no toolkit. */
public final class QueueViewModel {

    private final WorkQueue queue;
    private final ActiveScorer scorer;
    private final BiConsumer<CallId, Boolean> skip;
    private final BiConsumer<CallId, Boolean> flag;
    private final Runnable showCall;
    private final ReadOnlyObjectWrapper<@Nullable QueueItem> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<QueueReason, Integer>> counts = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyStringWrapper makeUp = new ReadOnlyStringWrapper("");
    private final ObservableList<CallId> chosen = FXCollections.observableArrayList();
    private int lastIndex;

    /** Held here: what it is computed from knows it only weakly. */
    private final ObservableValue<Instead> instead;

    /**
     * @param skip     puts a skip on a call or takes it off, durably, and puts the changed row into the queue
     * @param flag     the same for a flag
     * @param showCall brings the annotate screen into view
     */
    public QueueViewModel(WorkQueue queue, ActiveScorer scorer, BiConsumer<CallId, Boolean> skip, BiConsumer<CallId, Boolean> flag, Runnable showCall) {
        this.queue = queue;
        this.scorer = scorer;
        this.skip = skip;
        this.flag = flag;
        this.showCall = showCall;
        instead = Bindings.createObjectBinding(this::whatInstead, queue.shown(), queue.builtProperty(), queue.failureProperty());
        queue.shown().addListener((ListChangeListener<QueueItem>) change -> {
            makeUp.set(describe());
            follow();
        });
        makeUp.set(describe());
        follow();
    }

    /** Keeps the same call in hand when rows change; if it went, the one that took its place. */
    private void follow() {
        counts.set(queue.countsByReason());
        QueueItem before = selected.get();
        ObservableList<QueueItem> shown = queue.shown();
        int place = before == null ? -1 : queue.placeOf(before.call().id());
        QueueItem now = place < 0 ? null : shown.get(place);
        if (now == null && !shown.isEmpty()) {
            now = shown.get(Math.clamp(lastIndex, 0, shown.size() - 1));
        }
        select(now);
    }

    public void select(@Nullable QueueItem item) {
        if (item != null) {
            lastIndex = Math.max(0, place(item));
        }
        selected.set(item);
    }

    /** The calls that something is done to together: the one in hand, and those that were chosen with it. In order of the table. */
    ObservableList<CallId> chosen() {
        return chosen;
    }

    void choose(List<CallId> calls) {
        if (!chosen.equals(calls)) {
            chosen.setAll(calls);
        }
    }

    /** Where the row stands among those shown, from 0; -1 if it is not shown. */
    public int place(QueueItem item) {
        return queue.placeOf(item.call().id());
    }

    public ReadOnlyObjectProperty<@Nullable QueueItem> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ObservableList<QueueItem> shown() {
        return queue.shown();
    }

    /** Opens the call in hand on the annotate screen. */
    public void open() {
        QueueItem item = selected.get();
        if (item != null) {
            queue.openProperty().set(item.call().id());
            showCall.run();
        }
    }

    /** Skips the call in hand and goes on to the next that waits, or takes its skip back. */
    public void toggleSkip() {
        QueueItem item = selected.get();
        if (item == null) {
            return;
        }
        boolean skipped = item.status() == WorkStatus.SKIPPED;
        skip.accept(item.call().id(), !skipped);
        if (!skipped) {
            queue.nextAfter(item.call().id()).ifPresent(this::select);
        }
    }

    public void toggleFlag() {
        QueueItem item = selected.get();
        if (item != null) {
            flag.accept(item.call().id(), !item.flagged());
        }
    }

    /** Orders the calls anew, in the background. */
    public void rebuild() {
        queue.rebuild(() -> {});
    }

    // ---- filter

    public ReadOnlyObjectProperty<QueueFilter> filterProperty() {
        return queue.filterProperty();
    }

    public void filterText(String text) {
        change(f -> new QueueFilter(f.reasons(), f.reps(), f.statuses(), f.flaggedOnly(), text).among(f.among()));
    }

    public void filterReasons(Set<QueueReason> reasons) {
        change(f -> new QueueFilter(reasons, f.reps(), f.statuses(), f.flaggedOnly(), f.text()).among(f.among()));
    }

    public void filterReps(Set<String> reps) {
        change(f -> new QueueFilter(f.reasons(), reps, f.statuses(), f.flaggedOnly(), f.text()).among(f.among()));
    }

    public void filterStatuses(Set<WorkStatus> statuses) {
        change(f -> new QueueFilter(f.reasons(), f.reps(), statuses, f.flaggedOnly(), f.text()).among(f.among()));
    }

    public void flaggedOnly(boolean only) {
        change(f -> new QueueFilter(f.reasons(), f.reps(), f.statuses(), only, f.text()).among(f.among()));
    }

    /** No longer only the calls that a search found. */
    public void amongAll() {
        change(f -> f.among(null));
    }

    /** Shows every call, done and skipped ones included. */
    public void showAll() {
        change(f -> new QueueFilter(Set.of(), Set.of(), Set.of(), false, ""));
    }

    private void change(UnaryOperator<QueueFilter> changed) {
        queue.filterProperty().set(changed.apply(queue.filterProperty().get()));
    }

    public Set<String> reps() {
        return queue.reps();
    }

    // ---- what is said about it all

    /** How many calls of each reason there are under the filter, its reasons aside. */
    public ReadOnlyObjectProperty<Map<QueueReason, Integer>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ObservableValue<String> subtitle() {
        return scorer.activeProperty().map(active -> Texts.text("queue.by", active.number())).orElse(Texts.text("queue.unscored"));
    }

    /** For example {@code 47 of 1,284 calls}. */
    public ObservableValue<String> shownCount() {
        return Bindings.createStringBinding(() -> Texts.text("queue.count", queue.shown().size(), queue.size()), queue.shown(), queue.builtProperty());
    }

    /** For example {@code 1 of 47}. */
    public ObservableValue<String> position() {
        return selected.map(item -> Texts.text("queue.position", place(item) + 1, queue.shown().size())).orElse("");
    }

    /** What the shown calls are, beside their reasons. */
    public ReadOnlyStringProperty makeUp() {
        return makeUp.getReadOnlyProperty();
    }

    private String describe() {
        MakeUp of = queue.makeUp();
        int all = queue.shown().size();
        return all == 0 ? "" : Texts.text("queue.makeup", of.reps(), of.yes(), of.no(), all - of.yes() - of.no());
    }

    /** What stands in the table's place. */
    public enum Instead {
        NOTHING,
        LOADING,
        NO_CALLS,
        NO_MATCH,
        FAILED
    }

    public ObservableValue<Instead> instead() {
        return instead;
    }

    private Instead whatInstead() {
        if (!queue.failureProperty().get().isEmpty() && queue.shown().isEmpty()) {
            return Instead.FAILED;
        }
        if (!queue.builtProperty().get()) {
            return Instead.LOADING;
        }
        return queue.size() == 0 ? Instead.NO_CALLS : queue.shown().isEmpty() ? Instead.NO_MATCH : Instead.NOTHING;
    }

    /** Why the queue could not be ordered; empty while all is well. */
    public ObservableValue<String> failure() {
        return queue.failureProperty();
    }
}
