package org.turnwise.annotation.agreement;

import java.util.OptionalDouble;

/** What one reader said where another said what, counted in units that both spoke of. Adds up over units. Mutable; one thread. */
final class Confusion {

    private final long[][] counts;

    /** @param values how many there are */
    Confusion(int values) {
        counts = new long[values][values];
    }

    void unit(int first, int second) {
        counts[first][second]++;
    }

    void add(Confusion other, int times) {
        for (int c = 0; c < counts.length; c++) {
            for (int k = 0; k < counts.length; k++) {
                counts[c][k] += times * other.counts[c][k];
            }
        }
    }

    long units() {
        long units = 0;
        for (long[] row : counts) {
            for (long count : row) {
                units += count;
            }
        }
        return units;
    }

    /**
     * Cohen's κ = (p_o − p_e) / (1 − p_e) (Cohen 1960), from what the two agreed on and what they would have by chance. None without units, or if
     * both said one and the same throughout: then chance alone explains all of it.
     */
    OptionalDouble kappa() {
        double all = units();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < counts.length; c++) {
            double row = 0;
            double column = 0;
            for (int k = 0; k < counts.length; k++) {
                row += counts[c][k];
                column += counts[k][c];
            }
            observed += counts[c][c];
            expected += row * column;
        }
        double byChance = all * all - expected;
        return byChance <= 0 ? OptionalDouble.empty() : OptionalDouble.of((observed * all - expected) / byChance);
    }
}
