package org.turnwise.ui.find;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.CurrentScheme;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.CallId;
import org.turnwise.find.Find;
import org.turnwise.find.Found;
import org.turnwise.find.Found.FoundTurn;
import org.turnwise.find.NotUnderstood;
import org.turnwise.find.SavedSearch;
import org.turnwise.find.SavedSearches;
import org.turnwise.find.Search;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;
import org.turnwise.ui.common.WorkQueue;

/**
 * Finds as one types: each change starts a search in the background and ends the one before, and only the latest is shown. JavaFX thread; needs no toolkit.
 */
public final class FindViewModel {

    static final int PAGE = 50;

    /**
     * Where it leads.
     *
     * @param open shows a turn, by its ordinal, in its call
     */
    public record Ways(BiConsumer<CallId, Integer> open, Runnable toFind, Runnable toQueue) {}

    /** What stands in the list's place. */
    public enum Instead {
        NOTHING,
        START,
        INDEXING,
        NO_CALLS,
        NO_MATCH,
        FAILED
    }

    private record Answer(Found found, int behind) {}

    private final Find find;
    private final CurrentScheme scheme;
    private final WorkQueue queue;
    private final Tasks tasks;
    private final Ways ways;

    private final TypedSearch typed;
    private final FoundTurns found = new FoundTurns();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Instead> instead = new ReadOnlyObjectWrapper<>(Instead.START);
    private final ReadOnlyIntegerWrapper begun = new ReadOnlyIntegerWrapper();
    private final KeptSearches kept;
    private final SpokenWords spoken;
    private final ObservableList<String> annotators = FXCollections.observableArrayList();
    private Tasks.@Nullable Running running;
    private int latest;
    private boolean answered;

    public FindViewModel(Find find, SavedSearches searches, CurrentScheme scheme, WorkQueue queue, Tasks tasks, Ways ways) {
        this.find = find;
        this.typed = new TypedSearch(this::searchNow);
        this.kept = new KeptSearches(searches, tasks, this::failed);
        this.spoken = new SpokenWords(find, tasks, this::searchNow, this::failed);
        this.scheme = scheme;
        this.queue = queue;
        this.tasks = tasks;
        this.ways = ways;
        spoken.readingProperty().subscribe((before, now) -> follow());
    }

    // ---- what is looked for

    /** What is typed and chosen; each change is searched at once. */
    public TypedSearch typed() {
        return typed;
    }

    /** Searches what is typed and chosen now. */
    public void searchNow() {
        int mine = ++latest;
        if (running != null) {
            running.cancel();
        }
        Search search = typed.search();
        typed.tell("");
        if (search.isEmpty()) {
            show(new Found(0, true, List.of()));
            return;
        }
        List<QueueItem> rows = queue.rows();
        running = tasks.quietly(
                Texts.text("find.searching"),
                progress -> new Answer(find.search(search, () -> rows, 0, PAGE, progress), find.behind()),
                answer -> {
                    if (mine == latest) {
                        answered = true;
                        failure.set("");
                        show(answer.found());
                        if (answer.behind() > 0) {
                            spoken.read();
                        }
                    }
                },
                error -> {
                    if (mine == latest) {
                        failed(error);
                    }
                });
    }

    /** Searches after something failed, and takes in what could not be taken in. */
    public void retry() {
        failure.set("");
        spoken.goOn();
        searchNow();
    }

    /** What can't be read leaves what was found before, so that a quote not closed yet doesn't empty the list. */
    private void failed(Throwable error) {
        if (error instanceof NotUnderstood) {
            typed.tell(String.valueOf(error.getMessage()));
            return;
        }
        failure.set(String.valueOf(error.getMessage()));
        show(new Found(0, true, List.of()));
    }

    private void show(Found answer) {
        found.show(answer);
        count.set(typed.search().isEmpty() ? "" : Texts.text(answer.complete() ? "find.count" : "find.count.part", answer.total()));
        follow();
    }

    private void follow() {
        instead.set(whatInstead());
    }

    private Instead whatInstead() {
        if (found.anyProperty().get()) {
            return Instead.NOTHING;
        }
        if (!failure.get().isEmpty()) {
            return Instead.FAILED;
        }
        if (spoken.readingProperty().get()) {
            return Instead.INDEXING;
        }
        if (queue.builtProperty().get() && queue.size() == 0) {
            return Instead.NO_CALLS;
        }
        return typed.search().isEmpty() || !answered ? Instead.START : Instead.NO_MATCH;
    }

    // ---- coming into view

    /** Reads what came in since, and what was kept: called whenever the screen comes into view. */
    public void enter() {
        kept.refresh();
        spoken.goOn();
        tasks.quietly(Texts.text("find.searching"), progress -> find.annotators(), people -> {
            annotators.setAll(people);
            follow();
        }, this::failed);
    }

    /** Comes into view with the words in hand. */
    public void begin() {
        ways.toFind().run();
        begun.set(begun.get() + 1);
    }

    // ---- what is done with what was found

    public void open() {
        FoundTurn turn = found.selectedProperty().get();
        if (turn != null) {
            ways.open().accept(turn.call(), turn.said().turn().ordinal());
        }
    }

    /** Opens the turn found after the one in hand, or before it; at the end of the page the next is fetched. */
    public void step(int by) {
        int next = found.after(by);
        if (next == found.turns().size() && found.moreProperty().get()) {
            more(() -> step(by));
        } else {
            found.at(next).ifPresent(turn -> {
                found.selectedProperty().set(turn);
                open();
            });
        }
    }

    public void more() {
        more(() -> {});
    }

    private void more(Runnable after) {
        int mine = latest;
        Search search = typed.search();
        int from = found.turns().size();
        List<QueueItem> rows = queue.rows();
        tasks.quietly(
                Texts.text("find.searching"),
                progress -> find.search(search, () -> rows, from, PAGE, progress),
                page -> {
                    if (mine == latest && from == found.turns().size() && !page.turns().isEmpty()) {
                        found.add(page);
                        follow();
                        after.run();
                    }
                },
                this::failed);
    }

    /** Shows the calls in which something was found, and only these, in the queue. */
    public void toQueue() {
        Search search = typed.search();
        List<QueueItem> rows = queue.rows();
        String name = kept.nameOf(search).orElse(search.words().isEmpty() ? Texts.text("screen.find") : search.words());
        tasks.quietly(Texts.text("find.searching"), progress -> new QueueFilter.Among(name, find.calls(search, () -> rows, progress)), among -> {
            queue.filterProperty().set(QueueFilter.waiting().among(among));
            ways.toQueue().run();
        }, this::failed);
    }

    public void keep(String name) {
        try {
            kept.keep(new SavedSearch(name, typed.search()));
        } catch (NotUnderstood e) {
            typed.tell(String.valueOf(e.getMessage()));
        }
    }

    // ---- what the view shows

    public FoundTurns found() {
        return found;
    }

    /** How many were found, in words; empty while nothing is looked for. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** Why searching did not work; empty if it did. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Instead> insteadProperty() {
        return instead.getReadOnlyProperty();
    }

    /** Counts how often somebody asked for the words. */
    ReadOnlyIntegerProperty begunProperty() {
        return begun.getReadOnlyProperty();
    }

    /** Searches under a name. */
    public KeptSearches kept() {
        return kept;
    }

    /** How far a search sees all that was said. */
    public SpokenWords spoken() {
        return spoken;
    }

    ObservableList<String> annotators() {
        return annotators;
    }

    LabelScheme scheme() {
        return scheme.now();
    }

    WorkQueue queue() {
        return queue;
    }
}
