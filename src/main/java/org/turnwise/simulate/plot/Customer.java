package org.turnwise.simulate.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Mode;

/**
 * The one who is sold to.
 *
 * @param start          what they think when the phone rings
 * @param responsiveness how far one act moves them; higher where a call is short, so that short calls decide as much as long ones
 * @param noise          how badly their words show what they think; standard deviation in units of readiness
 * @param undecided      the readiness at which a yes is as likely as a no
 * @param temperature    how far chance has a say in the decision
 */
public record Customer(CustomerState start, double responsiveness, double noise, double undecided, double temperature) {

    static Customer meet(Dice dice, Mode mode, int turns, double drift) {
        List<Objection> objections = new ArrayList<>();
        for (Concern concern : Concern.values()) {
            double often = switch (concern) {
                case PRICE -> 0.38 + 0.3 * drift;
                case TIMING -> 0.25;
                case AUTHORITY, COMPETITOR -> 0.2;
                case NEED -> 0.18;
                case TRUST, FIT, EFFORT -> 0.15;
                case BRUSHOFF -> 0.1;
            };
            boolean has = dice.chance(often);
            double severity = dice.between(0.3, 0.9);
            if (has) {
                objections.add(new Objection(concern, severity, Objection.Status.HIDDEN));
            }
        }
        CustomerState start = new CustomerState(
                dice.between(0.25, 0.7), dice.between(0.25, 0.85) - 0.25 * drift, dice.between(0.3, 0.8), dice.between(0.2, 0.7), dice.between(0.35, 0.6),
                objections);
        return new Customer(start, 3.4 * StrictMath.pow(8.0 / turns, 0.7), mode.noise(), mode.undecided(), mode.temperature());
    }

    /**
     * What they think after an act of the rep. Pure: the same state, act and quality always lead to the same state.
     *
     * @param quality how well it is done, from 0 to 1; badly done, most acts do harm
     */
    CustomerState after(CustomerState state, RepAct act, double quality) {
        double g = responsiveness;
        double e = g * (quality - 0.46);
        double ease = 0.85 * StrictMath.sqrt(g) * quality;
        return switch (act) {
            case R_OPEN -> state.moved(0, 0, 0, 0, 0.04 * e);
            case R_AGENDA, R_RAPPORT, CHITCHAT -> state.moved(0, 0, 0, 0, 0.08 * e);
            case Q_SITUATION -> state.moved(0.02 * e, 0, 0, 0, -0.01 * g);
            case Q_PROBLEM -> state.moved(0.18 * e + 0.01 * g, 0, 0, 0, 0.03 * e);
            case Q_IMPACT -> state.moved(0.2 * e + 0.01 * g, 0, 0, 0.14 * e, 0);
            case Q_PAYOFF -> state.moved(0.16 * e, 0, 0, 0.06 * e, 0);
            case Q_AUTHORITY, R_THREAD -> state.moved(0, 0, 0.18 * e, 0, 0.02 * e);
            case Q_BUDGET -> state.moved(0, 0.14 * e, 0, 0, 0);
            case Q_PROCESS -> state.moved(0, 0, 0.12 * e, 0.08 * e, 0);
            case Q_TIMELINE -> state.moved(0, 0, 0, 0.18 * e, 0);
            case Q_COMPETE, R_COMPETE -> eased(state.moved(0, 0, 0, 0, 0.08 * e), Concern.COMPETITOR, 0.2 * e);
            case SUMMARISE, EMPATHY, PROBE -> state.moved(0.03 * e, 0, 0, 0, 0.16 * e);
            case FEATURE -> state.moved(0.04 * e, 0, 0, 0, 0.05 * e - (state.need() < 0.45 ? 0.02 * g : 0));
            case BENEFIT -> state.moved(0.15 * e, 0, 0, 0, 0.08 * e);
            case PROOF -> state.moved(0.03 * e, 0, 0, 0, 0.18 * e);
            case INSIGHT -> state.moved(0.12 * e, 0, 0, 0.05 * e, 0.1 * e);
            case DEMO -> eased(state.moved(0.1 * e, 0, 0, 0, 0.1 * e), Concern.FIT, 0.2 * e);
            case PRICE_STATE -> state.moved(0, 0.16 * e, 0, 0, 0.06 * e);
            case PRICE_ANCHOR -> state.moved(0.03 * e, 0.16 * e, 0, 0, 0);
            case PRICE_DISCOUNT -> state.moved(0, 0.03 * g, 0, 0, -0.03 * g);
            case PRICE_TRADE -> state.moved(0, 0.18 * e, 0, 0.04 * e, 0);
            case PRICE_DEFER -> state.moved(0, 0, 0, 0, -0.03 * g);
            case OBJ_ACK -> state.moved(0, 0, 0, 0, 0.08 * e);
            case OBJ_CLARIFY -> easedRaised(state.moved(0, 0, 0, 0, 0.1 * e), 0.2 * ease);
            case OBJ_ANSWER -> easedRaised(state.moved(0.03 * e, 0, 0, 0, 0.12 * e), 0.6 * ease);
            case OBJ_CONFIRM -> easedRaised(state.moved(0, 0, 0, 0, 0.05 * e), 0.25 * ease);
            case OBJ_DEFLECT -> easedRaised(state.moved(0, 0, 0, 0, -0.03 * g), -0.04 * g);
            case OBJ_ARGUE -> easedRaised(state.moved(0, 0, 0, 0, -0.06 * g), -0.08 * g);
            case NEXT_PROPOSE -> state.moved(0, 0, 0.03 * e, 0.14 * e, 0.03 * e);
            case CLOSE_ASK -> state.moved(0, 0, 0, 0.12 * e, state.trust() < 0.4 ? -0.03 * g : 0.03 * e);
            case FOLLOWUP_VAGUE -> state.moved(0, 0, 0, -0.04 * g, 0);
        };
    }

