package org.turnwise.scoring.member;

import java.util.function.Supplier;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/** A turn as the members read it, its terms as numbers of one {@link Vocabulary}. Not changed once made; any thread. */
public final class HeardTurn {

    private final Side side;
    private final int[][] words;
    private final Supplier<int[]> spelling;
    private final Embedding meaning;
    private final float[] direction;

    /**
     * @param words    by kind, terms that aren't spelling
     * @param spelling terms of its side's spelling, the same each time
     */
    HeardTurn(Side side, int[][] words, Supplier<int[]> spelling, Embedding meaning) {
        this.side = side;
        this.words = words;
        this.spelling = spelling;
        this.meaning = meaning;
        this.direction = meaning.values();
    }

    public Side side() {
        return side;
    }

    /** In order, with repeats. Those of spelling may be read anew each time. */
    int[] terms(TermKind kind) {
        return kind.spelling() && kind.heardOf(side) ? spelling.get() : words[kind.ordinal()];
    }

    public Embedding meaning() {
        return meaning;
    }

    /** The {@link Embedding#values} of what was meant, made once; to be left as they are. */
    public float[] direction() {
        return direction;
    }
}
