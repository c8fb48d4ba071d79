package org.turnwise.scoring.member;

/** Rows of numbers to learn from, most of them zero or none. Not copied: whoever makes one leaves its arrays alone. */
public sealed interface Rows {

    int size();

    int columns();

    /** The row times these weights, one a column. */
    double dot(int row, double[] weights);

    /** Adds the row, scaled, to {@code sums}, one a column. */
    void addTo(int row, double scale, double[] sums);

    /** Every number is there. */
    record Dense(float[][] values, int columns) implements Rows {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double dot(int row, double[] weights) {
            float[] value = values[row];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            // four sums side by side: each addition would else wait for the one before
            for (; i + 3 < value.length; i += 4) {
                a += value[i] * weights[i];
                b += value[i + 1] * weights[i + 1];
                c += value[i + 2] * weights[i + 2];
                d += value[i + 3] * weights[i + 3];
            }
            for (; i < value.length; i++) {
                a += value[i] * weights[i];
            }
            return a + b + (c + d);
        }

        @Override
        public void addTo(int row, double scale, double[] sums) {
            float[] value = values[row];
            for (int i = 0; i < value.length; i++) {
                sums[i] += scale * value[i];
            }
        }
    }

    /** Only what is not zero is there: of each row its columns and their values. */
    record Sparse(int[][] at, float[][] values, int columns) implements Rows {

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double dot(int row, double[] weights) {
            int[] column = at[row];
            float[] value = values[row];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 3 < column.length; i += 4) {
                a += value[i] * weights[column[i]];
                b += value[i + 1] * weights[column[i + 1]];
                c += value[i + 2] * weights[column[i + 2]];
                d += value[i + 3] * weights[column[i + 3]];
            }
            for (; i < column.length; i++) {
                a += value[i] * weights[column[i]];
            }
            return a + b + (c + d);
        }

        @Override
        public void addTo(int row, double scale, double[] sums) {
            int[] column = at[row];
            float[] value = values[row];
            for (int i = 0; i < column.length; i++) {
                sums[column[i]] += scale * value[i];
            }
        }
    }
}
