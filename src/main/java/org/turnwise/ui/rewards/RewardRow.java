package org.turnwise.ui.rewards;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.Baselines;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;

/**
 * A call and what is known to have come of it, if anything is.
 *
 * @param usual what its reward is beside what is usual; null where that isn't known
 */
public record RewardRow(CallSummary call, Outcomes.@Nullable Known known, Baselines.@Nullable Relative usual) {

    /** Where a call stands; each call is in exactly one. */
    public enum Coverage {
        WITH,
        CENSORED,
        WITHOUT,
        CONFLICT
    }

    /** How much the call counts in training; empty where it stays out of it, since nothing is known or what is known says neither yes nor no. */
    public Optional<Double> weight() {
        if (known == null) {
            return Optional.empty();
        }
        return switch (known.kind().conversion()) {
            case YES, NO -> Optional.of(known.weight());
            case CENSORED, SILENT -> Optional.empty();
        };
    }

    Coverage coverage() {
        if (known == null) {
            return Coverage.WITHOUT;
        }
        if (known.conflict()) {
            return Coverage.CONFLICT;
        }
        return known.kind().conversion() == OutcomeKind.Conversion.CENSORED ? Coverage.CENSORED : Coverage.WITH;
    }
}
