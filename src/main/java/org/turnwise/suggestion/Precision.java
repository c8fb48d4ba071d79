package org.turnwise.suggestion;

import org.turnwise.scoring.evaluation.Reliability;

/**
 * How often people took what was suggested of one label.
 *
 * @param decided accepted and rejected
 */
public record Precision(int accepted, int decided) {

    /** Fewer decisions silence no label. */
    public static final int FEWEST = 10;

    /** A label whose share is surely below this goes quiet. */
    public static final double MOSTLY = .5;

    public Precision {
        if (accepted < 0 || accepted > decided) {
            throw new IllegalArgumentException(accepted + " of " + decided + " suggestions can't have been accepted");
        }
    }

    /** In [0, 1]; not a number before the first decision. */
    public double share() {
        return (double) accepted / decided;
    }

    /** Lower end of the share's 95 % interval (Wilson 1927); 0 before the first decision. */
    public double low() {
        return decided == 0 ? 0 : Reliability.wilson(share(), decided)[0];
    }

    /** Upper end; 1 before the first decision. */
    public double high() {
        return decided == 0 ? 1 : Reliability.wilson(share(), decided)[1];
    }

    /**
     * Whether its suggestions are mostly rejected: at least {@value #FEWEST} were decided and the upper end of the interval lies below {@value #MOSTLY}. They
     * are still there, but don't ask for attention; taking some of them lifts the share, and the label is heard again.
     */
    public boolean quiet() {
        return decided >= FEWEST && high() < MOSTLY;
    }
}
