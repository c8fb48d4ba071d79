package org.turnwise.scoring.member;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/**
 * What term models say of a call that goes on. Terms are looked up once a turn for all models and blocks that read them: each gets a place in the call when it
 * is first met, where it is counted. A turn costs as much as it has terms, however many went before. One thread.
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

    /**
     * Terms of one turn.
     *
     * @param terms  in order, with repeats
     * @param places in the call, of each
     */
    private record Heard(int[] terms, int[] places) {}

    /** Terms of one kind, each with a place of its own, in the order in which the call first had them. */
    private static final class Met {

        /** Terms there is room for before it has to grow. */
        private static final int EXPECTED = 128;

        private final TermKind kind;
        private final IntIntHashMap places = new IntIntHashMap(EXPECTED);

        /** The last turns, the last one at the end. */
        private final Deque<Heard> late = new ArrayDeque<>();

        Met(TermKind kind) {
            this.kind = kind;
        }

        void add(HeardTurn turn) {
            int[] terms = turn.terms(kind);
            int[] now = new int[terms.length];
            for (int i = 0; i < now.length; i++) {
                now[i] = place(terms[i]);
            }
            late.addLast(new Heard(terms, now));
            if (late.size() > Block.LATELY) {
                late.removeFirst();
            }
        }

        private int place(int term) {
            int at = places.indexOf(term);
            if (places.indexExists(at)) {
                return places.indexGet(at);
            }
            int place = places.size();
            places.indexInsert(at, term, place);
            return place;
        }
    }

    /** One block. */
    private final class Tally {
        private final boolean lately;
        private final Met met;

        /** By model, then by term. */
        private final double[][] idf = new double[models.length][];

        private final double[][] weights = new double[models.length][];

        /** By place. */
        private int[] counts = {};

        private final double[] sums = new double[models.length];
        private final double[] squares = new double[models.length];

        Tally(int block, boolean lately, Met met) {
            for (int m = 0; m < models.length; m++) {
                idf[m] = models[m].idf()[block];
                weights[m] = models[m].weights()[block];
            }
            this.lately = lately;
            this.met = met;
        }

        void add() {
            int room = met.places.size();
            if (room > counts.length) {
                counts = Arrays.copyOf(counts, 2 * room);
            }
            if (lately) {
                addLate();
            } else {
                add(met.late.getLast());
            }
        }

        /** Counts the last turns afresh: what is taken away again would leave its rounding behind. */
        private void addLate() {
            Arrays.fill(sums, 0);
            Arrays.fill(squares, 0);
            met.late.forEach(this::add);
            for (Heard turn : met.late) {
                for (int place : turn.places) {
                    counts[place] = 0;
                }
            }
        }

        private void add(Heard turn) {
            int[] times = new int[turn.places.length];
            for (int i = 0; i < times.length; i++) {
                times[i] = ++counts[turn.places[i]];
            }
            for (int m = 0; m < models.length; m++) {
                add(m, turn.terms, times);
            }
        }

        /** @param times how often each term had been said then */
        private void add(int model, int[] terms, int[] times) {
            double[] rarities = idf[model];
            double[] weight = weights[model];
            double sum = sums[model];
            double square = squares[model];
            for (int i = 0; i < terms.length; i++) {
                double rarity = rarities[terms[i]];
                if (rarity != 0) {
                    double before = times[i] == 1 ? 0 : TermModel.value(times[i] - 1, rarity);
                    double now = TermModel.value(times[i], rarity);
                    sum += (now - before) * weight[terms[i]];
                    square += now * now - before * before;
                }
            }
            sums[model] = sum;
            squares[model] = square;
        }

        double share(int model) {
            return squares[model] > 0 ? sums[model] / Math.sqrt(squares[model]) : 0;
        }
    }
}
