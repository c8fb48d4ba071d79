package org.turnwise.scoring.recogniser;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.turnwise.call.Side;

/**
 * A turn that was read for one family of labels. Not copied: whoever makes one leaves its meaning alone.
 *
 * @param group   the customer, which splits never cut through
 * @param meaning the turn's embedding
 * @param labels  of the family; at least one, as a turn without any is unknown
 */
public record LabelledTurn(String group, Side side, Family family, float[] meaning, Set<String> labels) {

    /** By all that a recogniser learns from; turns that are equal in it are exchangeable. */
    static final Comparator<LabelledTurn> ORDER = Comparator.comparing(LabelledTurn::side)
            .thenComparing(LabelledTurn::family)
            .thenComparing((a, b) -> Arrays.compare(a.meaning, b.meaning))
            .thenComparing(turn -> turn.labels.toString());

    public LabelledTurn {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("a turn without a label of the family " + family + " is not a labeled one");
        }
        SortedSet<String> sorted = new TreeSet<>(labels);
        labels = Collections.unmodifiableSortedSet(sorted);
    }
}
