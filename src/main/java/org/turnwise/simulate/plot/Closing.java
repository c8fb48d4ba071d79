package org.turnwise.simulate.plot;

import java.util.Comparator;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Dice;

/** What comes of a call, drawn from what the customer thinks at its end. Words have no say. */
public final class Closing {

    private Closing() {}

    static double probability(CustomerState state, double undecided, double temperature) {
        return sigmoid((state.readiness() - undecided) / temperature);
    }

    public static OutcomeKind won(CustomerState state, Dice dice) {
        int kind = dice.weighted(state.authority() * state.urgency(), 0.8 * state.authority(), 0.7 * state.need(), 0.9, 0.9 * state.urgency(),
                0.25 * (1 - state.authority()), 0.5);
        return switch (kind) {
            case 0 -> OutcomeKind.WON_ON_CALL;
            case 1 -> OutcomeKind.VERBAL_COMMIT;
            case 2 -> OutcomeKind.TRIAL_STARTED;
            case 3 -> OutcomeKind.MEETING_BOOKED;
            case 4 -> OutcomeKind.PROPOSAL_DATED;
            case 5 -> OutcomeKind.REFERRED;
            default -> OutcomeKind.DEMO_BOOKED;
        };
    }

    public static OutcomeKind lost(CustomerState state, Dice dice) {
        Objection worst = state.objections().stream()
                .filter(o -> o.status() != Objection.Status.RESOLVED)
                .max(Comparator.comparingDouble(Objection::weight))
                .orElse(null);
        if (worst == null || worst.weight() < 0.3) {
            return dice.pick(OutcomeKind.STALL, OutcomeKind.NEXT_STEP_VAGUE, OutcomeKind.NO_DECISION);
        }
        return switch (worst.concern()) {
            case PRICE -> OutcomeKind.PRICING_REJECTION;
            case COMPETITOR -> OutcomeKind.LOST_COMPETITOR;
            case TIMING, AUTHORITY -> dice.pick(OutcomeKind.STALL, OutcomeKind.NO_DECISION);
            case NEED, TRUST, FIT, EFFORT, BRUSHOFF -> OutcomeKind.NOT_INTERESTED;
        };
    }

    public static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
