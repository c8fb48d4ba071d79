package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.turnwise.scoring.Measures;

/** What was said, beside what came true: the reliability diagram (Murphy and Winkler 1977). */
public final class Reliability {

    /**
     * Forecasts of one bin of equal width; bins without any are left out.
     *
     * @param from         lower end, in [0, 1)
     * @param to           upper end; belongs to the next bin, but for the last
     * @param forecasts    how many
     * @param calls        of how many different calls, on which the interval rests
     * @param meanForecast what was said
     * @param observed     share that came true
     * @param low          lower end of its 95 % interval (Wilson 1927)
     * @param high         upper end
     */
    public record Bin(double from, double to, int forecasts, int calls, double meanForecast, double observed, double low, double high) {}

    /** The .975 quantile of the normal distribution. */
    private static final double Z = 1.959963984540054;

    private Reliability() {}

    static List<Bin> bins(Rows rows) {
        List<Bin> bins = new ArrayList<>();
        for (int from = 0; from < rows.size(); ) {
            int bin = Measures.bin(rows.p()[from]);
            double said = 0;
            int yes = 0;
            Set<Integer> calls = new HashSet<>();
            int to = from;
            while (to < rows.size() && Measures.bin(rows.p()[to]) == bin) {
                said += rows.p()[to];
                yes += rows.converted()[to] ? 1 : 0;
                calls.add(rows.call()[to]);
                to++;
            }
            int count = to - from;
            double observed = (double) yes / count;
            double[] interval = wilson(observed, calls.size());
            bins.add(new Bin(
                    (double) bin / Measures.BINS, (double) (bin + 1) / Measures.BINS, count, calls.size(), said / count, observed, interval[0], interval[1]));
            from = to;
        }
        return bins;
    }

    /** The 95 % interval of a share that was observed in so many trials. */
    public static double[] wilson(double share, int trials) {
        double z2 = Z * Z / trials;
        double centre = (share + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(share * (1 - share) / trials + z2 / (4 * trials));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }
}
