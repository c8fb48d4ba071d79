package org.turnwise.scoring;

import java.util.concurrent.ForkJoinPool;
import smile.anomaly.IsolationForest;
import smile.math.MathEx;

/** Isolation forests (Liu, Ting and Zhou 2008) by Smile: unlike is what few random cuts set apart. Scores lie in (0, 1), about .5 is usual. */
final class Isolation {

    private static final int TREES = 64;
    private static final int ROWS_A_TREE = 128;

    private Isolation() {}

    /** The same rows and seed give the same forest. */
    static IsolationForest fit(double[][] rows, long seed) {
        double subsample = Math.min(.999, (double) ROWS_A_TREE / rows.length);
        int drawn = Math.max(2, (int) Math.round(subsample * rows.length));
        int depth = (int) Math.ceil(Math.log(drawn) / Math.log(2));
        // Smile grows the trees on whatever threads the common pool gives, each with a random stream of its own; one worker makes it repeatable
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(() -> {
                MathEx.setSeed(seed);
                return IsolationForest.fit(rows, new IsolationForest.Options(TREES, depth, subsample, 0));
            }).join();
        }
    }
}
