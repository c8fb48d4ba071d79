package org.turnwise.ui.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.queue.QueueReason;
import org.turnwise.task.Tasks;

/**
 * The queue as the screens share it: all rows, the filter, what it lets through, and the call that is open. JavaFX thread.
 * The order stays as it was built until {@link #rebuild}: a row that changes under the reader's hand would be lost.
 */
public final class WorkQueue {

    private final Queue queue;
    private final Tasks tasks;

    private List<QueueItem> all = List.of();
    private Map<CallId, Integer> places = Map.of();
    private Set<String> reps = Set.of();
    /** Where each shown row stands; null while that has to be counted again. */
    private @Nullable Map<CallId, Integer> shownPlaces;
    /** Null while they have to be counted again. */
    private @Nullable Map<QueueReason, Integer> counts;
    private final ObservableList<QueueItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.waiting());
    private final ObjectProperty<@Nullable CallId> open = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper built = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private int rebuilds;

    public WorkQueue(Queue queue, Tasks tasks) {
        this.queue = queue;
        this.tasks = tasks;
        shown.addListener((ListChangeListener<QueueItem>) this::forgetPlaces);
        filter.subscribe(this::show);
    }

    /** Scores what is not scored yet and orders the calls anew, in the background; then runs {@code after}. */
    public void rebuild(Runnable after) {
        int rebuild = ++rebuilds;
        tasks.start(new Tasks.Job<>(
                Texts.text("task.queue"),
                false,
                queue::build,
                items -> {
                    if (rebuild == rebuilds) {
                        take(items);
                        built.set(true);
                        failure.set("");
                        show();
                        generation.set(rebuild);
                        after.run();
                    }
                },
                error -> failure.set(String.valueOf(error.getMessage())),
                () -> {}));
    }

    private void take(List<QueueItem> items) {
        all = items;
        places = HashMap.newHashMap(items.size());
        reps = new TreeSet<>();
        for (int i = 0; i < items.size(); i++) {
            CallSummary call = items.get(i).call();
            places.put(call.id(), i);
            if (call.rep() != null) {
                reps.add(call.rep());
            }
        }
        counts = null;
    }

    /** Puts a changed row in the place of the one before, without reordering. */
    public void replace(QueueItem item) {
        Integer place = places.get(item.call().id());
        if (place == null) {
            return;
        }
        QueueItem before = all.get(place);
        List<QueueItem> changed = new ArrayList<>(all);
        changed.set(place, item);
        all = Collections.unmodifiableList(changed);
        recount(before, -1);
        recount(item, 1);
        int row = placeOf(item.call().id());
        if (row >= 0) {
            shown.set(row, item);
            waiting.set(waiting.get() + (waits(item) ? 1 : 0) - (waits(before) ? 1 : 0));
        }
    }

    public Optional<QueueItem> item(CallId call) {
        return Optional.ofNullable(places.get(call)).map(all::get);
    }

    /** Where the call's row stands among those shown, from 0; -1 if it is not shown. */
    public int placeOf(@Nullable CallId call) {
        Map<CallId, Integer> known = shownPlaces;
        if (known == null) {
            known = HashMap.newHashMap(shown.size());
            for (int i = 0; i < shown.size(); i++) {
                known.put(shown.get(i).call().id(), i);
            }
            shownPlaces = known;
        }
        return call == null ? -1 : known.getOrDefault(call, -1);
    }

    /** The row after this call's that still waits for a person; the first such row if the call is not shown or is the last. */
    public Optional<QueueItem> nextAfter(@Nullable CallId call) {
        int at = placeOf(call);
        for (int step = 1; step <= shown.size(); step++) {
            QueueItem item = shown.get((at + step) % shown.size());
            if (waits(item) && !item.call().id().equals(call)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static boolean waits(QueueItem item) {
        return switch (item.status()) {
            case TODO, IN_PROGRESS -> true;
            case SKIPPED, SUBMITTED -> false;
        };
    }

    /** How many of the rows shown still wait for a person. */
    public ReadOnlyIntegerProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
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

    /** How many calls of each reason there are under the filter, its reasons aside. */
    public Map<QueueReason, Integer> countsByReason() {
        Map<QueueReason, Integer> known = counts;
        if (known == null) {
            known = new EnumMap<>(QueueReason.class);
            for (QueueItem item : Queue.filter(all, anyReason())) {
                known.merge(item.reason(), 1, Integer::sum);
            }
            counts = known;
        }
        return new EnumMap<>(known);
    }

    private void recount(QueueItem item, int by) {
        Map<QueueReason, Integer> known = counts;
        if (known == null || Queue.filter(List.of(item), anyReason()).isEmpty()) {
            return;
        }
        int now = known.getOrDefault(item.reason(), 0) + by;
        if (now == 0) {
            known.remove(item.reason());
        } else {
            known.put(item.reason(), now);
        }
    }

    private QueueFilter anyReason() {
        QueueFilter now = filter.get();
        return new QueueFilter(Set.of(), now.reps(), now.statuses(), now.flaggedOnly(), now.text(), now.among());
    }

    public Set<String> reps() {
        return Collections.unmodifiableSet(reps);
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

    /** Changes whenever the calls were read and ordered anew; 0 before the first time. */
    public ReadOnlyIntegerProperty generationProperty() {
        return generation.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** A row that is put in another's place, for the same call, moves none. */
    private void forgetPlaces(ListChangeListener.Change<? extends QueueItem> change) {
        while (change.next()) {
            boolean oneForOne = change.wasReplaced() && change.getAddedSize() == 1 && change.getRemovedSize() == 1;
            if (!oneForOne || !change.getRemoved().getFirst().call().id().equals(change.getAddedSubList().getFirst().call().id())) {
                shownPlaces = null;
            }
        }
    }

    private void show() {
        counts = null;
        shown.setAll(Queue.filter(all, filter.get()));
        waiting.set((int) shown.stream().filter(WorkQueue::waits).count());
    }
}
