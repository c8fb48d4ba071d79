package org.turnwise.simulate.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Names;

/**
 * The one who sells.
 *
 * @param skills how good at each of the eleven, from 0 to 1
 */
public record Rep(String name, Map<Skill, Double> skills) {

    public Rep {
        skills = Collections.unmodifiableMap(new EnumMap<>(skills));
    }

    /**
     * So many reps, who together are as good as any other team. Each has strengths and weaknesses, but nobody is much better than the others: else a name said
     * in the first turn would tell what comes of a long call.
     */
    static List<Rep> team(int size, long seed) {
        double[][] skill = new double[size][Skill.values().length];
        double[] mean = new double[Skill.values().length];
        for (int rep = 0; rep < size; rep++) {
            Dice dice = Dice.of(seed ^ 0x7EA3, rep, Dice.Stream.CAST);
            double overall = 0.03 * dice.normal();
            double[] talent = IntStream.range(0, mean.length).mapToDouble(i -> 0.15 * dice.normal()).toArray();
            double usual = Arrays.stream(talent).average().orElseThrow();
            for (int i = 0; i < mean.length; i++) {
                skill[rep][i] = overall + talent[i] - usual;
                mean[i] += skill[rep][i] / size;
            }
        }
        List<Rep> team = new ArrayList<>();
        for (int rep = 0; rep < size; rep++) {
            Map<Skill, Double> skills = new EnumMap<>(Skill.class);
            for (Skill each : Skill.values()) {
                skills.put(each, Math.clamp(0.5 + skill[rep][each.ordinal()] - mean[each.ordinal()], 0.05, 0.95));
            }
            team.add(new Rep(Names.rep(rep), skills));
        }
        return List.copyOf(team);
    }

    double skill(Skill skill) {
        return skills.getOrDefault(skill, 0.5);
    }

    /** How well an act comes off this time. */
    double quality(RepAct act, Dice dice) {
        return Math.clamp(skill(act.skill()) + 0.22 * dice.normal(), 0, 1);
    }

    private boolean shows(Skill skill, Dice dice) {
        return dice.chance(0.15 + 0.7 * skill(skill));
    }

    /** The stage they would like to be in next, given how much of the call is over. A rep who discovers badly pitches early. */
    Stage wish(Stage now, double over, int turns, Dice dice) {
        double blur = over + 0.06 * dice.normal();
        double patience = 0.24 + 0.2 * skill(Skill.DISC);
        if (blur > 0.97) {
            return Stage.WRAP;
        }
        if (blur > 0.76) {
            return Stage.NEXTSTEP;
        }
        if (blur > 0.64 && turns > 13) {
            return Stage.PRICING;
        }
        if (blur > patience + 0.16) {
            return turns > 13 ? dice.pick(Stage.DEMO, Stage.VALIDATE, Stage.PITCH) : Stage.DEMO;
        }
        if (blur > patience && (turns > 10 || !dice.chance(0.6))) {
            return Stage.PITCH;
        }
        if (blur > 0.2) {
            return Stage.DISCOVERY;
        }
        return blur > 0.07 ? dice.chance(0.45) ? Stage.QUALIFY : Stage.DISCOVERY : now == Stage.OPENING || now == Stage.GATE ? Stage.OPENING : now;
    }

    /** What they do in a stage. */
    RepAct act(Stage stage, CustomerState state, boolean first, Dice dice) {
        return switch (stage) {
            case GATE -> RepAct.R_OPEN;
            case OPENING -> first ? RepAct.R_OPEN : shows(Skill.OPEN, dice) ? RepAct.R_AGENDA : RepAct.R_RAPPORT;
            case QUALIFY -> dice.pick(List.of(
                    RepAct.Q_SITUATION, RepAct.Q_SITUATION, shows(Skill.STAK, dice) ? RepAct.Q_AUTHORITY : RepAct.Q_SITUATION, RepAct.Q_BUDGET,
                    shows(Skill.PROC, dice) ? RepAct.Q_TIMELINE : RepAct.FEATURE));
            case DISCOVERY -> shows(Skill.DISC, dice)
                    ? dice.pick(List.of(RepAct.Q_PROBLEM, shows(Skill.IMPT, dice) ? RepAct.Q_IMPACT : RepAct.Q_PROBLEM, RepAct.Q_PAYOFF, RepAct.PROBE,
                            shows(Skill.LIST, dice) ? RepAct.SUMMARISE : RepAct.EMPATHY))
                    : dice.pick(RepAct.Q_SITUATION, RepAct.Q_PROBLEM, RepAct.FEATURE);
            case PITCH -> shows(Skill.VALU, dice) ? dice.pick(RepAct.BENEFIT, RepAct.PROOF, RepAct.INSIGHT) : RepAct.FEATURE;
            case DEMO -> dice.pick(RepAct.DEMO, RepAct.DEMO, RepAct.BENEFIT);
            case VALIDATE -> dice.pick(RepAct.PROOF, RepAct.FEATURE, RepAct.Q_COMPETE, RepAct.R_COMPETE, RepAct.BENEFIT, RepAct.R_THREAD, RepAct.Q_PROCESS);
            case PRICING -> shows(Skill.PRIC, dice)
                    ? dice.pick(RepAct.PRICE_ANCHOR, RepAct.PRICE_STATE, RepAct.PRICE_STATE, RepAct.PRICE_TRADE)
                    : dice.pick(RepAct.PRICE_STATE, RepAct.PRICE_DISCOUNT, RepAct.PRICE_DEFER);
            case OBJECTION -> objection(dice);
            case NEXTSTEP -> shows(Skill.NEXT, dice) ? dice.pick(RepAct.NEXT_PROPOSE, RepAct.NEXT_PROPOSE, RepAct.CLOSE_ASK) : RepAct.FOLLOWUP_VAGUE;
            case WRAP, OFFTOPIC -> RepAct.CHITCHAT;
        };
    }

    private RepAct objection(Dice dice) {
        if (shows(Skill.OBJN, dice)) {
            return dice.pick(RepAct.OBJ_ANSWER, RepAct.OBJ_ANSWER, RepAct.OBJ_CLARIFY, RepAct.OBJ_ACK, RepAct.OBJ_CONFIRM);
        }
        return dice.pick(RepAct.OBJ_ANSWER, RepAct.OBJ_DEFLECT, RepAct.OBJ_ARGUE);
    }
}
