package org.turnwise.ui.common;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import org.turnwise.task.Tasks;

/**
 * The queue as the screens share it: all rows, the filter, what it lets through, and the call that is open. JavaFX thread.
 * The order stays as it was built until {@link #rebuild}: a row that changes under the reader's hand would be lost.
 */
public final class WorkQueue {

    private final Queue queue;
    private final Tasks tasks;

    /** The rows of one build, where each stands, which is found out meanwhile, and the reps there are. */
    private record Rows(List<QueueItem> all, CompletableFuture<Map<CallId, Integer>> placed, Set<String> reps) {

        static Rows of(List<QueueItem> all) {
            CompletableFuture<Map<CallId, Integer>> placed = CompletableFuture.supplyAsync(() -> WorkQueue.places(all));
            Set<String> reps = new HashSet<>();
            all.forEach(item -> Optional.ofNullable(item.call().rep()).ifPresent(reps::add));
            return new Rows(all, placed, Collections.unmodifiableSet(new TreeSet<>(reps)));
        }

        Map<CallId, Integer> places() {
            return placed.join();
        }
    }

    /**
     * What a filter lets through of some rows, and what there is to count of it.
     *
     * @param places of the rows, and perhaps places behind them of rows that it doesn't let through
     */
    private record Passed(
            QueueFilter filter, List<QueueItem> rows, Map<CallId, Integer> places, Map<QueueReason, Integer> counts, int waiting, int labeled, MakeUp makeUp) {

        static Passed of(Rows of, List<QueueItem> all, QueueFilter filter) {
            List<QueueItem> rows = Queue.filter(all, filter);
            // what waits stands before what doesn't, so the usual filter lets through the beginning
            boolean beginning = rows.isEmpty() || all.get(rows.size() - 1) == rows.getLast();
            Map<QueueReason, Integer> counts = new EnumMap<>(QueueReason.class);
            (filter.reasons().isEmpty() ? rows : Queue.filter(all, anyReason(filter))).forEach(item -> counts.merge(item.reason(), 1, Integer::sum));
            int waiting = (int) rows.stream().filter(WorkQueue::waits).count();
            int labeled = (int) rows.stream().filter(item -> item.labels() > 0).count();
            MakeUp makeUp = MakeUp.of(rows);
            return new Passed(filter, rows, beginning ? of.places() : WorkQueue.places(rows), counts, waiting, labeled, makeUp);
        }

        private static QueueFilter anyReason(QueueFilter filter) {
            return new QueueFilter(Set.of(), filter.reps(), filter.statuses(), filter.flaggedOnly(), filter.text(), filter.among());
        }
    }

    private record Built(Rows rows, Passed passed) {}

    private Rows rows = Rows.of(List.of());
    private Passed passed = Passed.of(rows, List.of(), QueueFilter.waiting());
    /** The rows as they are now: those of the build, but for those that changed since. */
    private List<QueueItem> all = List.of();
    private MakeUp makeUp = passed.makeUp();
    private final ObservableList<QueueItem> shown = FXCollections.observableArrayList();
    private final ObjectProperty<QueueFilter> filter = new SimpleObjectProperty<>(QueueFilter.waiting());
    private final ObjectProperty<@Nullable CallId> open = new SimpleObjectProperty<>();
    private final ReadOnlyIntegerWrapper generation = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper built = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper labeled = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private int rebuilds;
    /** What waits for the calls to be in order. */
    private final List<Runnable> afterwards = new ArrayList<>();

    public WorkQueue(Queue queue, Tasks tasks) {
        this.queue = queue;
        this.tasks = tasks;
        filter.subscribe(now -> show(Passed.of(rows, all, now)));
    }

    /**
     * Scores what is not scored yet and orders the calls anew, in the background; then runs {@code after}. Asked to do so again meanwhile, it runs it once
     * the last of these orders stands.
     */
    public void rebuild(Runnable after) {
        int rebuild = ++rebuilds;
        afterwards.add(after);
        QueueFilter now = filter.get();
        tasks.start(new Tasks.Job<>(
                Texts.text("task.queue"),
                false,
                progress -> {
                    Rows ordered = Rows.of(queue.build(progress));
                    return new Built(ordered, Passed.of(ordered, ordered.all(), now));
                },
                found -> {
                    if (rebuild == rebuilds) {
                        rows = found.rows();
                        all = rows.all();
                        built.set(true);
                        failure.set("");
                        show(filter.get().equals(now) ? found.passed() : Passed.of(rows, all, filter.get()));
                        generation.set(rebuild);
                        List<Runnable> due = List.copyOf(afterwards);
                        afterwards.clear();
                        due.forEach(Runnable::run);
                    }
                },
                error -> failure.set(String.valueOf(error.getMessage())),
                () -> {}));
    }

    private static Map<CallId, Integer> places(List<QueueItem> items) {
        Map<CallId, Integer> places = HashMap.newHashMap(items.size());
        for (int i = 0; i < items.size(); i++) {
            places.put(items.get(i).call().id(), i);
        }
        return places;
    }

    private void show(Passed wanted) {
        passed = wanted;
        makeUp = wanted.makeUp();
        shown.setAll(wanted.rows());
        waiting.set(wanted.waiting());
        labeled.set(wanted.labeled());
    }

    /** Puts a changed row in the place of the one before, without reordering. */
    public void replace(QueueItem item) {
        Integer place = rows.places().get(item.call().id());
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
            makeUp = Objects.equals(before.call().rep(), item.call().rep()) ? makeUp.changed(before, item) : MakeUp.of(Queue.filter(all, passed.filter()));
            shown.set(row, item);
            waiting.set(waiting.get() + (waits(item) ? 1 : 0) - (waits(before) ? 1 : 0));
            labeled.set(labeled.get() + (item.labels() > 0 ? 1 : 0) - (before.labels() > 0 ? 1 : 0));
        }
    }

    public Optional<QueueItem> item(CallId call) {
        return Optional.ofNullable(rows.places().get(call)).map(all::get);
    }

    /** Where the call's row stands among those shown, from 0; -1 if it is not shown. */
    public int placeOf(@Nullable CallId call) {
        int place = call == null ? -1 : passed.places().getOrDefault(call, -1);
        return place < shown.size() ? place : -1;
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

    /** How many of the rows shown carry labels. */
    public ReadOnlyIntegerProperty labeledProperty() {
        return labeled.getReadOnlyProperty();
    }

    /** Rows the filter lets through, in order. */
    public ObservableList<QueueItem> shown() {
        return shown;
    }

    /** Of the rows shown; changes with them. */
    public MakeUp makeUp() {
        return makeUp;
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
        return new EnumMap<>(passed.counts());
    }

    private void recount(QueueItem item, int by) {
        if (Queue.filter(List.of(item), Passed.anyReason(passed.filter())).isEmpty()) {
            return;
        }
        int now = passed.counts().getOrDefault(item.reason(), 0) + by;
        if (now == 0) {
            passed.counts().remove(item.reason());
        } else {
            passed.counts().put(item.reason(), now);
        }
    }

    public Set<String> reps() {
        return rows.reps();
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
}
