package org.turnwise.scoring.novelty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IsolationForestTest {

    private static final double[][] ROWS = rows(600, 8, 1);

    /** Rows about one place, each twentieth far out in one column. */
    private static double[][] rows(int count, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[count][width];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                rows[i][j] = random.nextDouble() + random.nextDouble() + random.nextDouble();
            }
            if (i % 20 == 0) {
                rows[i][random.nextInt(width)] += 4;
            }
        }
        return rows;
    }

    @Test
    void rowsThatStandApartScoreHigher() {
        IsolationForest forest = IsolationForest.fit(ROWS, 0);
        double[] scores = Arrays.stream(ROWS).mapToDouble(forest::score).toArray();
        double apart = IntStream.range(0, scores.length).filter(i -> i % 20 == 0).mapToDouble(i -> scores[i]).average().orElseThrow();
        double usual = IntStream.range(0, scores.length).filter(i -> i % 20 != 0).mapToDouble(i -> scores[i]).average().orElseThrow();
        assertTrue(apart > usual + .05, apart + " against " + usual);
        assertTrue(Arrays.stream(scores).allMatch(score -> score > 0 && score < 1));
    }

    @Test
    void ranksAsSmilesForestDoes() {
        smile.anomaly.IsolationForest other = smile.anomaly.IsolationForest.fit(ROWS, new smile.anomaly.IsolationForest.Options(200, 7, .2, 0));
        IsolationForest forest = IsolationForest.fit(ROWS, 0);
        double alike = rankCorrelation(Arrays.stream(ROWS).mapToDouble(forest::score).toArray(), Arrays.stream(ROWS).mapToDouble(other::score).toArray());
        assertTrue(alike > .8, "rank correlation " + alike);
    }

    private static double rankCorrelation(double[] a, double[] b) {
        double[] ranksOfA = ranks(a);
        double[] ranksOfB = ranks(b);
        int n = a.length;
        double squares = IntStream.range(0, n).mapToDouble(i -> (ranksOfA[i] - ranksOfB[i]) * (ranksOfA[i] - ranksOfB[i])).sum();
        return 1 - 6 * squares / (n * ((double) n * n - 1));
    }

    private static double[] ranks(double[] values) {
        Integer[] order = IntStream.range(0, values.length).boxed().sorted(Comparator.comparingDouble(i -> values[i])).toArray(Integer[]::new);
        double[] ranks = new double[values.length];
        for (int rank = 0; rank < order.length; rank++) {
            ranks[order[rank]] = rank;
        }
        return ranks;
    }

    @Test
    void sameRowsAndSeedGiveTheSameForest() {
        IsolationForest once = IsolationForest.fit(ROWS, 7);
        IsolationForest again = IsolationForest.fit(ROWS, 7);
        assertArrayEquals(once.threshold(), again.threshold());
        assertFalse(Arrays.equals(IsolationForest.fit(ROWS, 8).threshold(), once.threshold()));
    }

    @Test
    void rowsThatAreAllAlikeAreUsual() {
        IsolationForest forest = IsolationForest.fit(new double[50][3], 0);
        assertEquals(.5, forest.score(new double[3]), 1e-9);
    }

    /** 2·H(n − 1) − 2(n − 1)/n of Liu, Ting and Zhou (2008), with H the exact harmonic number. */
    @Test
    void usualPathIsThatOfASearchTree() {
        double harmonic = IntStream.rangeClosed(1, 255).mapToDouble(i -> 1.0 / i).sum();
        assertEquals(2 * harmonic - 2 * 255 / 256.0, IsolationForest.usualPath(256), .005);
    }

    @Test
    void aForestWhosePathsNeverEndIsNotWhole() {
        IsolationForest forest = IsolationForest.fit(ROWS, 0);
        assertTrue(forest.whole(8));
        assertFalse(forest.whole(3));
        int[] backwards = forest.left().clone();
        backwards[forest.roots()[0]] = 0;
        assertFalse(new IsolationForest(forest.roots(), forest.column(), forest.threshold(), backwards, 10).whole(8));
        assertFalse(new IsolationForest(new int[] {forest.column().length}, forest.column(), forest.threshold(), forest.left(), 10).whole(8));
    }
}
