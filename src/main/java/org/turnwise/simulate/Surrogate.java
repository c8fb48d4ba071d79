package org.turnwise.simulate;

/** Something that goes with winning in the first half of the time and means nothing in the second. */
public enum Surrogate {
    NONE,
    /** Won calls have a long tail of chat. */
    LENGTH,
    /** In won calls the rep says a certain harmless sentence. */
    PHRASE,
    /** Won calls stand under the name of a certain rep. */
    REP
}
