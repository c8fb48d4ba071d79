package org.turnwise.simulate.plot;

import org.turnwise.simulate.Names;

/** What a rep does in a turn. Names are the label ids of the scheme sales-core. */
public enum RepAct {
    R_OPEN(Skill.OPEN),
    R_AGENDA(Skill.OPEN),
    R_RAPPORT(Skill.OPEN),
    Q_SITUATION(Skill.DISC),
    Q_PROBLEM(Skill.DISC),
    Q_IMPACT(Skill.IMPT),
    Q_PAYOFF(Skill.IMPT),
    Q_AUTHORITY(Skill.STAK),
    Q_BUDGET(Skill.PRIC),
    Q_PROCESS(Skill.PROC),
    Q_TIMELINE(Skill.PROC),
    Q_COMPETE(Skill.COMP),
    SUMMARISE(Skill.LIST),
    EMPATHY(Skill.LIST),
    PROBE(Skill.LIST),
    FEATURE(Skill.VALU),
    BENEFIT(Skill.VALU),
    PROOF(Skill.VALU),
    INSIGHT(Skill.VALU),
    DEMO(Skill.VALU),
    PRICE_STATE(Skill.PRIC),
    PRICE_ANCHOR(Skill.PRIC),
    PRICE_DISCOUNT(Skill.PRIC),
    PRICE_TRADE(Skill.PRIC),
    PRICE_DEFER(Skill.PRIC),
    OBJ_ACK(Skill.OBJN),
    OBJ_CLARIFY(Skill.OBJN),
    OBJ_ANSWER(Skill.OBJN),
    OBJ_CONFIRM(Skill.OBJN),
    OBJ_DEFLECT(Skill.OBJN),
    OBJ_ARGUE(Skill.OBJN),
    R_COMPETE(Skill.COMP),
    R_THREAD(Skill.STAK),
    NEXT_PROPOSE(Skill.NEXT),
    CLOSE_ASK(Skill.NEXT),
    FOLLOWUP_VAGUE(Skill.NEXT),
    CHITCHAT(Skill.OPEN);

    private final Skill skill;

    RepAct(Skill skill) {
        this.skill = skill;
    }

    /** The skill that says how well it is done. */
    public Skill skill() {
        return skill;
    }
}
