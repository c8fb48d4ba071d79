package org.turnwise.scoring;

import org.turnwise.call.Side;
import org.turnwise.scoring.recogniser.Recognised;

/**
 * Something in a call that a forecast goes with. Not why a deal is won or lost: the scorer has seen what goes together, and nothing of what would happen
 * otherwise.
 */
public sealed interface Cause {

    /**
     * A feature.
     *
     * @param value as in the {@link FeatureCatalogue}'s vectors
     */
    record Counted(Feature feature, double value) implements Cause {

        /** Whether there was nothing to read the feature from. */
        public boolean missing() {
            return feature.min() >= 0 && value == FeatureCatalogue.MISSING;
        }

        @Override
        public boolean length() {
            return FeatureCatalogue.tellsLength(feature);
        }
    }

    /**
     * A word, or two that follow each other.
     *
     * @param text as people write it, in lower case
     * @param side whose it is
     */
    record Said(String text, Side side) implements Cause {}

    /** What was meant in a turn, whatever the words. */
    record Meant(int turn, Side side) implements Cause {}

    /** How a side spells and punctuates. */
    record Written(Side side) implements Cause {}

    /** How much there was of what turns are labeled with, as far as it is recognised. */
    record Done(Recognised act) implements Cause {}

    /** That nothing was said which usually is: a forecast above the usual because nobody objects, say. */
    record Unsaid() implements Cause {}

    /** Whether it tells how long the call is rather than how it goes; a forecast that leans on it may be a surrogate's. */
    default boolean length() {
        return false;
    }
}
