package org.turnwise.scoring;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import smile.classification.GradientTreeBoost;
import smile.model.cart.InternalNode;
import smile.model.cart.LeafNode;
import smile.model.cart.Node;
import smile.model.cart.OrdinalNode;
import smile.model.cart.RegressionNode;
import smile.regression.RegressionTree;

/**
 * Boosted trees as Smile grew them, laid out in arrays. They say what Smile's own do, bit for bit, at a tenth of the time: Smile wraps each row in an object
 * that looks columns up, and walks from node to node by calls. Immutable; any thread.
 */
final class FlatTrees {

    /** Smile keeps these to itself, though no forecast can be made without them. */
    private record Hidden(VarHandle threshold, VarHandle start, VarHandle shrinkage, VarHandle regressionStart, VarHandle regressionShrinkage) {

        private static final Hidden FIELDS = new Hidden(
                number(OrdinalNode.class, "value"), number(GradientTreeBoost.class, "b"), number(GradientTreeBoost.class, "shrinkage"),
                number(smile.regression.GradientTreeBoost.class, "b"), number(smile.regression.GradientTreeBoost.class, "shrinkage"));

        private static VarHandle number(Class<?> owner, String field) {
            try {
                return MethodHandles.privateLookupIn(owner, MethodHandles.lookup()).findVarHandle(owner, field, double.class);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("this is not the Smile that Turnwise was built with: " + owner.getName() + " has no number " + field, e);
            }
        }
    }

    private static final int LEAF = -1;

    private final double start;
    private final double shrinkage;
    private final int[] roots;

    /** By node, the column that is compared; {@link #LEAF} of a leaf. */
    private int[] column = new int[64];

    /** By node, up to where rows go to the one child; of a leaf, what it says. */
    private double[] number = new double[64];

    /** By node, where rows up to the threshold go; the others go to the node after it. */
    private int[] child = new int[64];

    private int nodes;

    private FlatTrees(double start, double shrinkage, RegressionTree[] trees) {
        this.start = start;
        this.shrinkage = shrinkage;
        roots = new int[trees.length];
        for (int tree = 0; tree < roots.length; tree++) {
            roots[tree] = room(1);
            lay(trees[tree].root(), roots[tree]);
        }
    }

    /** @param model of two classes */
    static FlatTrees of(GradientTreeBoost model) {
        return new FlatTrees((double) Hidden.FIELDS.start.get(model), (double) Hidden.FIELDS.shrinkage.get(model), model.trees()[0]);
    }

    static FlatTrees of(smile.regression.GradientTreeBoost model) {
        double start = (double) Hidden.FIELDS.regressionStart.get(model);
        return new FlatTrees(start, (double) Hidden.FIELDS.regressionShrinkage.get(model), model.trees());
    }

    private int room(int more) {
        int first = nodes;
        nodes += more;
        if (nodes > column.length) {
            column = Arrays.copyOf(column, 2 * nodes);
            number = Arrays.copyOf(number, 2 * nodes);
            child = Arrays.copyOf(child, 2 * nodes);
        }
        return first;
    }

    private void lay(Node node, int at) {
        switch (node) {
            case RegressionNode leaf -> {
                column[at] = LEAF;
                number[at] = leaf.output();
            }
            case OrdinalNode split -> {
                column[at] = split.feature();
                number[at] = (double) Hidden.FIELDS.threshold.get(split);
                int children = room(2);
                child[at] = children;
                lay(split.trueChild(), children);
                lay(split.falseChild(), children + 1);
            }
            case InternalNode other -> throw new IllegalArgumentException("trees over numbers don't split by " + other.getClass().getName());
            case LeafNode other -> throw new IllegalArgumentException("trees of numbers don't end in " + other.getClass().getName());
            default -> throw new IllegalArgumentException("no tree is made of " + node.getClass().getName());
        }
    }

    /** What all trees say of a row: of two classes, half the log odds of the second. */
    double sum(double[] row) {
        double sum = start;
        for (int root : roots) {
            int node = root;
            while (column[node] != LEAF) {
                node = child[node] + (row[column[node]] <= number[node] ? 0 : 1);
            }
            sum += shrinkage * number[node];
        }
        return sum;
    }
}
