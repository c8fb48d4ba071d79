package org.turnwise.scoring.recogniser;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.turnwise.call.Side;
import org.turnwise.scoring.member.LogisticRegression;
import org.turnwise.scoring.member.Rows;
import org.turnwise.task.Progress;

/**
 * Says what a turn does: of each label, the probability that whoever reads the turn puts it there. One logistic regression a label on the turn's embedding,
 * against the other turns of that side that carry a label of the same family. Immutable; any thread.
 *
 * <p>Whoever makes features of it for calls that it is measured on, or that something else learns from, fits it without the turns of those calls' customers;
 * nothing here can tell.
 *
 * @param known  what it recognises, in order
 * @param models one each
 */
public record Recogniser(Recognised[] known, LogisticRegression[] models) implements Serializable {

    /** Fewest turns that carry a label, and fewest that carry another of its family, from which it is learned. */
    public static final int FEWEST_TURNS = 30;

    /** From fewest so many customers, or it would be one person's manner that is learned. */
    public static final int FEWEST_GROUPS = 5;

    /** Of the weights, as 1 / C is in scikit-learn; fits embeddings, which are of unit length. */
    private static final double PENALTY = 1;

    private static final int TOGETHER = 4;

    public Recogniser {
        if (known.length != models.length) {
            throw new IllegalArgumentException("there is one model a label, not " + models.length + " of " + known.length);
        }
    }

    /** Which labels stand on enough of these turns to be learned, in order. */
    public static List<Recognised> learnable(List<LabelledTurn> turns) {
        Map<Recognised, Integer> count = new TreeMap<>();
        Map<Recognised, Set<String>> groups = new TreeMap<>();
        for (LabelledTurn turn : turns) {
            for (String label : turn.labels()) {
                Recognised one = new Recognised(turn.side(), turn.family(), label);
                count.merge(one, 1, Integer::sum);
                groups.computeIfAbsent(one, o -> new HashSet<>()).add(turn.group());
            }
        }
        List<Recognised> learnable = new ArrayList<>();
        count.forEach((one, times) -> {
            long read = turns.stream().filter(one::concerns).count();
            if (times >= FEWEST_TURNS && read - times >= FEWEST_TURNS && groups.getOrDefault(one, Set.of()).size() >= FEWEST_GROUPS) {
                learnable.add(one);
            }
        });
        return List.copyOf(learnable);
    }

    /**
     * Learns on all cores; the same turns give the same recogniser, bit for bit, in whatever order they come.
     *
     * @param labels what to recognise. Where several recognisers take each other's place, as out of fold, ask for {@link #learnable} of all turns: a label
     *               of which these turns have too few is then learned as rare, and features stand in the same places
     * @throws CancellationException if the progress says so
     */
    public static Recogniser fit(List<Recognised> labels, List<LabelledTurn> turns, Progress progress) {
        progress.report(0, "Learning to tell what a turn does");
        LabelledTurn[] ordered = turns.stream().sorted(LabelledTurn.ORDER).toArray(LabelledTurn[]::new);
        Recognised[] known = labels.stream().sorted().distinct().toArray(Recognised[]::new);
        LogisticRegression[] models = new LogisticRegression[known.length];
        IntStream.range(0, known.length).parallel().forEach(i -> {
            if (!progress.cancelled()) {
                models[i] = fit(known[i], ordered);
            }
        });
        progress.checkCancelled();
        progress.report(1, "Learned to tell what a turn does");
        return new Recogniser(known, models);
    }

    private static LogisticRegression fit(Recognised one, LabelledTurn[] ordered) {
        LabelledTurn[] read = Arrays.stream(ordered).filter(one::concerns).toArray(LabelledTurn[]::new);
        float[][] meanings = new float[read.length][];
        boolean[] carries = new boolean[read.length];
        double[] weight = new double[read.length];
        for (int i = 0; i < read.length; i++) {
            meanings[i] = read[i].meaning();
            carries[i] = read[i].labels().contains(one.label());
            weight[i] = 1;
        }
        int columns = read.length == 0 ? 0 : meanings[0].length;
        return LogisticRegression.fit(new Rows.Dense(meanings, columns), carries, weight, PENALTY);
    }

    /** What it recognises; {@link #probabilities} stand in this order. */
    public List<Recognised> labels() {
        return List.of(known);
    }

    /** Of each of {@link #labels}; 0 for those of another side. */
    public double[] probabilities(Side side, float[] meaning) {
        double[] probabilities = new double[known.length];
        int[] own = new int[known.length];
        int count = 0;
        for (int label = 0; label < known.length; label++) {
            if (known[label].side() == side) {
                own[count++] = label;
            }
        }
        for (int i = 0; i < count; i += TOGETHER) {
            if (count - i >= TOGETHER && readAll(own, i, meaning)) {
                together(own, i, meaning, probabilities);
            } else {
                for (int each = i; each < Math.min(i + TOGETHER, count); each++) {
                    probabilities[own[each]] = probability(own[each], meaning);
                }
            }
        }
        return probabilities;
    }

    /** One that was learned without a turn has no weights. */
    private boolean readAll(int[] labels, int from, float[] meaning) {
        for (int i = from; i < from + TOGETHER; i++) {
            if (models[labels[i]].weights().length != meaning.length) {
                return false;
            }
        }
        return true;
    }

    /** Four sums side by side, each in the order in which one is summed up alone: additions of a single sum wait for each other. */
    private void together(int[] labels, int from, float[] meaning, double[] probabilities) {
        double[] first = models[labels[from]].weights();
        double[] second = models[labels[from + 1]].weights();
        double[] third = models[labels[from + 2]].weights();
        double[] fourth = models[labels[from + 3]].weights();
        double a = models[labels[from]].intercept();
        double b = models[labels[from + 1]].intercept();
        double c = models[labels[from + 2]].intercept();
        double d = models[labels[from + 3]].intercept();
        for (int i = 0; i < meaning.length; i++) {
            a += first[i] * meaning[i];
            b += second[i] * meaning[i];
            c += third[i] * meaning[i];
            d += fourth[i] * meaning[i];
        }
        probabilities[labels[from]] = sigmoid(a);
        probabilities[labels[from + 1]] = sigmoid(b);
        probabilities[labels[from + 2]] = sigmoid(c);
        probabilities[labels[from + 3]] = sigmoid(d);
    }

    /**
     * That a turn carries one label, in (0, 1).
     *
     * @param label its place among {@link #labels}; of the turn's side
     */
    public double probability(int label, float[] meaning) {
        double[] weights = models[label].weights();
        double raw = models[label].intercept();
        for (int i = 0; i < weights.length; i++) {
            raw += weights[i] * meaning[i];
        }
        return sigmoid(raw);
    }

    private static double sigmoid(double raw) {
        return 1 / (1 + Math.exp(-raw));
    }
}
