package org.turnwise.simulate.plot;

import java.util.EnumSet;
import java.util.Set;

/** Where a call stands, and where it may go from there. {@link #OBJECTION} and {@link #OFFTOPIC} interrupt any stage and give it back. */
public enum Stage {
    GATE,
    OPENING,
    QUALIFY,
    DISCOVERY,
    PITCH,
    DEMO,
    VALIDATE,
    OBJECTION,
    PRICING,
    NEXTSTEP,
    WRAP,
    OFFTOPIC;

    /** The stages that may follow this one, besides itself. */
    public Set<Stage> exits() {
        return switch (this) {
            case GATE -> EnumSet.of(OPENING);
            case OPENING -> EnumSet.of(QUALIFY, DISCOVERY, OBJECTION);
            case QUALIFY -> EnumSet.of(DISCOVERY, PITCH, NEXTSTEP, WRAP, OBJECTION);
            case DISCOVERY -> EnumSet.of(PITCH, DEMO, QUALIFY, PRICING, OBJECTION);
            case PITCH -> EnumSet.of(VALIDATE, DEMO, OBJECTION, PRICING);
            case DEMO -> EnumSet.of(VALIDATE, OBJECTION, PRICING, NEXTSTEP);
            case VALIDATE -> EnumSet.of(DEMO, PITCH, OBJECTION, PRICING, NEXTSTEP);
            case PRICING -> EnumSet.of(OBJECTION, NEXTSTEP, VALIDATE);
            case OBJECTION -> EnumSet.of(NEXTSTEP, WRAP);
            case NEXTSTEP -> EnumSet.of(OBJECTION, PRICING, WRAP);
            case WRAP -> EnumSet.noneOf(Stage.class);
            case OFFTOPIC -> EnumSet.allOf(Stage.class);
        };
    }

    /** Whether it breaks into another stage and gives it back. */
    public boolean interrupts() {
        return this == OBJECTION || this == OFFTOPIC;
    }

    public boolean allows(Stage next) {
        return next == this || exits().contains(next);
    }

    /** The label's id in the scheme sales-core. */
    public String label() {
        return "STAGE_" + name();
    }
}
