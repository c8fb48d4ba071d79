package org.turnwise.scoring.member;

import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/** A turn as the members read it, its terms as numbers of one {@link Vocabulary}. Not changed once made; any thread. */
public final class HeardTurn {

    private final Side side;
    private final int[][] terms;
    private final Embedding meaning;

    HeardTurn(Side side, int[][] terms, Embedding meaning) {
        this.side = side;
        this.terms = terms;
        this.meaning = meaning;
    }

    public Side side() {
        return side;
    }

    /** In order, with repeats. */
    int[] terms(TermKind kind) {
        return terms[kind.ordinal()];
    }

    public Embedding meaning() {
        return meaning;
    }
}
