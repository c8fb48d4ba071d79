package org.turnwise.simulate.plot;

import org.jspecify.annotations.Nullable;

/**
 * What happens in one turn, before there are words for it.
 *
 * @param rep          the rep's act, or null in a customer's turn
 * @param customer     the customer's act, or null in a rep's turn
 * @param concern      what the turn is about if it is about an objection
 * @param quality      how well the rep's act came off, 0 to 1; 0.5 in a customer's turn
 * @param warmth       how the customer sounds, 0 cold to 1 warm; 0.5 in a rep's turn
 * @param proposed     the stage the rep asked the manager for; the stage itself in a customer's turn
 * @param intentHidden whether intent noise turned the warmth round, so that words and mind disagree
 */
public record Beat(
        Stage stage,
        @Nullable RepAct rep,
        @Nullable CustomerAct customer,
        @Nullable Concern concern,
        double quality,
        double warmth,
        Stage proposed,
        boolean intentHidden) {

    public boolean byRep() {
        return rep != null;
    }

    /** The label's id in the scheme sales-core. */
    public String label() {
        if (rep != null) {
            return rep.name();
        }
        return customer == CustomerAct.OBJECT && concern != null ? concern.label() : String.valueOf(customer);
    }
}
