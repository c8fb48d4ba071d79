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
import org.turnwise.language.embedding.Embedding;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.HeardTurn;
import org.turnwise.scoring.member.Vocabulary;
import org.turnwise.scoring.recogniser.LabelledTurn;

/**
 * An example as the learner sees it: feature vectors and counted terms, no text.
 *
 * @param prefixes vectors after stratified numbers of turns, one from each sixth of the call
 * @param lengths  those numbers of turns, ascending
 * @param whole    the vector of the finished call
 * @param heard    what the members learn from, at the same prefixes
 * @param meant    what each turn meant
 * @param labelled turns that people labeled
 * @param judged   by ordinal, how far people saw a turn move the chance of winning, in [-2, 2]
 */
record Sample(
        String id, String group, boolean converted, double weight, @Nullable Double reward, double[][] prefixes, int[] lengths, double[] whole, HeardCall heard,
        List<Meant> meant, List<LabelledTurn> labelled,
        Map<Integer, Double> judged) {

    static final int PREFIXES = 6;

    /** What one turn meant. */
    record Meant(Side side, Embedding meaning) {}

    /** Reads the call once. Which prefixes are taken depends on the seed and the call's id only. */
    static Sample of(Example example, long seed, Vocabulary vocabulary, Map<String, Embedding> meanings) {
        Call call = example.call();
        int[] lengths = lengths(call.turns().size(), random(seed, call.id().value()));
        List<double[]> prefixes = new ArrayList<>();
        List<HeardTurn> turns = new ArrayList<>();
        Sides sides = new Sides(call);
        TurnState state = new TurnState(call.timing());
        for (Turn turn : call.turns()) {
            state.add(turn, sides.of(turn));
            turns.add(vocabulary.hear(sides.of(turn), turn.text(), meanings.getOrDefault(turn.text(), Embedding.NONE)));
            if (prefixes.size() < lengths.length && lengths[prefixes.size()] == state.turns()) {
                prefixes.add(FeatureCatalogue.standard().vector(state));
            }
        }
        double[] whole = FeatureCatalogue.standard().vector(state);
        double[][] vectors = prefixes.toArray(double[][]::new);
        HeardCall heard = new HeardCall(turns, lengths, vectors, whole, example.converted(), example.weight());
        List<Meant> meant = turns.stream().map(turn -> new Meant(turn.side(), turn.meaning())).toList();
        List<LabelledTurn> labelled = example.labels().labelled(call, turn -> meant.get(turn.ordinal()).meaning().values());
        return new Sample(
                call.id().value(), call.group(), example.converted(), example.weight(), example.reward(), vectors, lengths, whole, heard, meant, labelled,
                example.labels().deltas());
    }

    /** The vector of the finished call. */
    static double[] wholeOf(Call call) {
        Sides sides = new Sides(call);
        TurnState state = new TurnState(call.timing());
        call.turns().forEach(turn -> state.add(turn, sides.of(turn)));
        return FeatureCatalogue.standard().vector(state);
    }

    private static int[] lengths(int turns, SplittableRandom random) {
        TreeSet<Integer> lengths = new TreeSet<>();
        for (int i = 0; i < PREFIXES; i++) {
            double at = (i + random.nextDouble()) / PREFIXES;
            lengths.add(Math.min(turns, 1 + (int) (at * turns)));
        }
        return lengths.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Which prefixes stand in the training set. Smile's trees know no row weights, so a call of less weight than the heaviest gives fewer rows: as many as
     * its share of the weight, the fraction decided by lot. The lot depends on the seed and the call's id only.
     */
    List<Integer> rows(double heaviest, long seed) {
        double share = weight / heaviest * prefixes.length;
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
