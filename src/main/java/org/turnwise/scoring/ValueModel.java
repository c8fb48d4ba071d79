package org.turnwise.scoring;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.RunningHead.Moment;
import org.turnwise.task.Progress;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.DoubleVector;
import smile.model.cart.Loss;
import smile.regression.GradientTreeBoost;
import smile.util.IterativeAlgorithmController;

/**
 * What a call is worth at a moment: the reward to be expected, in [-1, 1]. The mean reward of calls that convert and of those that don't, weighted by the
 * forecast, and on top what boosted regression trees (Friedman 2001) learned to expect beside that: which calls win or lose more than others of their kind. So
 * value and forecast never say opposite things of whether a call converts. What a turn adds is its <em>advantage</em>, the change of value.
 *
 * <p>What it learns from. A call's reward, at each of its prefixes. Where people said how far later turns moved the chance of winning, that much is taken off
 * before those turns, so that the value rises or falls with the turns to which people gave it. Immutable; any thread.
 *
 * @param rewardIfYes mean reward of training calls that converted, in [-1, 1]
 * @param rewardIfNo  mean reward of those that did not
 * @param beyond      what to expect on top; null if there was too little to learn from
 */
record ValueModel(double rewardIfYes, double rewardIfNo, @Nullable GradientTreeBoost beyond) implements Serializable {

    /** What one step of a person's judgement ("+1") is worth; two steps are half of the way from nothing to a win. */
    static final double STEP = .25;

    private static final int FEWEST_ROWS = 300;
    private static final int TREES = 40;
    private static final int MOST_LEAVES = 6;
    private static final int MOST_DEPTH = 5;
    private static final int FEWEST_ROWS_A_LEAF = 50;
    private static final double SHRINKAGE = .08;
    private static final double SUBSAMPLE = .5;
    private static final String RESPONSE = "beyond";

    /**
     * A moment to learn from.
     *
     * @param converted whether the call did
     * @param target    the reward, less what people said later turns added, in [-1, 1]
     */
    record Lesson(Moment moment, boolean converted, double target) {}

    /**
     * Fits on these moments. The same moments and seed give the same model.
     *
     * @throws CancellationException if the progress says so
     */
    static ValueModel fit(double rewardIfYes, double rewardIfNo, List<Lesson> lessons, long seed, Progress progress) {
        ValueModel plain = new ValueModel(rewardIfYes, rewardIfNo, null);
        if (lessons.size() < FEWEST_ROWS) {
            return plain;
        }
        double[][] rows = lessons.stream().map(lesson -> lesson.moment.treesRow()).toArray(double[][]::new);
        double[] beyond = lessons.stream().mapToDouble(lesson -> lesson.target - (lesson.converted ? rewardIfYes : rewardIfNo)).toArray();
        DataFrame frame = DataFrame.of(rows, RunningHead.COLUMNS).add(new DoubleVector(RESPONSE, beyond));
        GradientTreeBoost trees;
        try (Watch watch = new Watch(progress)) {
            trees = Boosting.alone(seed, () -> GradientTreeBoost.fit(
                    Formula.lhs(RESPONSE),
                    frame,
                    new GradientTreeBoost.Options(Loss.ls(), TREES, MOST_DEPTH, MOST_LEAVES, FEWEST_ROWS_A_LEAF, SHRINKAGE, SUBSAMPLE, null, watch)));
        }
        progress.checkCancelled();
        return new ValueModel(rewardIfYes, rewardIfNo, trees);
    }

    /**
     * What a call's moments are taught.
     *
     * @param reward of the call
     * @param later  sum of people's judgements of the turns after the moment, in steps
     */
    static double target(double reward, double later) {
        return Math.clamp(reward - STEP * later, -1, 1);
    }

    /** Before the first word. */
    double before(double prior) {
        return expected(prior);
    }

    /** Made ready for many moments. */
    Reader reader() {
        return new Reader(this, beyond == null ? null : FlatTrees.of(beyond));
    }

    /** Says what moments are worth. Immutable; any thread. */
    record Reader(ValueModel model, @Nullable FlatTrees beyond) {

        /** In [-1, 1]. */
        double at(Moment moment, double probability) {
            double more = beyond == null ? 0 : beyond.sum(moment.treesRow());
            return Math.clamp(model.expected(probability) + more, -1, 1);
        }
    }

    private double expected(double probability) {
        return Math.clamp(probability * rewardIfYes + (1 - probability) * rewardIfNo, -1, 1);
    }

    /** Stops the fit when it is no longer wanted. */
    private static final class Watch extends IterativeAlgorithmController<GradientTreeBoost.TrainingStatus> {
        private final Progress progress;

        Watch(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void submit(GradientTreeBoost.TrainingStatus status) {
            progress.report(Math.min(1, status.tree() / (double) TREES), "Learning what calls are worth");
            if (progress.cancelled()) {
                stop();
            }
        }
    }
}
