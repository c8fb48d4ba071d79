package org.turnwise.annotation.agreement;

/** How far apart two values are: Krippendorff (2019), Content Analysis, 4th edition, chapter 12. */
public enum Scale {
    /** Different is different. */
    NOMINAL,
    /** Values have an order; two are as far apart as there are values between them. */
    ORDINAL;

    /**
     * The squared difference of every two values.
     *
     * @param totals how often each value was given among pairable ones, in the scale's order
     */
    double[][] differences(double[] totals) {
        double[][] differences = new double[totals.length][totals.length];
        for (int c = 0; c < totals.length; c++) {
            double between = 0;
            for (int k = c + 1; k < totals.length; k++) {
                between += (totals[k - 1] + totals[k]) / 2;
                double difference = this == NOMINAL ? 1 : between * between;
                differences[c][k] = difference;
                differences[k][c] = difference;
            }
        }
        return differences;
    }
}
