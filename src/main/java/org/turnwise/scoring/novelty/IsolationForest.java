package org.turnwise.scoring.novelty;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Isolation forest (Liu, Ting and Zhou 2008): rows that random splits set apart early are unlike the others. Every split takes one column that differs among
 * the rows at hand. Immutable; any thread.
 *
 * @param roots     the node that each tree begins with
 * @param column    by node, the column it splits; -1 of a leaf
 * @param threshold by node, rows below it go left; of a leaf, the length of the path to it with what further splits would add on average
 * @param left      by node, where rows below the threshold go; the others go to the node after it
 * @param usualPath mean length of a path in a tree of as many rows
 */
record IsolationForest(int[] roots, int[] column, double[] threshold, int[] left, double usualPath) implements Serializable {

    private static final int TREES = 64;
    private static final int ROWS_A_TREE = 128;
    private static final int LEAF = -1;
    private static final double EULER = .577_215_664_901_532_9;

    /**
     * The same rows and seed give the same forest.
     *
     * @param rows at least one, of equal length, without NaN
     */
    static IsolationForest fit(double[][] rows, long seed) {
        int drawn = Math.min(ROWS_A_TREE, rows.length);
        SplittableRandom random = new SplittableRandom(seed);
        Growing growing = new Growing((int) Math.ceil(Math.log(Math.max(2, drawn)) / Math.log(2)));
        int[] roots = new int[TREES];
        for (int tree = 0; tree < TREES; tree++) {
            roots[tree] = growing.node();
            growing.grow(roots[tree], draw(rows, drawn, random), 0, random);
        }
        return growing.forest(roots, usualPath(drawn));
    }

    private static List<double[]> draw(double[][] rows, int count, SplittableRandom random) {
        double[][] mixed = rows.clone();
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(mixed.length - i);
            double[] row = mixed[other];
            mixed[other] = mixed[i];
            mixed[i] = row;
        }
        return List.of(mixed).subList(0, count);
    }

    /** c(n): mean length of an unsuccessful search in a binary search tree of so many rows. */
    static double usualPath(int rows) {
        return rows <= 1 ? 0 : rows == 2 ? 1 : 2 * (Math.log(rows - 1.0) + EULER) - 2 * (rows - 1.0) / rows;
    }

    /** In (0, 1): about .5 for rows like the others, towards 1 for rows apart. */
    double score(double[] row) {
        double paths = 0;
        for (int root : roots) {
            int node = root;
            while (column[node] != LEAF) {
                node = left[node] + (row[column[node]] < threshold[node] ? 0 : 1);
            }
            paths += threshold[node];
        }
        return usualPath == 0 ? .5 : Math.pow(2, -paths / roots.length / usualPath);
    }

    /** Whether every path ends; a stored forest may have been put together by hand. */
    boolean whole(int columns) {
        if (roots == null || column == null || threshold == null || left == null || roots.length == 0) {
            return false;
        }
        int nodes = column.length;
        if (threshold.length != nodes || left.length != nodes) {
            return false;
        }
        for (int node = 0; node < nodes; node++) {
            boolean leaf = column[node] == LEAF;
            boolean split = column[node] >= 0 && column[node] < columns && left[node] > node && left[node] < nodes - 1;
            if (!leaf && !split) {
                return false;
            }
        }
        for (int root : roots) {
            if (root < 0 || root >= nodes) {
                return false;
            }
        }
        return true;
    }

    /** Children are numbered after their parent, so no path comes back. */
    private static final class Growing {
        private final int deepest;
        private final List<Integer> column = new ArrayList<>();
        private final List<Double> threshold = new ArrayList<>();
        private final List<Integer> left = new ArrayList<>();

        Growing(int deepest) {
            this.deepest = deepest;
        }

        int node() {
            column.add(LEAF);
            threshold.add(0.0);
            left.add(0);
            return column.size() - 1;
        }

        void grow(int node, List<double[]> rows, int depth, SplittableRandom random) {
            int split = depth < deepest && rows.size() > 1 ? differing(rows, random) : LEAF;
            if (split == LEAF) {
                threshold.set(node, depth + usualPath(rows.size()));
                return;
            }
            double lowest = rows.stream().mapToDouble(row -> row[split]).min().orElseThrow();
            double highest = rows.stream().mapToDouble(row -> row[split]).max().orElseThrow();
            double at = random.nextDouble(lowest, highest);
            double above = at > lowest ? at : highest;
            int first = node();
            node();
            column.set(node, split);
            threshold.set(node, above);
            left.set(node, first);
            grow(first, rows.stream().filter(row -> row[split] < above).toList(), depth + 1, random);
            grow(first + 1, rows.stream().filter(row -> row[split] >= above).toList(), depth + 1, random);
        }

        private static int differing(List<double[]> rows, SplittableRandom random) {
            int width = rows.getFirst().length;
            int[] differing = new int[width];
            int count = 0;
            for (int i = 0; i < width; i++) {
                double first = rows.getFirst()[i];
                int at = i;
                if (rows.stream().anyMatch(row -> row[at] != first)) {
                    differing[count++] = i;
                }
            }
            return count == 0 ? LEAF : differing[random.nextInt(count)];
        }

        IsolationForest forest(int[] roots, double usualPath) {
            return new IsolationForest(
                    roots, column.stream().mapToInt(Integer::intValue).toArray(), threshold.stream().mapToDouble(Double::doubleValue).toArray(),
                    left.stream().mapToInt(Integer::intValue).toArray(), usualPath);
        }
    }
}
