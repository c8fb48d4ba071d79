package org.turnwise.language;

import java.util.Locale;

/** What the lexicons look for. Each has a resource file of its name with one word or phrase a line. */
public enum Topic {
    /** Money: cost, budget, discounts. */
    PRICE,
    /** Resistance: doubt, lack of need, putting off. */
    OBJECTION,
    /** Agreeing to do something, or naming a next step. */
    COMMITMENT,
    /** Words that take back certainty: maybe, I guess, sort of. */
    HEDGING,
    /** Liking, praise, relief. */
    POSITIVE,
    /** Dislike, trouble, disappointment. */
    NEGATIVE,
    /** Other vendors and ways of doing without. */
    COMPETITOR,
    /** Days, months, deadlines. */
    TIMING,
    /** Who decides, signs or has to be asked. */
    AUTHORITY,
    /** Yes, sure, right. */
    AGREEMENT,
    /** Thanks, and other words of politeness that often close. */
    GRATITUDE;

    private static final Topic[] ALL = values();

    /** How many there are. */
    public static int count() {
        return ALL.length;
    }

    String resource() {
        return name().toLowerCase(Locale.ROOT) + ".txt";
    }
}
