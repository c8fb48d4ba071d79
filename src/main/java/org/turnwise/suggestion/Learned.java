package org.turnwise.suggestion;

/** What came of learning from the labels. */
public sealed interface Learned permits Suggester, Learned.TooFew {

    /**
     * No label stands on enough turns to be learned.
     *
     * @param nearest id of the label that stands on most; empty if there is none
     * @param turns   how many
     */
    record TooFew(String nearest, int turns) implements Learned {}
}
