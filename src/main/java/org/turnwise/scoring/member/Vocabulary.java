package org.turnwise.scoring.member;

import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

/**
 * Numbers the terms of each kind in the order in which they are met, from 0. While it grows it belongs to one thread; then any thread may ask it.
 */
public final class Vocabulary {

    /** Of a term that it doesn't have. */
    private static final int UNKNOWN = -1;

    private static final int[] NONE = {};

    /** The terms of one kind, words or runs. */
    private record Terms(Map<String, Integer> numbers, List<String> words, LongIntHashMap runNumbers, LongArrayList runs) {

        static Terms empty() {
            return new Terms(new HashMap<>(), new ArrayList<>(), new LongIntHashMap(), new LongArrayList());
        }

        int size() {
            return words.size() + runs.size();
        }

        void add(String word) {
            numbers.put(word, words.size());
            words.add(word);
        }

        void add(long run) {
            runNumbers.put(run, runs.size());
            runs.add(run);
        }
    }

    private final Terms[] terms;
    private final boolean grows;

    private Vocabulary(Terms[] terms, boolean grows) {
        this.terms = terms;
        this.grows = grows;
    }

    private static Vocabulary empty(boolean grows) {
        return new Vocabulary(IntStream.range(0, TermKind.values().length).mapToObj(kind -> Terms.empty()).toArray(Terms[]::new), grows);
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
        int[][] renumbered = new int[terms.length][];
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
        Terms known = terms(kind);
        if (kind.spelling()) {
            known.add(Runs.packed(term));
        } else {
            known.add(term);
        }
        return known.size() - 1;
    }

    /** What is kept of it. */
    public Stored stored() {
        return new Stored(Arrays.stream(TermKind.values())
                .map(kind -> IntStream.range(0, size(kind)).mapToObj(term -> term(kind, term)).toArray(String[]::new))
                .toArray(String[][]::new));
    }

    /** What is kept with a scorer: by kind, the terms in order of their numbers. */
    public record Stored(String[][] terms) implements Serializable {

        /** One that knows these terms and takes in no others. */
        public Vocabulary open() {
            Vocabulary vocabulary = empty(false);
            for (TermKind kind : TermKind.values()) {
                for (String term : terms[kind.ordinal()]) {
                    vocabulary.append(kind, term);
                }
            }
            return vocabulary;
        }

        /** Whether it has as many kinds as this version of Turnwise, and terms in each that could be met. */
        public boolean whole() {
            return terms != null
                    && terms.length == TermKind.values().length
                    && Arrays.stream(terms).allMatch(Objects::nonNull)
                    && Arrays.stream(TermKind.values()).filter(TermKind::spelling).allMatch(kind -> Arrays.stream(terms[kind.ordinal()]).allMatch(Runs::isRun));
        }
    }

    private Terms terms(TermKind kind) {
        return terms[kind.ordinal()];
    }

    /** Reads a turn, its customer's spelling too. */
    public HeardTurn hear(Side side, String text, Embedding meaning) {
        List<String> words = Words.of(text);
        int[][] heard = new int[terms.length][];
        for (TermKind kind : TermKind.values()) {
            heard[kind.ordinal()] = !kind.heardOf(side) ? NONE : kind.spelling() ? numbers(terms(kind), Runs.of(text)) : numbers(terms(kind), words);
        }
        return new HeardTurn(side, heard, meaning);
    }

    private int[] numbers(Terms known, List<String> found) {
        int[] numbered = new int[found.size()];
        int count = 0;
        for (String term : found) {
            Integer number = known.numbers.get(term);
            if (number != null) {
                numbered[count++] = number;
            } else if (grows) {
                numbered[count++] = known.size();
                known.add(term);
            }
        }
        return count == numbered.length ? numbered : Arrays.copyOf(numbered, count);
    }

    private int[] numbers(Terms known, long[] found) {
        int[] numbered = new int[found.length];
        int count = 0;
        for (long run : found) {
            int number = known.runNumbers.getOrDefault(run, UNKNOWN);
            if (number != UNKNOWN) {
                numbered[count++] = number;
            } else if (grows) {
                numbered[count++] = known.size();
                known.add(run);
            }
        }
        return count == numbered.length ? numbered : Arrays.copyOf(numbered, count);
    }

    int size(TermKind kind) {
        return terms(kind).size();
    }

    String term(TermKind kind, int number) {
        return kind.spelling() ? Runs.text(terms(kind).runs.get(number)) : terms(kind).words.get(number);
    }
}
