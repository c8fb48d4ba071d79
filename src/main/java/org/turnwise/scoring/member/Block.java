package org.turnwise.scoring.member;

/** A bag of terms: of a kind, over the whole call so far or over its last turns. */
enum Block {
    WORDS(TermKind.WORDS, false),
    REP_WORDS(TermKind.REP_WORDS, false),
    CUSTOMER_WORDS(TermKind.CUSTOMER_WORDS, false),
    REP_WORDS_LATELY(TermKind.REP_WORDS, true),
    CUSTOMER_WORDS_LATELY(TermKind.CUSTOMER_WORDS, true),
    REP_SPELLING(TermKind.REP_SPELLING, false),
    CUSTOMER_SPELLING(TermKind.CUSTOMER_SPELLING, false);

    /** Turns that count as late. */
    static final int LATELY = 3;

    private final TermKind kind;
    private final boolean lately;

    Block(TermKind kind, boolean lately) {
        this.kind = kind;
        this.lately = lately;
    }

    /** The block of all of a kind's terms. */
    static Block whole(TermKind kind) {
        for (Block block : values()) {
            if (block.kind == kind && !block.lately) {
                return block;
            }
        }
        throw new IllegalArgumentException("no block has all of " + kind);
    }

    TermKind kind() {
        return kind;
    }

    /** Whether only the last {@link #LATELY} turns are in it. */
    boolean lately() {
        return lately;
    }
}
