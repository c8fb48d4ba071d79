package org.turnwise.scoring;

import java.util.Arrays;
import smile.classification.GradientTreeBoost;
import smile.data.Tuple;
import smile.data.type.StructType;
import smile.model.cart.InternalNode;
import smile.model.cart.Node;
import smile.model.cart.RegressionNode;
import smile.regression.RegressionTree;

/**
 * What each column adds to boosted trees' log odds beyond what the trees say of rows of which nothing is known: the Shapley values that TreeSHAP computes
 * (Lundberg, Erion and Lee 2018, arXiv 1802.03888), where of a column that is not known the rows go both ways in the proportion in which the training rows did.
 *
 * <p>Smile's own {@code shap} is not used: what it gives does not sum to what its trees say. Trees as small as these split on five columns at most, so the
 * definition itself, an average over the sets of columns that may be known, is quick enough. One thread.
 */
final class TreeShares {

    /** Of a stored model with more, put together by hand, the sets would be too many to count. */
    private static final int MOST_COLUMNS = 16;

    private final Tuple row;
    private final double[] shares;

    private TreeShares(Tuple row, int columns) {
        this.row = row;
        shares = new double[columns];
    }

    /** By column, in log odds. They sum to {@link Boosting#raw} less something that is the same for every row. */
    static double[] of(GradientTreeBoost model, StructType schema, double[] row, double scale) {
        TreeShares sum = new TreeShares(Tuple.of(schema, row), row.length);
        for (RegressionTree tree : model.trees()[0]) {
            sum.add(tree.root(), scale);
        }
        return sum.shares;
    }

    private void add(Node root, double scale) {
        int[] columns = columns(root);
        if (columns.length > MOST_COLUMNS) {
            throw new IllegalStateException("a tree splits on " + columns.length + " columns, at most " + MOST_COLUMNS + " can be explained");
        }
        double[] said = new double[1 << columns.length];
        for (int known = 0; known < said.length; known++) {
            said[known] = expected(root, columns, known);
        }
        double[] weight = weights(columns.length);
        for (int i = 0; i < columns.length; i++) {
            double share = 0;
            for (int known = 0; known < said.length; known++) {
                if ((known & 1 << i) == 0) {
                    share += weight[Integer.bitCount(known)] * (said[known | 1 << i] - said[known]);
                }
            }
            shares[columns[i]] += scale * share;
        }
    }

    /** What the tree says on average if only these of its columns are known. */
    private double expected(Node node, int[] columns, int known) {
        if (!(node instanceof InternalNode split)) {
            return ((RegressionNode) node).output();
        }
        if ((known & 1 << Arrays.binarySearch(columns, split.feature())) != 0) {
            return expected(split.branch(row) ? split.trueChild() : split.falseChild(), columns, known);
        }
        double yes = split.trueChild().size();
        double no = split.falseChild().size();
        return (yes * expected(split.trueChild(), columns, known) + no * expected(split.falseChild(), columns, known)) / (yes + no);
    }

    /** By how many others are known: the share of the orders, in which columns may become known, that have just those before this one. */
    private static double[] weights(int columns) {
        double[] weights = new double[Math.max(1, columns)];
        weights[0] = 1.0 / Math.max(1, columns);
        for (int before = 1; before < columns; before++) {
            weights[before] = weights[before - 1] * before / (columns - before);
        }
        return weights;
    }

    private static int[] columns(Node node) {
        return node instanceof InternalNode split
                ? Arrays.stream(new int[][] {{split.feature()}, columns(split.trueChild()), columns(split.falseChild())})
                        .flatMapToInt(Arrays::stream).sorted().distinct().toArray()
                : new int[0];
    }
}