    private static CustomerState eased(CustomerState state, Concern concern, double amount) {
        return state.objection(concern).map(o -> state.with(o.easedBy(amount))).orElse(state);
    }

    private static CustomerState easedRaised(CustomerState state, double amount) {
        return state.raised().map(o -> state.with(o.easedBy(amount))).orElse(state);
    }

    /** How a reply sounds: from 0, cold, to 1, warm. The readiness blurred by noise; in their first turns people are merely polite. */
    double warmth(CustomerState state, int turn, Dice dice) {
        double openness = Math.clamp((turn - 3) / 4.0, 0, 1);
        return Closing.sigmoid(1.2 * (openness * (state.readiness() - undecided) + noise * dice.normal()));
    }

    /** What they say to the rep's last act. */
    Reply reply(CustomerState state, Stage stage, RepAct last, double warmth, boolean ends, Dice dice) {
        Concern raised = state.raised().map(Objection::concern).orElse(null);
        if (raised != null) {
            Objection objection = state.raised().orElseThrow();
            if (objection.severity() < Objection.LETS_GO) {
                return new Reply(CustomerAct.P_RESOLVED, raised, state.with(objection.with(Objection.Status.RESOLVED)));
            }
            boolean gaveUp = dice.chance(0.05 + 0.09 * responsiveness);
            return gaveUp
                    ? new Reply(CustomerAct.P_STALL, raised, state.with(objection.with(Objection.Status.UNRESOLVED)))
                    : new Reply(CustomerAct.OBJECT, raised, state);
        }
        if (!ends && stage != Stage.WRAP) {
            for (Objection objection : state.objections()) {
                double eager = objection.concern().home() == stage ? 0.75 : stage == Stage.OPENING ? 0.02 : 0.14;
                if (objection.status() == Objection.Status.HIDDEN && dice.chance(eager * objection.severity())) {
                    return new Reply(CustomerAct.OBJECT, objection.concern(), state.with(objection.with(Objection.Status.RAISED)));
                }
            }
        }
        return new Reply(answer(stage, last, warmth, dice), null, state);
    }

    private CustomerAct answer(Stage stage, RepAct last, double warmth, Dice dice) {
        return switch (last) {
            case R_OPEN, R_RAPPORT, CHITCHAT -> CustomerAct.CHITCHAT;
            case R_AGENDA -> dice.chance(0.5) ? CustomerAct.P_CONTEXT : CustomerAct.CHITCHAT;
            case Q_SITUATION, Q_COMPETE -> CustomerAct.P_CONTEXT;
            case Q_PROBLEM, PROBE -> dice.chance(0.25 + 0.7 * warmth) ? CustomerAct.P_PAIN : CustomerAct.P_CONTEXT;
            case Q_IMPACT -> dice.chance(0.3 + 0.5 * warmth) ? CustomerAct.P_METRIC : CustomerAct.P_PAIN;
            case Q_PAYOFF -> CustomerAct.P_GOAL;
            case Q_AUTHORITY, R_THREAD -> CustomerAct.P_AUTH;
            case Q_BUDGET -> CustomerAct.P_BUDGET;
            case Q_PROCESS, Q_TIMELINE -> CustomerAct.P_PROC;
            case NEXT_PROPOSE, CLOSE_ASK, FOLLOWUP_VAGUE -> {
                if (stage == Stage.WRAP) {
                    yield CustomerAct.CHITCHAT;
                }
                double sure = warmth + 0.12 * dice.normal();
                yield sure > 0.58 ? CustomerAct.P_COMMIT : sure > 0.42 ? CustomerAct.P_COMMIT_WEAK : sure > 0.2 ? CustomerAct.P_STALL : CustomerAct.P_DECLINE;
            }
            case SUMMARISE, EMPATHY -> dice.pick(CustomerAct.P_PAIN, CustomerAct.P_CONTEXT, CustomerAct.P_METRIC);
            default -> {
                if (responsiveness < 1.2 && dice.chance(0.2)) {
                    yield CustomerAct.SMALL_BACKCHANNEL;
                }
                int kind = dice.weighted(0.45, 0.1 + 0.6 * warmth, 0.3, 0.15);
                yield kind == 0 ? CustomerAct.P_QUESTION : kind == 1 ? CustomerAct.P_BUY : kind == 2 ? CustomerAct.P_CONTEXT : CustomerAct.P_PROC;
            }
        };
    }

    /** An answer, what it is about if it is about an objection, and what the customer thinks once it is said. */
    record Reply(CustomerAct act, @Nullable Concern concern, CustomerState after) {}
}
