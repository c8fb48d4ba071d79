package org.turnwise.simulate;

/** How long calls are. */
public enum Mode {
    /** 3 to 27 turns, median 8, without times. */
    SHORT(-0.52, 0.25, 0.4),
    /** 40 to 400 turns, with start and end of every turn from the rate of words. */
    CALL(-0.33, 0.6, 1.2);

    private final double undecided;
    private final double temperature;
    private final double noise;

    Mode(double undecided, double temperature, double noise) {
        this.undecided = undecided;
        this.temperature = temperature;
        this.noise = noise;
    }

    /** The readiness at which a yes is as likely as a no; set so that 56 % of calls do not convert. A test measures it. */
    public double undecided() {
        return undecided;
    }

    /** How far chance has a say in the outcome. */
    public double temperature() {
        return temperature;
    }

    /** How badly words show a mind; with the temperature, set so that a text model is right often and not always. A test measures it. */
    public double noise() {
        return noise;
    }

    public int turns(Dice dice) {
        double spread = dice.normal();
        return switch (this) {
            case SHORT -> Math.clamp(Math.round(8 * StrictMath.exp(0.46 * spread)), 3, 27);
            case CALL -> Math.clamp(Math.round(110 * StrictMath.exp(0.5 * spread)), 40, 400);
        };
    }
}
