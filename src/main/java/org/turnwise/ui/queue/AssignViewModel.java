package org.turnwise.ui.queue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.CallId;
import org.turnwise.review.Reviewer;
import org.turnwise.review.Shares;
import org.turnwise.review.Team;
import org.turnwise.task.Tasks;
import org.turnwise.ui.common.Texts;

/** Calls that were chosen in the queue, and who is given them to read. JavaFX thread; needs no toolkit. */
public final class AssignViewModel {

    /**
     * What it works with.
     *
     * @param store takes an edit to disk, then runs what follows from it
     * @param reads runs reading in the background
     * @param after runs once calls were given
     */
    public record Services(Team team, Reviewer reviewer, BiConsumer<Callable<Optional<Edit>>, Runnable> store, Tasks reads, Runnable after) {}

    /**
     * Somebody who can be given calls.
     *
     * @param left what they have to read already
     * @param more what they would be given now
     */
    record Reader(String name, int left, boolean named, int more) {}

    private record Read(List<Team.Member> members, Shares shares) {}

    private static final Shares NOTHING = new Shares(Map.of(), 0);

    private final QueueViewModel queue;
    private final Services services;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final IntegerProperty each = new SimpleIntegerProperty(1);
    private final ObservableList<Reader> readers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Shares> shares = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    /** In the order in which they were named. */
    private final Set<String> named = new LinkedHashSet<>();
    private List<CallId> calls = List.of();
    private int latest;

    public AssignViewModel(QueueViewModel queue, Services services) {
        this.queue = queue;
        this.services = services;
        queue.chosen().addListener((ListChangeListener<CallId>) change -> {
            if (open.get()) {
                take();
            }
        });
        each.subscribe((before, now) -> refresh());
    }

    void toggleOpen() {
        open.set(!open.get());
        if (open.get()) {
            message.set("");
            take();
        }
    }

    void close() {
        open.set(false);
    }

    private void take() {
        calls = List.copyOf(queue.chosen());
        refresh();
    }

    /** Names somebody, or doesn't any more. */
    void toggle(String reader) {
        if (!named.remove(reader)) {
            named.add(reader);
        }
        refresh();
    }

    /** Names somebody who may not have worked here yet. */
    boolean name(String typed) {
        try {
            named.add(Team.named(typed));
        } catch (Labeling.NotAllowed e) {
            trouble.set(String.valueOf(e.getMessage()));
            return false;
        }
        refresh();
        return true;
    }

    /** How many of those who are named read each call. */
    IntegerProperty eachProperty() {
        return each;
    }

    void give() {
        Shares now = shares.get();
        if (open.get() && !now.isEmpty()) {
            shares.set(NOTHING);
            services.store().accept(() -> services.reviewer().give(now), () -> {
                message.set(Texts.text("queue.assign.given", now.given().size(),
                        String.join(", ", now.given().values().stream().flatMap(List::stream).distinct().sorted().toList())));
                refresh();
                services.after().run();
            });
        }
    }

    /** What was worked out before is nothing to give any more: it was for others, or for other calls. */
    private void refresh() {
        int mine = ++latest;
        reading.set(true);
        shares.set(NOTHING);
        List<CallId> of = calls;
        List<String> to = List.copyOf(named);
        int times = each.get();
        trouble.set("");
        services.reads().quietly(
                Texts.text("queue.assign.reading"), progress -> new Read(services.team().members(), services.team().shares(of, to, times)), read -> {
                    if (mine == latest) {
                        show(read);
                    }
                }, error -> {
                    if (mine == latest) {
                        reading.set(false);
                        trouble.set(String.valueOf(error.getMessage()));
                    }
                });
    }

    private void show(Read read) {
        reading.set(false);
        shares.set(read.shares());
        List<Reader> now = new ArrayList<>();
        read.members().forEach(member -> now.add(reader(member.name(), member.left(), read.shares())));
        named.stream()
                .filter(name -> read.members().stream().noneMatch(member -> member.name().equals(name)))
                .forEach(name -> now.add(reader(name, 0, read.shares())));
        readers.setAll(now);
    }

    private Reader reader(String name, int left, Shares of) {
        return new Reader(name, left, named.contains(name), of.of(name));
    }

    // ---- what the view shows

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Everybody known and everybody named. */
    ObservableList<Reader> readers() {
        return readers;
    }

    /** Whether it is being worked out who would be given what. */
    ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What would be given now; nothing while that is being worked out. */
    ReadOnlyObjectProperty<Shares> sharesProperty() {
        return shares.getReadOnlyProperty();
    }

    /** What was given last, in words; empty if nothing was. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What can't be, in words; empty if nothing is wrong. */
    ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    int calls() {
        return calls.size();
    }

    boolean anybody() {
        return !named.isEmpty();
    }
}
