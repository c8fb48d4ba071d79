package org.turnwise.intake.duplicates;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallId;

/**
 * Two calls that are probably one, recorded by two tools.
 *
 * @param better   whose times, names and turns tell more
 * @param likeness the share of runs of three words of either that both have, 0 to 1
 * @param apartMs  between their starts; null if a start is unknown
 * @param verdict  what a person said of them; {@link Decision.Open} if nothing holds
 */
public record ProbableDuplicate(CallId better, CallId other, double likeness, @Nullable Long apartMs, Decision.Verdict verdict) {

    public Decision.Pair pair() {
        return Decision.Pair.of(better, other);
    }

    public boolean open() {
        return verdict instanceof Decision.Open;
    }
}
