package org.turnwise.queue;

import java.util.Locale;
import java.util.Optional;
import org.turnwise.scoring.Forecast;

/**
 * The calibrated margin: calls nearest to even odds come first. Margin sampling matches or beats other strategies on 69 tabular sets when the model that
 * asks is the model that learns (Bahri et al. 2022, arXiv 2210.03822; Lu et al. 2023, arXiv 2306.08954). Every scored call has a margin, so this is also the
 * reason of those that have no other, the surest last.
 */
record Borderline() implements Strategy {

    @Override
    public Optional<Claim> claim(Case one) {
        return Optional.ofNullable(one.forecast()).map(forecast -> {
            Forecast last = forecast.last();
            return new Claim(QueueReason.BORDERLINE, 1 - last.confidence(), before -> why(last));
        });
    }

    private static String why(Forecast last) {
        String chance = String.format(Locale.ROOT, "%.0f ± %.0f %%", 100 * last.probability(), 50 * (last.high() - last.low()));
        if (last.low() <= .5 && last.high() >= .5) {
            return chance + ", too close to call";
        }
        return chance + (last.probability() > .5 ? ", leaning to a yes" : ", leaning to a no");
    }
}
