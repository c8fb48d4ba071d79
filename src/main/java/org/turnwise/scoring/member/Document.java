package org.turnwise.scoring.member;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The terms of some turns, counted by block. Blocks that nobody asked for are not there. Immutable; any thread. */
final class Document {

    /** A block's terms: numbers ascending, and how often each occurs. */
    record Bag(int[] terms, int[] counts) {

        private static final Bag EMPTY = new Bag(new int[0], new int[0]);

        /** @param heard with repeats, in any order; sorted in place */
        private static Bag of(int[] heard) {
            if (heard.length == 0) {
                return EMPTY;
            }
            Arrays.sort(heard);
            int[] terms = new int[heard.length];
            int[] counts = new int[heard.length];
            int size = 0;
            for (int term : heard) {
                if (size == 0 || terms[size - 1] != term) {
                    terms[size++] = term;
                }
                counts[size - 1]++;
            }
            return new Bag(Arrays.copyOf(terms, size), Arrays.copyOf(counts, size));
        }

        /** @param numbers the new number of each old one, in the same order; negative of a term that is left out */
        private Bag renumbered(int[] numbers) {
            int[] fewer = new int[terms.length];
            int[] theirs = new int[terms.length];
            int size = 0;
            for (int i = 0; i < terms.length; i++) {
                if (numbers[terms[i]] >= 0) {
                    fewer[size] = numbers[terms[i]];
                    theirs[size++] = counts[i];
                }
            }
            return new Bag(Arrays.copyOf(fewer, size), Arrays.copyOf(theirs, size));
        }
    }

    private final Map<Block, Bag> bags = new EnumMap<>(Block.class);

    /** Counts the first {@code upTo} turns. */
    static Document of(List<HeardTurn> turns, int upTo, Iterable<Block> blocks) {
        Document document = new Document();
        for (Block block : blocks) {
            IntArrayList all = new IntArrayList();
            for (HeardTurn turn : turns.subList(block.lately() ? Math.max(0, upTo - Block.LATELY) : 0, upTo)) {
                all.add(turn.terms(block.kind()));
            }
            document.bags.put(block, Bag.of(all.toArray()));
        }
        return document;
    }

    /** @param numbers by kind, the new number of each old one, in the same order; negative of a term that is left out */
    Document renumbered(int[][] numbers) {
        Document fewer = new Document();
        bags.forEach((block, bag) -> fewer.bags.put(block, bag.renumbered(numbers[block.kind().ordinal()])));
        return fewer;
    }

    Bag bag(Block block) {
        Bag bag = bags.get(block);
        if (bag == null) {
            throw new IllegalArgumentException("the document was made without " + block);
        }
        return bag;
    }
}
