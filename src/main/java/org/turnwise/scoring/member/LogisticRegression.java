package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Logistic regression with a quadratic penalty on its weights, not on the intercept: minimises Σ weight · log loss + penalty / 2 · Σ w². Fitted by L-BFGS
 * (Nocedal 1980) from zero weights; the same rows give the same model, bit for bit, on one thread. Immutable; any thread.
 *
 * @param weights one a column
 */
public record LogisticRegression(double[] weights, double intercept) implements Serializable {

    private static final int MOST_STEPS = 100;
    private static final int REMEMBERED = 8;
    private static final int MOST_HALVINGS = 20;
    private static final double FLAT = 1e-6;
    private static final double ARMIJO = 1e-4;

    /**
     * Fits on these rows.
     *
     * @param yes     the class of each row
     * @param weight  what each row counts, not negative
     * @param penalty above 0; what scikit-learn calls 1 / C
     */
    public static LogisticRegression fit(Rows rows, boolean[] yes, double[] weight, double penalty) {
        if (rows.size() != yes.length || weight.length != yes.length || !(penalty > 0)) {
            throw new IllegalArgumentException("rows, classes and weights must be as many, and the penalty above 0: "
                    + rows.size() + ", " + yes.length + ", " + weight.length + ", " + penalty);
        }
        double[] found = new Descent(new Loss(rows, yes, weight, penalty)).minimum(start(rows.columns(), yes, weight));
        return new LogisticRegression(Arrays.copyOf(found, rows.columns()), found[rows.columns()]);
    }

    /** Log odds of a row. */
    public double raw(Rows rows, int row) {
        return rows.dot(row, weights) + intercept;
    }

    private static double[] start(int columns, boolean[] yes, double[] weight) {
        double positive = 1e-3;
        double all = 2e-3;
        for (int i = 0; i < yes.length; i++) {
            positive += yes[i] ? weight[i] : 0;
            all += weight[i];
        }
        double[] start = new double[columns + 1];
        start[columns] = Math.log(positive / (all - positive));
        return start;
    }

    /** What is minimised; the last variable is the intercept. */
    private record Loss(Rows rows, boolean[] yes, double[] weight, double penalty) {

        double at(double[] point, double[] gradient) {
            int columns = rows.columns();
            double loss = 0;
            for (int i = 0; i < columns; i++) {
                loss += .5 * penalty * point[i] * point[i];
                gradient[i] = penalty * point[i];
            }
            gradient[columns] = 0;
            for (int row = 0; row < yes.length; row++) {
                double raw = rows.dot(row, point) + point[columns];
                double margin = yes[row] ? raw : -raw;
                double odds = Math.exp(-Math.abs(margin));
                // log1p would be right in the last digits of losses near 0 as well, where they don't matter, and takes ten times as long
                loss += weight[row] * (Math.log(1 + odds) + Math.max(0, -margin));
                double wrong = margin > 0 ? odds / (1 + odds) : 1 / (1 + odds);
                double error = weight[row] * (yes[row] ? -wrong : wrong);
                rows.addTo(row, error, gradient);
                gradient[columns] += error;
            }
            return loss;
        }
    }

    /** Limited-memory BFGS with backtracking. One use, one thread. */
    private static final class Descent {
        private final Loss loss;
        private final double[][] moves = new double[REMEMBERED][];
        private final double[][] turns = new double[REMEMBERED][];
        private final double[] curvature = new double[REMEMBERED];
        private int remembered;

        Descent(Loss loss) {
            this.loss = loss;
        }

        double[] minimum(double[] start) {
            double[] point = start;
            double[] gradient = new double[start.length];
            double value = loss.at(point, gradient);
            double steepest = Math.max(norm(gradient), 1e-12);
            for (int step = 0; step < MOST_STEPS && norm(gradient) > FLAT * steepest; step++) {
                double[] direction = direction(gradient);
                double slope = -dot(gradient, direction);
                double length = 1;
                double[] next = point;
                double[] nextGradient = new double[start.length];
                double nextValue = Double.POSITIVE_INFINITY;
                for (int halving = 0; halving < MOST_HALVINGS && !(nextValue <= value + ARMIJO * length * slope); halving++) {
                    length = halving == 0 ? 1 : length / 2;
                    next = point.clone();
                    add(-length, direction, next);
                    nextValue = loss.at(next, nextGradient);
                }
                if (!(nextValue < value)) {
                    return point;
                }
                remember(point, next, gradient, nextGradient);
                boolean settled = value - nextValue < 1e-6 * Math.abs(value);
                point = next;
                gradient = nextGradient;
                value = nextValue;
                if (settled) {
                    return point;
                }
            }
            return point;
        }

        /** The gradient times an estimate of the inverse Hessian: the two-loop recursion. */
        private double[] direction(double[] gradient) {
            double[] direction = gradient.clone();
            double[] share = new double[REMEMBERED];
            int oldest = Math.max(0, remembered - REMEMBERED);
            for (int i = remembered - 1; i >= oldest; i--) {
                int at = i % REMEMBERED;
                share[at] = curvature[at] * dot(moves[at], direction);
                add(-share[at], turns[at], direction);
            }
            int last = (remembered - 1) % REMEMBERED;
            double scale = remembered == 0 ? 1 / Math.max(1, norm(gradient)) : 1 / (curvature[last] * dot(turns[last], turns[last]));
            for (int i = 0; i < direction.length; i++) {
                direction[i] *= scale;
            }
            for (int i = oldest; i < remembered; i++) {
                int at = i % REMEMBERED;
                add(share[at] - curvature[at] * dot(turns[at], direction), moves[at], direction);
            }
            return direction;
        }

        private void remember(double[] from, double[] to, double[] gradientFrom, double[] gradientTo) {
            double[] move = to.clone();
            add(-1, from, move);
            double[] turn = gradientTo.clone();
            add(-1, gradientFrom, turn);
            double product = dot(move, turn);
            if (product > 1e-12) {
                int at = remembered % REMEMBERED;
                moves[at] = move;
                turns[at] = turn;
                curvature[at] = 1 / product;
                remembered++;
            }
        }

        private static double dot(double[] a, double[] b) {
            double sum = 0;
            for (int i = 0; i < a.length; i++) {
                sum += a[i] * b[i];
            }
            return sum;
        }

        private static void add(double scale, double[] what, double[] to) {
            for (int i = 0; i < what.length; i++) {
                to[i] += scale * what[i];
            }
        }

        private static double norm(double[] a) {
            return Math.sqrt(dot(a, a));
        }
    }
}
