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
            double sum = 0;
            for (int i = 0; i < value.length; i++) {
                sum += value[i] * weights[i];
            }
            return sum;
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
            double sum = 0;
            for (int i = 0; i < column.length; i++) {
                sum += value[i] * weights[column[i]];
            }
            return sum;
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
