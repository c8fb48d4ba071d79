package org.turnwise.scoring;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;

/**
 * An example as heads see it: feature vectors, and what came of the call.
 *
 * @param prefixes vectors after stratified numbers of turns, one from each sixth of the call
 * @param lengths  those numbers of turns, ascending
 * @param whole    the vector of the finished call
 * @param judged   by ordinal, how far people saw a turn move the chance of winning, in [-2, 2]
 */
record Sample(
        String id, String group, boolean converted, double weight, @Nullable Double reward, double[][] prefixes, int[] lengths, double[] whole,
        Map<Integer, Double> judged) {

    static final int PREFIXES = 6;

    /** The example, whose call was read before. */
    static Sample of(Example example, double[][] prefixes, int[] lengths, double[] whole) {
        return new Sample(
                example.call().id().value(), example.call().group(), example.converted(), example.weight(), example.reward(), prefixes, lengths, whole,
                example.labels().deltas());
    }

    /** The vector of the finished call. */
    static double[] wholeOf(Call call) {
        Sides sides = new Sides(call);
        TurnState state = new TurnState(call.timing());
        call.turns().forEach(turn -> state.add(turn, sides.of(turn)));
        return FeatureCatalogue.standard().vector(state);
    }

    /** The numbers of turns after which a call is learned from; they depend on the seed and the call's id only. */
    static int[] lengths(Call call, long seed) {
        SplittableRandom random = random(seed, call.id().value());
        int turns = call.turns().size();
        TreeSet<Integer> lengths = new TreeSet<>();
        for (int i = 0; i < PREFIXES; i++) {
            double at = (i + random.nextDouble()) / PREFIXES;
            lengths.add(Math.min(turns, 1 + (int) (at * turns)));
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Which prefixes stand in the training set. Smile's trees know no row weights, so a call of less weight than {@code full} gives fewer rows: as many as
     * its share of the weight, the fraction decided by lot. The lot depends on the seed and the call's id only.
     */
    List<Integer> rows(double full, long seed) {
        double share = weight / full * prefixes.length;
        SplittableRandom random = random(seed + 1, id);
        int count = (int) share + (random.nextDouble() < share - (int) share ? 1 : 0);
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < prefixes.length; i++) {
            rows.add(i);
        }
        while (rows.size() > count) {
            rows.remove(random.nextInt(rows.size()));
        }
        return rows;
    }

    /** Sum of what people said of the turns after so many. */
    double judgedAfter(int turns) {
        return judged.entrySet().stream().filter(entry -> entry.getKey() >= turns).mapToDouble(Map.Entry::getValue).sum();
    }

    /** Not {@link String#hashCode()}, whose collisions are easily met. */
    static SplittableRandom random(long seed, String id) {
        long hash = seed ^ 0x9E3779B97F4A7C15L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        return new SplittableRandom(hash);
    }

    /** Who is on which side, looked up rather than searched for. */
    static final class Sides {
        private final Map<String, Side> byKey = new HashMap<>();

        Sides(Call call) {
            call.participants().forEach(p -> byKey.put(p.key(), p.side()));
        }

        Side of(Turn turn) {
            return byKey.getOrDefault(turn.speaker(), Side.OTHER);
        }
    }
}
