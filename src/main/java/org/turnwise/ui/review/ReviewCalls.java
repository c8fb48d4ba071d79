package org.turnwise.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.turnwise.call.CallId;
import org.turnwise.ui.common.WorkQueue;

/** The calls that wait for a decision and the last ones that have one, as the queue knows them. JavaFX thread; needs no toolkit. */
final class ReviewCalls {

    private final WorkQueue queue;
    private final ObservableList<ReviewRow> open = FXCollections.observableArrayList();
    private final ObservableList<ReviewRow> decided = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();

    ReviewCalls(WorkQueue queue) {
        this.queue = queue;
    }

    void show(ReviewReading.Calls now) {
        open.setAll(now.open().stream().map(this::withItem).toList());
        decided.setAll(now.decided().stream().map(this::withItem).toList());
        read.set(true);
    }

    private ReviewRow withItem(ReviewRow row) {
        return new ReviewRow(row.review(), row.title(), queue.item(row.review().call()).orElse(null));
    }

    /** Calls that wait for a decision. */
    ObservableList<ReviewRow> open() {
        return open;
    }

    /** The last ones that were decided, the latest first. */
    ObservableList<ReviewRow> decided() {
        return decided;
    }

    /** Whether anything was read yet. */
    ReadOnlyBooleanProperty readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Those that wait, then those that were decided. */
    Stream<CallId> all() {
        return Stream.concat(open.stream(), decided.stream()).map(row -> row.review().call());
    }

    /** The one that waits for a decision after this one; after the last, or one that waits no longer, the first. */
    Optional<CallId> after(CallId call) {
        List<CallId> waiting = open.stream().map(row -> row.review().call()).toList();
        int at = waiting.indexOf(call);
        return waiting.stream().skip(at + 1L).findFirst().or(() -> waiting.stream().filter(other -> !other.equals(call)).findFirst());
    }
}
