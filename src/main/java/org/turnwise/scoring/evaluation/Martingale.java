package org.turnwise.scoring.evaluation;

import java.util.List;
import java.util.Objects;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeldOutCall;

/**
 * Whether the live head moves as much as it learns. A forecast that is right about itself is a martingale: over many calls the squares of its moves and of
 * its last error sum to the square of its first error (orthogonal increments; Augenblick and Rabin 2021). The ratio
 * Σ (Σ dp² + (y − p_T)²) / Σ (y − p_0)², both sums over calls, is then 1; more says it moves without reason, less that it is too slow.
 */
final class Martingale {

    private Martingale() {}

    /** @param times how often each call counts; NaN if none does, or every first forecast was right */
    static double ratio(List<HeldOutCall> calls, int[] times) {
        double moved = 0;
        double first = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                HeldOutCall call = calls.get(i);
                double[] live = Objects.requireNonNull(call.forecasts().running().get(Standard.LIVE));
                double y = call.converted() ? 1 : 0;
                double before = call.forecasts().before();
                first += times[i] * square(y - before);
                for (double p : live) {
                    moved += times[i] * square(p - before);
                    before = p;
                }
                moved += times[i] * square(y - before);
            }
        }
        return first > 0 ? moved / first : Double.NaN;
    }

    private static double square(double x) {
        return x * x;
    }
}
