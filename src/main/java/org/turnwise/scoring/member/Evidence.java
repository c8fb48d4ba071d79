package org.turnwise.scoring.member;

import org.turnwise.call.Side;

/** Something a member reads in a call, to which a share of what it says can be put down. */
public sealed interface Evidence {

    /**
     * A word, or two that follow each other, said by one side.
     *
     * @param text lower case; a number stands as itself and as {@value #ANY_NUMBER}
     */
    record Phrase(String text, Side side) implements Evidence {

        public static final String ANY_NUMBER = Words.NUMBER;
    }

    /** How a side spells and punctuates. */
    record Spelling(Side side) implements Evidence {}

    /** What was meant in a turn, whatever the words. */
    record Meaning(int turn) implements Evidence {}

    /** One of the readings of the call's state. */
    record Reading(int feature) implements Evidence {}

    /** How much of one recognised label there was, so far and just now; by its place among the recogniser's. */
    record Act(int label) implements Evidence {}

    /** What the member says of a call of which it has read nothing. */
    record Level() implements Evidence {}
}
