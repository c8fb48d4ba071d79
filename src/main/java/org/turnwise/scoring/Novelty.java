package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import smile.anomaly.IsolationForest;

/**
 * How unlike the calls it was fitted on a vector looks: an isolation forest (Liu, Ting and Zhou 2008) by Smile, whose scores are laid on a scale people can
 * keep in mind. {@code .5} is the median of the vectors it was fitted on, {@value #UNUSUAL} is exceeded by one in twenty of them; straight lines in between
 * and beyond, cut off at 0 and 1. Immutable; any thread.
 *
 * @param median  raw score of the median vector
 * @param unusual raw score exceeded by one in twenty
 */
public record Novelty(IsolationForest forest, double median, double unusual) implements Serializable {

    /** One in twenty of the vectors it was fitted on is this novel or more. */
    public static final double UNUSUAL = .6;

    private static final int TREES = 64;
    private static final int ROWS_A_TREE = 128;
    private static final double NARROWEST = 1e-6;

    /** Fits on these vectors. The same vectors and seed give the same scores. */
    public static Novelty fit(double[][] vectors, long seed) {
        double subsample = Math.min(.999, (double) ROWS_A_TREE / vectors.length);
        int drawn = Math.max(2, (int) Math.round(subsample * vectors.length));
        int depth = (int) Math.ceil(Math.log(drawn) / Math.log(2));
        // Smile grows the trees on whatever threads the pool gives, each with a random stream of its own; one worker makes it repeatable
        return Boosting.alone(seed, () -> {
            IsolationForest forest = IsolationForest.fit(vectors, new IsolationForest.Options(TREES, depth, subsample, 0));
            double[] scores = Arrays.stream(vectors).mapToDouble(forest::score).sorted().toArray();
            return new Novelty(forest, scores[scores.length / 2], scores[(int) (.95 * (scores.length - 1))]);
        });
    }

    /** In [0, 1]. */
    public double of(double[] vector) {
        double scale = Math.max(unusual - median, NARROWEST);
        return Math.clamp(.5 + (UNUSUAL - .5) * (forest.score(vector) - median) / scale, 0, 1);
    }
}
