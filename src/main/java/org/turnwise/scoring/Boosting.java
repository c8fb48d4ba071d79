package org.turnwise.scoring;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import org.turnwise.task.Progress;
import smile.classification.GradientTreeBoost;
import smile.data.DataFrame;
import smile.data.Tuple;
import smile.data.formula.Formula;
import smile.data.type.StructType;
import smile.data.vector.IntVector;
import smile.math.MathEx;
import smile.util.IterativeAlgorithmController;

/**
 * Gradient-boosted trees (Friedman 2001) by Smile: few, of at most 6 leaves, each grown on a third of the rows. On held-out folds of two corpora three times as
 * many smaller steps on more rows were no better, and took five times as long.
 */
final class Boosting {

    static final int TREES = 40;
    private static final int MOST_LEAVES = 6;
    private static final int MOST_DEPTH = 5;
    private static final int FEWEST_ROWS_A_LEAF = 30;
    private static final double SHRINKAGE = .08;
    private static final double SUBSAMPLE = .35;
    private static final double SUREST = 1e-9;
    private static final String RESPONSE = "converted";

    private Boosting() {}

    /**
     * Fits on these rows. The same rows and seed give the same model.
     *
     * @throws CancellationException if the progress says so, after the tree that is being grown
     */
    static GradientTreeBoost fit(double[][] rows, String[] columns, boolean[] converted, long seed, Progress progress, String what) {
        int[] labels = new int[converted.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = converted[i] ? 1 : 0;
        }
        DataFrame frame = DataFrame.of(rows, columns).add(new IntVector(RESPONSE, labels));
        GradientTreeBoost model;
        try (Watch watch = new Watch(progress, what)) {
            model = alone(seed, () -> GradientTreeBoost.fit(
                    Formula.lhs(RESPONSE),
                    frame,
                    new GradientTreeBoost.Options(TREES, MOST_DEPTH, MOST_LEAVES, FEWEST_ROWS_A_LEAF, SHRINKAGE, SUBSAMPLE, null, watch)));
        }
        progress.checkCancelled();
        return model;
    }

    /**
     * Runs a fit by Smile on one thread of its own, with this seed. Smile searches columns on all cores, which is slower than several models side by side;
     * and its random numbers belong to the thread, so that a thread which helps out with another fit while it waits would draw from the wrong ones.
     */
    static <T> T alone(long seed, Callable<T> fit) {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(() -> {
                MathEx.setSeed(seed);
                return fit.call();
            }).join();
        }
    }

    /** What the model's rows are made of, for {@link #raw}. */
    static StructType schema(String[] columns) {
        return DataFrame.of(new double[1][columns.length], columns).schema();
    }

    /** Log odds, uncalibrated. */
    static double raw(GradientTreeBoost model, StructType schema, double[] row) {
        double[] posteriori = new double[2];
        model.predict(Tuple.of(schema, row), posteriori);
        return logOdds(posteriori[1]);
    }

    /** The same of trees laid flat, with Smile's own steps in between. */
    static double raw(FlatTrees trees, double[] row) {
        return logOdds(1 - 1 / (1 + Math.exp(2 * trees.sum(row))));
    }

    private static double logOdds(double probability) {
        double p = Math.clamp(probability, SUREST, 1 - SUREST);
        return Math.log(p / (1 - p));
    }

    /**
     * What each column adds to {@link #raw} beyond what the trees say of rows of which nothing is known: Shapley values of the trees (TreeSHAP, Lundberg,
     * Erion and Lee 2018, arXiv 1802.03888). Smile gives their mean over the trees, once for each of two classes and before its shrinkage, and its trees sum
     * to half the log odds.
     */
    static double[] shares(GradientTreeBoost model, StructType schema, double[] row) {
        double[] mean = model.shap(Tuple.of(schema, row));
        double scale = 2 * SHRINKAGE * model.trees()[0].length;
        double[] shares = new double[row.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = scale * mean[2 * i];
        }
        return shares;
    }

    /** Smile tells its controller after every tree; this one passes it on at once, on the same thread, and stops the fit when it is no longer wanted. */
    private static final class Watch extends IterativeAlgorithmController<GradientTreeBoost.TrainingStatus> {
        private final Progress progress;
        private final String what;

        Watch(Progress progress, String what) {
            this.progress = progress;
            this.what = what;
        }

        @Override
        public void submit(GradientTreeBoost.TrainingStatus status) {
            progress.report(Math.min(1, status.tree() / (double) TREES), what);
            if (progress.cancelled()) {
                stop();
            }
        }
    }
}
