package org.turnwise.scoring.member;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import java.util.Arrays;

/** The terms of one kind, numbered in the order in which they are met, from 0. */
sealed interface Terms {

    /** Of a term that it doesn't have. */
    int UNKNOWN = -1;

    int size();

    String text(int number);

    /** Adds one; gives its number, the next. */
    int append(String term);

    /** Words and pairs, by their places in a table that several kinds share. */
    final class OfPhrases implements Terms {

        private static final char BETWEEN = ' ';

        private final PhraseTable table;
        private final IntArrayList places = new IntArrayList();
        private int[] numbers = {};

        OfPhrases(PhraseTable table) {
            this.table = table;
        }

        @Override
        public int size() {
            return places.size();
        }

        @Override
        public String text(int number) {
            return table.text(places.get(number));
        }

        @Override
        public int append(String term) {
            int between = term.indexOf(BETWEEN);
            return append(between < 0
                    ? table.findOrAdd(term)
                    : table.findOrAdd(table.findOrAdd(term.substring(0, between)), table.findOrAdd(term.substring(between + 1))));
        }

        private int append(int place) {
            int known = numbers.length;
            if (place >= known) {
                numbers = Arrays.copyOf(numbers, Math.max(place + 1, known + known / 2));
                Arrays.fill(numbers, known, numbers.length, UNKNOWN);
            }
            numbers[place] = places.size();
            places.add(place);
            return numbers[place];
        }

        private int number(int place) {
            return place < numbers.length ? numbers[place] : UNKNOWN;
        }

        /** Of those it has, in order; the others are left out. */
        int[] known(int[] said) {
            int[] known = new int[said.length];
            int count = 0;
            for (int place : said) {
                int number = number(place);
                if (number != UNKNOWN) {
                    known[count++] = number;
                }
            }
            return count == known.length ? known : Arrays.copyOf(known, count);
        }

        /** Of all of them, in order; it has them from now on. */
        int[] learned(int[] said) {
            return Arrays.stream(said).map(place -> number(place) == UNKNOWN ? append(place) : number(place)).toArray();
        }
    }

    /** {@link Runs}. */
    final class OfRuns implements Terms {

        private final LongIntHashMap numbers = new LongIntHashMap();
        private final LongArrayList runs = new LongArrayList();

        @Override
        public int size() {
            return runs.size();
        }

        @Override
        public String text(int number) {
            return Runs.text(runs.get(number));
        }

        @Override
        public int append(String term) {
            return append(Runs.packed(term));
        }

        private int append(long run) {
            numbers.put(run, runs.size());
            runs.add(run);
            return runs.size() - 1;
        }

        private int number(long run) {
            return numbers.getOrDefault(run, UNKNOWN);
        }

        /** Of those it has, in order; the others are left out. */
        int[] known(long[] said) {
            int[] known = new int[said.length];
            int count = 0;
            for (long run : said) {
                int number = number(run);
                if (number != UNKNOWN) {
                    known[count++] = number;
                }
            }
            return count == known.length ? known : Arrays.copyOf(known, count);
        }

        /** Of all of them, in order; it has them from now on. */
        int[] learned(long[] said) {
            return Arrays.stream(said).mapToInt(run -> number(run) == UNKNOWN ? append(run) : number(run)).toArray();
        }
    }
}
