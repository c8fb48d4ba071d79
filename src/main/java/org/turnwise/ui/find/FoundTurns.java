package org.turnwise.ui.find;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.turnwise.find.Found;
import org.turnwise.find.Found.FoundTurn;

/** The turns that the last search found, as far as they were fetched, and the one in hand. JavaFX thread; needs no toolkit. */
public final class FoundTurns {

    /** Whoever has looked through so many does better to say more of what is wanted. */
    static final int MOST_SHOWN = 1_000;

    private final ObservableList<FoundTurn> turns = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable FoundTurn> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    private int total;

    void show(Found answer) {
        turns.setAll(answer.turns());
        total = answer.total();
        selected.set(turns.isEmpty() ? null : turns.getFirst());
        follow();
    }

    void add(Found page) {
        turns.addAll(page.turns());
        follow();
    }

    private void follow() {
        any.set(!turns.isEmpty());
        more.set(turns.size() < total && turns.size() < MOST_SHOWN);
    }

    /** Where the turn is that many after the one in hand; it may be before the first or after the last. */
    int after(int by) {
        FoundTurn now = selected.get();
        return (now == null ? -1 : turns.indexOf(now)) + by;
    }

    /** Empty before the first and after the last that was fetched. */
    Optional<FoundTurn> at(int place) {
        return place >= 0 && place < turns.size() ? Optional.of(turns.get(place)) : Optional.empty();
    }

    public ObservableList<FoundTurn> turns() {
        return turns;
    }

    public ObjectProperty<@Nullable FoundTurn> selectedProperty() {
        return selected;
    }

    /** Whether there are more to fetch. */
    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty anyProperty() {
        return any.getReadOnlyProperty();
    }
}
