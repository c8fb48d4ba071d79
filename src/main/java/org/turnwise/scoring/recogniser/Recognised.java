package org.turnwise.scoring.recogniser;

import java.io.Serializable;
import java.util.Comparator;
import org.turnwise.call.Side;

/**
 * A label on one side's turns. The same label means different words in the mouth of each side, so it is recognised apart.
 *
 * @param label the {@link org.turnwise.annotation.Label#id()}, or the source's own word
 */
public record Recognised(Side side, Family family, String label) implements Comparable<Recognised>, Serializable {

    private static final Comparator<Recognised> ORDER =
            Comparator.comparing(Recognised::side).thenComparing(Recognised::family).thenComparing(Recognised::label);

    /** Whether the turn was read for it. */
    public boolean concerns(LabelledTurn turn) {
        return turn.side() == side && turn.family() == family;
    }

    @Override
    public int compareTo(Recognised other) {
        return ORDER.compare(this, other);
    }
}
