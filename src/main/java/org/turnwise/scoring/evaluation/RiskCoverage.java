package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often a forecast is wrong if only the surest are kept (El-Yaniv and Wiener 2010). A forecast above ½ says yes, one below says no, one of exactly ½ is
 * half wrong. The surest are those with the greatest |p − ½|. Of those that are equally sure any may be kept, so the mean over all choices counts.
 */
public final class RiskCoverage {

    /** Of the surest {@code coverage} of forecasts (in (0, 1]), the share {@code risk} is wrong. */
    public record Point(double coverage, double risk) {}

    private static final int STEPS = 20;

    private RiskCoverage() {}

    /** @param coverage in (0, 1]; the number of forecasts kept is rounded up. NaN if no row counts */
    static double risk(Rows rows, int[] times, double coverage) {
        return risks(rows, times, coverage)[0];
    }

    /**
     * The same of several coverages at once.
     *
     * @param coverages ascending
     */
    static double[] risks(Rows rows, int[] times, double... coverages) {
        long all = 0;
        for (int time : times) {
            all += time;
        }
        double[] risks = new double[coverages.length];
        Arrays.fill(risks, Double.NaN);
        Rows.Surest surest = rows.surest();
        double before = 0;
        double wrong = 0;
        int from = 0;
        for (int i = 0; i < risks.length && all > 0; i++) {
            // what rounding leaves above a whole number is not another forecast
            double kept = Math.ceil((rows.ranked() ? coverages[i] : 1) * all - 1e-9);
            while (from < rows.size()) {
                double asSure = 0;
                double wrongAmong = 0;
                for (int place = from; place < surest.end()[from]; place++) {
                    int counts = times[surest.row()[place]];
                    asSure += counts;
                    wrongAmong += counts * surest.wrong()[place];
                }
                if (before + asSure >= kept) {
                    risks[i] = (wrong + wrongAmong * ((kept - before) / asSure)) / kept;
                    break;
                }
                wrong += wrongAmong;
                before += asSure;
                from = surest.end()[from];
            }
        }
        return risks;
    }

    /** At 5 %, 10 % … 100 % coverage. */
    static List<Point> curve(Rows rows) {
        List<Point> points = new ArrayList<>();
        for (int i = 1; i <= STEPS; i++) {
            double coverage = (double) i / STEPS;
            points.add(new Point(coverage, risk(rows, rows.once(), coverage)));
        }
        return points;
    }
}
