package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/**
 * Numbers the terms of each kind in the order in which they are met, from 0. While it grows it belongs to one thread; then any thread may ask it.
 */
public final class Vocabulary {

    /** Of a term that it doesn't have. */
    private static final int UNKNOWN = -1;

    private final List<Map<String, Integer>> numbers;
    private final List<List<String>> terms;
    private final boolean grows;

    private Vocabulary(List<Map<String, Integer>> numbers, List<List<String>> terms, boolean grows) {
        this.numbers = numbers;
        this.terms = terms;
        this.grows = grows;
    }

    private static Vocabulary empty(boolean grows) {
        Vocabulary vocabulary = new Vocabulary(new ArrayList<>(), new ArrayList<>(), grows);
        for (int i = 0; i < TermKind.values().length; i++) {
            vocabulary.numbers.add(new HashMap<>());
            vocabulary.terms.add(new ArrayList<>());
        }
        return vocabulary;
    }

    /** An empty one that takes in every term it meets. */
    public static Vocabulary growing() {
        return empty(true);
    }

    /**
     * One that knows fewer terms and takes in no others.
     *
     * @param numbers by kind, the new number of each old one; -1 of a term that is left out
     */
    public record Fewer(Vocabulary vocabulary, int[][] numbers) {}

    /** Without terms that too few of these calls have for any member to learn from; the others keep their order. */
    public Fewer common(List<HeardCall> calls) {
        Vocabulary common = empty(false);
        int[][] renumbered = new int[terms.size()][];
        for (TermKind kind : TermKind.values()) {
            int[] having = new int[size(kind)];
            for (HeardCall call : calls) {
                for (int term : call.whole().bag(Block.whole(kind)).terms()) {
                    having[term]++;
                }
            }
            int[] number = new int[having.length];
            for (int term = 0; term < number.length; term++) {
                number[term] = having[term] < TermModel.FEWEST_CALLS ? UNKNOWN : common.append(kind, term(kind, term));
            }
            renumbered[kind.ordinal()] = number;
        }
        return new Fewer(common, renumbered);
    }

    private int append(TermKind kind, String term) {
        List<String> inOrder = terms.get(kind.ordinal());
        numbers.get(kind.ordinal()).put(term, inOrder.size());
        inOrder.add(term);
        return inOrder.size() - 1;
    }

    /** What is kept of it. */
    public Stored stored() {
        return new Stored(terms.stream().map(ofKind -> ofKind.toArray(String[]::new)).toArray(String[][]::new));
    }

    /** What is kept with a scorer: by kind, the terms in order of their numbers. */
    public record Stored(String[][] terms) implements Serializable {

        /** One that knows these terms and takes in no others. */
        public Vocabulary open() {
            Vocabulary vocabulary = empty(false);
            for (int kind = 0; kind < terms.length; kind++) {
                for (String term : terms[kind]) {
                    vocabulary.append(TermKind.values()[kind], term);
                }
            }
            return vocabulary;
        }

        /** Whether it has as many kinds as this version of Turnwise. */
        public boolean whole() {
            return terms != null && terms.length == TermKind.values().length;
        }
    }

    /** Reads a turn, its customer's spelling too. */
    public HeardTurn hear(Side side, String text, Embedding meaning) {
        int[][] heard = new int[TermKind.values().length][];
        for (TermKind kind : TermKind.values()) {
            heard[kind.ordinal()] = numbers(kind, kind.of(side, text));
        }
        return new HeardTurn(side, heard, meaning);
    }

    private int[] numbers(TermKind kind, List<String> found) {
        Map<String, Integer> known = numbers.get(kind.ordinal());
        List<String> inOrder = terms.get(kind.ordinal());
        int[] numbered = new int[found.size()];
        int count = 0;
        for (String term : found) {
            Integer number = known.get(term);
            if (number == null && grows) {
                number = inOrder.size();
                known.put(term, number);
                inOrder.add(term);
            }
            if (number != null) {
                numbered[count++] = number;
            }
        }
        return count == numbered.length ? numbered : Arrays.copyOf(numbered, count);
    }

    int size(TermKind kind) {
        return terms.get(kind.ordinal()).size();
    }

    String term(TermKind kind, int number) {
        return terms.get(kind.ordinal()).get(number);
    }
}
