package org.turnwise.annotation.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;

/**
 * A place where two readers of a call say different things.
 *
 * @param turn    null for the call as a whole
 * @param sort    what about: a {@link org.turnwise.annotation.LabelKind}'s name; ACT takes in objections, since the two share the room on a turn
 * @param left    by name the first of the two
 * @param decided what an adjudicator put in their place; empty where nothing holds; null while nobody has decided
 */
public record Disagreement(Call call, @Nullable Turn turn, String sort, Side left, Side right, @Nullable List<Annotation> decided) {

    /** @param labels at least one of the two sides has some */
    public record Side(String reader, List<Annotation> labels) {

        public Side {
            labels = List.copyOf(labels);
        }
    }

    /** Names it within its call, whoever the readers are. */
    public String place() {
        return sort + " " + (turn == null ? "call" : turn.ordinal());
    }
}
