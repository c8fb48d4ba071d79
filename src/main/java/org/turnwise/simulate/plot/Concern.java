package org.turnwise.simulate.plot;

/** What a customer may object to. */
public enum Concern {
    PRICE(Stage.PRICING),
    TIMING(Stage.NEXTSTEP),
    AUTHORITY(Stage.NEXTSTEP),
    NEED(Stage.DISCOVERY),
    COMPETITOR(Stage.PITCH),
    TRUST(Stage.VALIDATE),
    FIT(Stage.DEMO),
    EFFORT(Stage.VALIDATE),
    BRUSHOFF(Stage.OPENING);

    private final Stage home;

    Concern(Stage home) {
        this.home = home;
    }

    /** Where it is most likely to be said. */
    Stage home() {
        return home;
    }

    /** The label's id in the scheme sales-core. */
    public String label() {
        return "O_" + name();
    }
}
