package org.turnwise.annotation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.turnwise.call.Call;
import org.turnwise.call.Side;

/**
 * One objection from beginning to end. Which turn does what follows from who said it: the customer opens, the rep handles, the customer may close.
 *
 * @param open     ordinal of the customer's turn that raises it
 * @param handling ordinals of the rep's turns that deal with it, ascending; none if nobody did
 * @param closing  ordinal of the customer's turn that ends it, after all others; empty if it was left standing
 */
public record Episode(int open, List<Integer> handling, OptionalInt closing) {

    public Episode {
        handling = List.copyOf(handling);
    }

    /**
     * The episode that lies on these turns. Of the customer's turns between the first and the last none belongs to it: they neither handle nor end it.
     *
     * @param ordinals of turns of the call, in any order
     * @throws Labeling.NotAllowed if the first isn't the customer's, or one isn't settled to be either's
     */
    public static Episode on(Call call, Collection<Integer> ordinals) {
        TreeSet<Integer> turns = new TreeSet<>(ordinals);
        int open = turns.first();
        if (side(call, open) != Side.CUSTOMER) {
            throw new Labeling.NotAllowed("An objection starts with a customer turn; turn " + open + " is said by "
                    + call.speakerOf(call.turns().get(open)).name());
        }
        List<Integer> handling = new ArrayList<>();
        OptionalInt closing = OptionalInt.empty();
        for (int ordinal : turns.tailSet(open, false)) {
            switch (side(call, ordinal)) {
                case REP -> handling.add(ordinal);
                case CUSTOMER -> closing = ordinal == turns.last() ? OptionalInt.of(ordinal) : closing;
                case OTHER -> throw new Labeling.NotAllowed("Turn " + ordinal + " is said by " + call.speakerOf(call.turns().get(ordinal)).name()
                        + ", whose side is not settled");
            }
        }
        return new Episode(open, handling, closing);
    }

    private static Side side(Call call, int ordinal) {
        return call.sideOf(call.turns().get(ordinal));
    }

    public Target.OfTurns target(Call call) {
        List<Integer> ordinals = new ArrayList<>();
        ordinals.add(open);
        ordinals.addAll(handling);
        closing.ifPresent(ordinals::add);
        return new Target.OfTurns(call.id(), ordinals);
    }
}
