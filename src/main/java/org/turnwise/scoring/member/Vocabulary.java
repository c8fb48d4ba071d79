package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/**
 * Numbers the terms of each kind in the order in which they are met, from 0. While it grows it belongs to one thread; then any thread may ask it.
 */
public final class Vocabulary {

    private static final int[] NONE = {};
    private static final TermKind[] KINDS = TermKind.values();

    /** Words are looked up once for all kinds. */
    private final PhraseTable phrases = new PhraseTable();

    private final Terms[] terms =
            Arrays.stream(KINDS).map(kind -> kind.spelling() ? new Terms.OfRuns() : new Terms.OfPhrases(phrases)).toArray(Terms[]::new);
    private final boolean grows;

    private Vocabulary(boolean grows) {
        this.grows = grows;
    }

    /** An empty one that takes in every term it meets. */
    public static Vocabulary growing() {
        return new Vocabulary(true);
    }

    /**
     * One that knows fewer terms and takes in no others.
     *
     * @param numbers by kind, the new number of each old one; -1 of a term that is left out
     */
    public record Fewer(Vocabulary vocabulary, int[][] numbers) {}

    /** Without terms that too few of these calls have for any member to learn from; the others keep their order. */
    public Fewer common(List<HeardCall> calls) {
        Vocabulary common = new Vocabulary(false);
        int[][] renumbered = new int[terms.length][];
        for (TermKind kind : KINDS) {
            int[] having = new int[size(kind)];
            for (HeardCall call : calls) {
                for (int term : call.whole().bag(Block.whole(kind)).terms()) {
                    having[term]++;
                }
            }
            int[] number = new int[having.length];
            for (int term = 0; term < number.length; term++) {
                number[term] = having[term] < TermModel.FEWEST_CALLS ? Terms.UNKNOWN : common.terms(kind).append(term(kind, term));
            }
            renumbered[kind.ordinal()] = number;
        }
        return new Fewer(common, renumbered);
    }

    /** What is kept of it. A text that is a term of several kinds is one object, so that it is written once. */
    public Stored stored() {
        Map<String, String> once = new HashMap<>();
        return new Stored(Arrays.stream(KINDS)
                .map(kind -> IntStream.range(0, size(kind))
                        .mapToObj(term -> once.computeIfAbsent(term(kind, term), text -> text))
                        .toArray(String[]::new))
                .toArray(String[][]::new));
    }

    /** What is kept with a scorer: by kind, the terms in order of their numbers. */
    public record Stored(String[][] terms) implements Serializable {

        /** One that knows these terms and takes in no others. */
        public Vocabulary open() {
            Vocabulary vocabulary = new Vocabulary(false);
            for (TermKind kind : KINDS) {
                for (String term : terms[kind.ordinal()]) {
                    vocabulary.terms(kind).append(term);
                }
            }
            return vocabulary;
        }

        /** Whether it has as many kinds as this version of Turnwise, and terms in each that could be met. */
        public boolean whole() {
            return terms != null
                    && terms.length == KINDS.length
                    && Arrays.stream(terms).allMatch(Objects::nonNull)
                    && Arrays.stream(KINDS).allMatch(kind -> Arrays.stream(terms[kind.ordinal()]).allMatch(kind.spelling() ? Runs::isRun : Objects::nonNull));
        }
    }

    private Terms terms(TermKind kind) {
        return terms[kind.ordinal()];
    }

    /** Reads a turn. How it is spelled is read at once while the vocabulary grows, else when it is asked for: no forecast of a call that goes on needs it. */
    public HeardTurn hear(Side side, String text, Embedding meaning) {
        int[] said = places(Words.of(text));
        int[][] words = new int[KINDS.length][];
        Supplier<int[]> spelling = () -> NONE;
        for (TermKind kind : KINDS) {
            words[kind.ordinal()] = NONE;
            if (kind.heardOf(side)) {
                switch (terms(kind)) {
                    case Terms.OfPhrases known -> words[kind.ordinal()] = grows ? known.learned(said) : known.known(said);
                    case Terms.OfRuns known -> spelling = spelling(known, text);
                }
            }
        }
        return new HeardTurn(side, words, spelling, meaning);
    }

    private Supplier<int[]> spelling(Terms.OfRuns known, String text) {
        if (!grows) {
            return () -> known.known(Runs.of(text));
        }
        int[] numbers = known.learned(Runs.of(text));
        return () -> numbers;
    }

    /** Of the words and pairs in order; those that aren't known are left out. */
    private int[] places(List<String> words) {
        int[] places = new int[2 * words.size()];
        int count = 0;
        int before = PhraseTable.NOWHERE;
        for (String word : words) {
            int now = grows ? phrases.findOrAdd(word) : phrases.find(word);
            if (now != PhraseTable.NOWHERE) {
                places[count++] = now;
                int pair = grows && before != PhraseTable.NOWHERE ? phrases.findOrAdd(before, now) : phrases.find(before, now);
                if (pair != PhraseTable.NOWHERE) {
                    places[count++] = pair;
                }
            }
            before = now;
        }
        return Arrays.copyOf(places, count);
    }

    int size(TermKind kind) {
        return terms(kind).size();
    }

    String term(TermKind kind, int number) {
        return terms(kind).text(number);
    }
}
