package org.turnwise.scoring.member;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.turnwise.language.embedding.Embedding;

/**
 * Logistic regression over what was meant: the sum of the embeddings of the rep's turns, scaled to length 1, and the same of the customer's. Turns of
 * neither side are left out. Immutable; any thread.
 *
 * @param rep      weights of the rep's direction
 * @param customer weights of the customer's
 */
record MeaningModel(double[] rep, double[] customer, double intercept) implements Serializable {

    /** Numbers in a row: two directions. */
    static final int COLUMNS = 2 * Embedding.SIZE;

    static MeaningModel fit(float[][] rows, boolean[] yes, double[] weight, double penalty) {
        LogisticRegression fitted = LogisticRegression.fit(new Rows.Dense(rows, COLUMNS), yes, weight, penalty);
        return new MeaningModel(
                Arrays.copyOf(fitted.weights(), Embedding.SIZE), Arrays.copyOfRange(fitted.weights(), Embedding.SIZE, COLUMNS), fitted.intercept());
    }

    /** Log odds of a row. */
    double raw(float[] row) {
        double raw = intercept;
        for (int i = 0; i < Embedding.SIZE; i++) {
            raw += row[i] * rep[i] + row[Embedding.SIZE + i] * customer[i];
        }
        return raw;
    }

    boolean whole() {
        return rep != null && customer != null && rep.length == Embedding.SIZE && customer.length == Embedding.SIZE;
    }

    /** The two directions after each turn, O(1) a turn. One thread. */
    static final class Running {
        private final double[] rep = new double[Embedding.SIZE];
        private final double[] customer = new double[Embedding.SIZE];
        private final float[] row = new float[COLUMNS];
        private boolean repSpoke;
        private boolean customerSpoke;

        void add(HeardTurn turn) {
            switch (turn.side()) {
                case REP -> {
                    add(turn.direction(), rep);
                    repSpoke = true;
                }
                case CUSTOMER -> {
                    add(turn.direction(), customer);
                    customerSpoke = true;
                }
                case OTHER -> {}
            }
        }

        private static void add(float[] direction, double[] sum) {
            for (int i = 0; i < Embedding.SIZE; i++) {
                sum[i] += direction[i];
            }
        }

        /** {@link #COLUMNS} numbers, the same array each time: a side that has not spoken since is not scaled again. */
        float[] row() {
            if (repSpoke) {
                scale(rep, row, 0);
            }
            if (customerSpoke) {
                scale(customer, row, Embedding.SIZE);
            }
            repSpoke = false;
            customerSpoke = false;
            return row;
        }

        /** The lengths by which the sums are divided: the rep's, then the customer's. */
        double[] lengths() {
            return new double[] {length(rep), length(customer)};
        }

        private static double length(double[] sum) {
            double squares = 0;
            for (double component : sum) {
                squares += component * component;
            }
            return Math.sqrt(squares);
        }

        private static void scale(double[] sum, float[] into, int from) {
            double length = length(sum);
            for (int i = 0; i < Embedding.SIZE; i++) {
                into[from + i] = length > 0 ? (float) (sum[i] / length) : 0;
            }
        }
    }

    /** Rows of the call after each of these numbers of turns, ascending. */
    static float[][] rows(List<HeardTurn> turns, int[] after) {
        float[][] rows = new float[after.length][];
        Running running = new Running();
        int heard = 0;
        for (int i = 0; i < after.length; i++) {
            while (heard < after[i]) {
                running.add(turns.get(heard++));
            }
            rows[i] = running.row().clone();
        }
        return rows;
    }
}
