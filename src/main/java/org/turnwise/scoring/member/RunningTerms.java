package org.turnwise.scoring.member;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * What term models say of a call that goes on. Terms are looked up once a turn and counted once for all models and blocks that read them: each gets a place in
 * the call when it is first met, and what the models know of it is put there. A turn costs as much as it has terms, however many went before. One thread.
 */
final class RunningTerms {

    private final TermModel[] models;
    private final Met[] met;
    private final Tally[] tallies;

    /** @param models at least one, all of the same blocks */
    RunningTerms(TermModel... models) {
        this.models = models;
        Block[] blocks = models[0].blocks();
        if (!Arrays.stream(models).allMatch(model -> Arrays.equals(model.blocks(), blocks))) {
            throw new IllegalArgumentException("models that follow a call together must read the same blocks");
        }
        Map<TermKind, Met> byKind = new EnumMap<>(TermKind.class);
        tallies = new Tally[blocks.length];
        for (int b = 0; b < blocks.length; b++) {
            tallies[b] = new Tally(b, blocks[b].lately(), byKind.computeIfAbsent(blocks[b].kind(), Met::new));
        }
        met = byKind.values().toArray(Met[]::new);
    }

    void add(HeardTurn turn) {
        for (Met terms : met) {
            terms.add(turn);
        }
        for (Tally tally : tallies) {
            tally.add();
        }
    }

    /** Log odds after the turns so far. */
    double raw(int model) {
        double raw = models[model].intercept();
        for (Tally tally : tallies) {
            raw += tally.share(model);
        }
        return raw;
    }

    /** Terms of one kind in the order in which the call first had them. */
    private static final class Met {

        /** Room to begin with; grows. */
        private static final int EXPECTED = 128;

        private final TermKind kind;
        private final IntIntHashMap places = new IntIntHashMap(EXPECTED);
        private int[] terms = new int[EXPECTED];

        /** Of the last turns, the places of their terms, by turn modulo {@link Block#LATELY}. */
        private final int[][] late = new int[Block.LATELY][0];

        private int turns;

        Met(TermKind kind) {
            this.kind = kind;
        }

        void add(HeardTurn turn) {
            int[] said = turn.terms(kind);
            int[] now = new int[said.length];
            for (int i = 0; i < said.length; i++) {
                now[i] = place(said[i]);
            }
            late[turns % Block.LATELY] = now;
            turns++;
        }

        private int place(int term) {
            int at = places.indexOf(term);
            if (places.indexExists(at)) {
                return places.indexGet(at);
            }
            int place = places.size();
            places.indexInsert(at, term, place);
            if (place == terms.length) {
                terms = Arrays.copyOf(terms, 2 * place);
            }
            terms[place] = term;
            return place;
        }

        /** Places of a turn's terms, in order, with repeats. */
        int[] of(int turnsAgo) {
            return late[(turns - 1 - turnsAgo) % Block.LATELY];
        }

        int size() {
            return places.size();
        }
    }

    /** One block. */
    private final class Tally {
        private final boolean lately;
        private final Met met;

        /** By model, then by term. */
        private final double[][] idf;

        private final double[][] weight;
        private int known;
        private int[] counts = {};

        /** By place, then by model: of terms that the call had. */
        private double[] rarities = {};

        private double[] weights = {};
        private final double[] sums = new double[models.length];
        private final double[] squares = new double[models.length];

        Tally(int block, boolean lately, Met met) {
            this.idf = new double[models.length][];
            this.weight = new double[models.length][];
            for (int m = 0; m < models.length; m++) {
                idf[m] = models[m].idf()[block];
                weight[m] = models[m].weights()[block];
            }
            this.lately = lately;
            this.met = met;
        }

        void add() {
            learnNew();
            if (lately) {
                addLate();
            } else {
                count(met.of(0));
            }
        }

        /** Counts the last turns afresh: what is taken away again would leave its rounding behind. */
        private void addLate() {
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            int turns = Math.min(Block.LATELY, met.turns);
            for (int ago = turns - 1; ago >= 0; ago--) {
                count(met.of(ago));
            }
            for (int ago = 0; ago < turns; ago++) {
                for (int place : met.of(ago)) {
                    counts[place] = 0;
                }
            }
        }

        /** What the models know of the terms that the call had not had before. */
        private void learnNew() {
            if (met.size() > counts.length) {
                int room = met.terms.length;
                counts = Arrays.copyOf(counts, room);
                rarities = Arrays.copyOf(rarities, room * models.length);
                weights = Arrays.copyOf(weights, room * models.length);
            }
            for (; known < met.size(); known++) {
                int term = met.terms[known];
                for (int m = 0; m < models.length; m++) {
                    rarities[known * models.length + m] = idf[m][term];
                    weights[known * models.length + m] = weight[m][term];
                }
            }
        }

        private void count(int[] places) {
            for (int place : places) {
                int count = ++counts[place];
                for (int m = 0; m < models.length; m++) {
                    double rarity = rarities[place * models.length + m];
                    if (rarity != 0) {
                        double before = count == 1 ? 0 : TermModel.value(count - 1, rarity);
                        double now = TermModel.value(count, rarity);
                        sums[m] += (now - before) * weights[place * models.length + m];
                        squares[m] += now * now - before * before;
                    }
                }
            }
        }

        double share(int model) {
            return squares[model] > 0 ? sums[model] / Math.sqrt(squares[model]) : 0;
        }
    }
}
