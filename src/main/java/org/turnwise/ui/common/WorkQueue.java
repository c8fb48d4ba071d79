package org.turnwise.ui.common;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.scoring.Forecasts;
import org.turnwise.task.Tasks;

/**
 * The queue as the screens share it: all rows, the filter, what it lets through, and the call that is open. JavaFX thread.
 * The order stays as it was built until {@link #rebuild}: a row that changes under the reader's hand would be lost.
 */
public final class WorkQueue {

    private final Queue queue;
    private final Forecasts forecasts;
    private final Tasks tasks;

    private List<QueueItem> all = List.of();
    private final ObservableList<QueueItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.waiting());
    private final ObjectProperty<@Nullable CallId> open = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper built = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private int rebuilds;

    public WorkQueue(Queue queue, Forecasts forecasts, Tasks tasks) {
        this.queue = queue;
        this.forecasts = forecasts;
        this.tasks = tasks;
        filter.subscribe(this::show);
    }

    /** Scores what is not scored yet and orders the calls anew, in the background; then runs {@code after}. */
    public void rebuild(Runnable after) {
        int rebuild = ++rebuilds;
        tasks.start(new Tasks.Job<>(
                Texts.text("task.queue"),
                false,
                progress -> {
                    forecasts.refresh(progress.part(0, 0.9));
                    return queue.build(progress.part(0.9, 1));
                },
                items -> {
                    if (rebuild == rebuilds) {
                        all = items;
                        built.set(true);
                        failure.set("");
                        show();
                        after.run();
                    }
                },
                error -> failure.set(String.valueOf(error.getMessage())),
                () -> {}));
    }

    /** Puts a changed row in the place of the one before, without reordering. */
    public void replace(QueueItem item) {
        all = all.stream().map(other -> other.call().id().equals(item.call().id()) ? item : other).toList();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).call().id().equals(item.call().id())) {
                shown.set(i, item);
            }
        }
    }

    public Optional<QueueItem> item(CallId call) {
        return all.stream().filter(item -> item.call().id().equals(call)).findFirst();
    }

    /** The row after this call's that still waits for a person; the first such row if the call is not shown or is the last. */
    public Optional<QueueItem> nextAfter(@Nullable CallId call) {
        int at = -1;
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).call().id().equals(call)) {
                at = i;
            }
        }
        for (int step = 1; step <= shown.size(); step++) {
            QueueItem item = shown.get((at + step) % shown.size());
            boolean waits = switch (item.status()) {
                case TODO, IN_PROGRESS -> true;
                case SKIPPED, SUBMITTED -> false;
            };
            if (waits && !item.call().id().equals(call)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    /** Rows the filter lets through, in order. */
    public ObservableList<QueueItem> shown() {
        return shown;
    }

    /** All rows as they are now, whatever the filter. */
    public List<QueueItem> rows() {
        return all;
    }

    public int size() {
        return all.size();
    }

    public Map<QueueReason, Integer> countsByReason() {
        QueueFilter now = filter.get();
        Map<QueueReason, Integer> counts = new EnumMap<>(QueueReason.class);
        Queue.filter(all, new QueueFilter(Set.of(), now.reps(), now.statuses(), now.flaggedOnly(), now.text(), now.among()))
                .forEach(item -> counts.merge(item.reason(), 1, Integer::sum));
        return counts;
    }

    public Set<String> reps() {
        Set<String> reps = new TreeSet<>();
        for (QueueItem item : all) {
            String rep = item.call().rep();
            if (rep != null) {
                reps.add(rep);
            }
        }
        return reps;
    }

    /** The calls the filter lets through, for an export that honours it. */
    public Set<CallId> shownCalls() {
        Set<CallId> ids = new HashSet<>();
        shown.forEach(item -> ids.add(item.call().id()));
        return ids;
    }

    public ObjectProperty<QueueFilter> filterProperty() {
        return filter;
    }

    /** The call on the annotate screen; setting it opens the call. */
    public ObjectProperty<@Nullable CallId> openProperty() {
        return open;
    }

    /** Whether there is a queue yet. */
    public ReadOnlyBooleanProperty builtProperty() {
        return built.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private void show() {
        shown.setAll(Queue.filter(all, filter.get()));
    }
}
