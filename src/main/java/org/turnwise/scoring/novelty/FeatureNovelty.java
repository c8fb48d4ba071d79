package org.turnwise.scoring.novelty;

import java.io.Serializable;
import java.util.Arrays;

/** How unlike others a call's features are, by an isolation forest. Immutable; any thread. */
public record FeatureNovelty(IsolationForest forest, Scale scale) implements Serializable {

    /**
     * The same vectors and seed give the same novelty.
     *
     * @param vectors of features, at least one
     */
    public static FeatureNovelty fit(double[][] vectors, long seed) {
        IsolationForest forest = IsolationForest.fit(vectors, seed);
        return new FeatureNovelty(forest, Scale.fit(Arrays.stream(vectors).mapToDouble(forest::score).toArray()));
    }

    /** In [0, 1]: .5 is the median of the vectors it was fitted on, {@value Novelty#UNUSUAL} is exceeded by one in forty of them. */
    public double of(double[] vector) {
        return Math.clamp(unbounded(vector), 0, 1);
    }

    double unbounded(double[] vector) {
        return scale.of(forest.score(vector));
    }

    boolean whole(int columns) {
        return forest != null && scale != null && forest.whole(columns);
    }
}
