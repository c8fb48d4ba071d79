package org.turnwise.queue;

import java.util.Optional;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.OutcomeKind.Conversion;
import org.turnwise.scoring.Forecast;

/**
 * Outcome against forecast: lost although some turn looked won ({@link QueueReason#FAILURE}), or won although some turn looked lost
 * ({@link QueueReason#WIN}). Where a confident model is contradicted, either something happened in the call that it can't see or the outcome is wrong;
 * both are worth reading (confident learning, Northcutt et al. 2021; arXiv 2103.14749: about half of such labels are truly wrong on public test sets).
 * The active scorer may have learned from the call, so it is contradicted less often than it would be on a new one.
 */
record Contradicted() implements Strategy {

    /** A forecast this far towards one outcome is contradicted by the other. */
    static final double FORETOLD = .65;

    @Override
    public Optional<Claim> claim(Case one) {
        Outlook forecast = one.forecast();
        OutcomeKind outcome = one.outcome();
        if (forecast == null || outcome == null) {
            return Optional.empty();
        }
        if (outcome.conversion() == Conversion.NO) {
            return claim(QueueReason.FAILURE, forecast.best().probability(), outcome, forecast.best());
        }
        if (outcome.conversion() == Conversion.YES) {
            return claim(QueueReason.WIN, 1 - forecast.worst().probability(), outcome, forecast.worst());
        }
        return Optional.empty();
    }

    private static Optional<Claim> claim(QueueReason reason, double against, OutcomeKind outcome, Forecast turn) {
        return against < FORETOLD
                ? Optional.empty()
                : Optional.of(new Claim(
                        reason, against, before -> outcome.title() + ", though turn " + turn.ordinal() + " said " + Strategy.percent(turn.probability())));
    }
}
