package org.turnwise.queue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;
import org.turnwise.scoring.novelty.Novelty;
import org.turnwise.scoring.UsualRanges;

/**
 * Unlike the other calls: an isolation forest on turn-state features (Liu, Ting and Zhou 2008). Outliers are also what to start from before there is a
 * scorer, because uncertainty can't be relied on with few labels (Hacohen et al. 2022, arXiv 2202.02794).
 *
 * @param novelty of calls without a forecast, by id; with an active scorer, forecasts carry it
 * @param usual   null while nothing is known to be usual
 * @param whole   a finished call's features; reading them costs, so only the first {@value #DETAILED} get words of their own
 */
record Anomalous(Map<CallId, Double> novelty, @Nullable UsualRanges usual, Function<CallId, Optional<double[]>> whole) implements Strategy {

    static final int DETAILED = 200;

    @Override
    public Optional<Claim> claim(Case one) {
        Double found = one.forecast() != null ? Double.valueOf(one.forecast().last().novelty()) : novelty.get(one.call().id());
        return found == null || found < Novelty.UNUSUAL
                ? Optional.empty()
                : Optional.of(new Claim(QueueReason.ANOMALOUS, found, before -> why(one.call().id(), found, before)));
    }

    /** Whether a call has words of its own with so many before it. */
    static boolean detailed(int before) {
        return before < DETAILED;
    }

    private String why(CallId call, double found, int before) {
        UsualRanges ranges = usual;
        if (ranges == null || !detailed(before)) {
            return asAWhole(found);
        }
        return whole.apply(call).flatMap(ranges::mostUnusual).orElseGet(() -> asAWhole(found));
    }

    private static String asAWhole(double found) {
        return String.format(Locale.ROOT, "Unusual as a whole: novelty %.2f, usual is under %.2f", found, Novelty.UNUSUAL);
    }
}
