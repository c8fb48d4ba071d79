package org.turnwise.scoring.evaluation;

import java.util.ArrayList;
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
        long all = 0;
        for (int time : times) {
            all += time;
        }
        // what rounding leaves above a whole number is not another forecast
        double kept = Math.ceil((rows.ranked() ? coverage : 1) * all - 1e-9);
        double before = 0;
        double wrong = 0;
        for (int from = 0; from < rows.size() && before < kept; ) {
            double confidence = confidence(rows, from);
            double inBlock = 0;
            double wrongInBlock = 0;
            int to = from;
            while (to < rows.size() && (confidence(rows, to) == confidence || !rows.ranked())) {
                int row = rows.byConfidence()[to++];
                inBlock += times[row];
                wrongInBlock += times[row] * wrong(rows.p()[row], rows.converted()[row]);
            }
            if (inBlock > 0) {
                wrong += wrongInBlock * Math.min(1, (kept - before) / inBlock);
                before += inBlock;
            }
            from = to;
        }
        return all == 0 ? Double.NaN : wrong / kept;
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

    private static double confidence(Rows rows, int place) {
        return Math.abs(rows.p()[rows.byConfidence()[place]] - .5);
    }

    private static double wrong(double p, boolean converted) {
        return p == .5 ? .5 : p > .5 == converted ? 0 : 1;
    }
}
