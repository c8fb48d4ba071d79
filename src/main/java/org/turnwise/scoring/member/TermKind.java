package org.turnwise.scoring.member;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;

/** What is counted of a turn's text, and of whose turns. */
enum TermKind {
    /** Words and pairs of words, whoever says them. */
    WORDS(null, false),
    /** Those of the rep. */
    REP_WORDS(Side.REP, false),
    /** Those of the customer. */
    CUSTOMER_WORDS(Side.CUSTOMER, false),
    /** Runs of two to four characters of the rep's: parts of words, endings, misspellings, punctuation. */
    REP_SPELLING(Side.REP, true),
    /** Those of the customer's. */
    CUSTOMER_SPELLING(Side.CUSTOMER, true);

    private final @Nullable Side side;
    private final boolean spelling;

    TermKind(@Nullable Side side, boolean spelling) {
        this.side = side;
        this.spelling = spelling;
    }

    /** Whether turns of this side have such terms. */
    boolean heardOf(Side speaker) {
        return side == null || side == speaker;
    }

    /** Whether its terms are {@link Runs}; otherwise {@link Words}. */
    boolean spelling() {
        return spelling;
    }
}
