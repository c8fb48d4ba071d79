package org.turnwise.ui.annotate;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;

/** What labels go on: the turn in hand, the turns chosen with it, or words that are being marked in it. JavaFX thread; needs no toolkit. */
final class TurnChoice {

    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<SortedSet<Integer>> chosen = new ReadOnlyObjectWrapper<>(Collections.emptySortedSet());
    private final ReadOnlyObjectWrapper<@Nullable DrawnSpan> drawn = new ReadOnlyObjectWrapper<>();

    TurnChoice() {
        selected.subscribe(turn -> choose(chosen.get().contains(turn.intValue()) ? chosen.get() : List.of()));
    }

    /** The ordinal of the turn in hand, −1 if there is none. */
    IntegerProperty selectedProperty() {
        return selected;
    }

    /** All turns that were chosen together, the one in hand among them; fewer than two means just that one. */
    ReadOnlyObjectProperty<SortedSet<Integer>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** The words that are being marked, which labels go on while there are any; null if none are. */
    ReadOnlyObjectProperty<@Nullable DrawnSpan> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** The turns a label goes on now. */
    SortedSet<Integer> inHand() {
        return chosen.get().isEmpty() ? new TreeSet<>(List.of(selected.get())) : chosen.get();
    }

    void choose(Collection<Integer> ordinals) {
        SortedSet<Integer> wanted = ordinals.size() < 2 ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(new TreeSet<>(ordinals));
        if (!wanted.equals(chosen.get())) {
            chosen.set(wanted);
        }
        if (drawn.get() != null && (drawn.get().ordinal() != selected.get() || !wanted.isEmpty())) {
            drawn.set(null);
        }
    }

    /**
     * Moves the end of the chosen turns that is in hand, while the other end stays.
     *
     * @param step  turns down, or up if negative
     * @param turns how many the call has
     */
    void extend(int step, int turns) {
        SortedSet<Integer> before = inHand();
        int end = Math.clamp(selected.get() + step, 0, turns - 1);
        int stays = selected.get() == before.last() ? before.first() : before.last();
        List<Integer> range = IntStream.rangeClosed(Math.min(stays, end), Math.max(stays, end)).boxed().collect(Collectors.toList());
        chosen.set(Collections.unmodifiableSortedSet(new TreeSet<>(range)));
        selected.set(end);
        choose(range);
    }

    void draw(@Nullable DrawnSpan span) {
        if (span != null && span.ordinal() != selected.get()) {
            selected.set(span.ordinal());
        }
        drawn.set(span);
    }

    void redraw(UnaryOperator<DrawnSpan> step) {
        DrawnSpan now = drawn.get();
        if (now != null) {
            drawn.set(step.apply(now));
        }
    }
}
