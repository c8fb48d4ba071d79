package org.turnwise.scoring.recogniser;

import org.turnwise.call.Side;

/**
 * What the turns of a call did so far: of each label, how often it was there and whether it was there just now. Each turn costs the same, however long the
 * call. One thread.
 */
public final class RunningActs {

    /** Features a label. */
    public static final int EACH = 2;

    /** How many turns just now is, of both sides. */
    private static final int RECENT = 4;

    /** Where there was nothing, so that the logarithm has an end. */
    private static final double FLOOR = .01;

    private final Recogniser recogniser;
    private final double[] sums;
    private final double[][] recent;
    private int turns;

    public RunningActs(Recogniser recogniser) {
        this.recogniser = recogniser;
        sums = new double[recogniser.known().length];
        recent = new double[RECENT][sums.length];
    }

    /** @param meaning the turn's embedding */
    public void add(Side side, float[] meaning) {
        double[] probabilities = recogniser.probabilities(side, meaning);
        for (int i = 0; i < sums.length; i++) {
            sums[i] += probabilities[i];
        }
        recent[turns % RECENT] = probabilities;
        turns++;
    }

    /**
     * Of each of the recogniser's labels, {@value #EACH} in turn: log(.01 + the sum of its probabilities so far), log(.01 + the largest of them within the last
     * four turns). The expected number of turns that carry it, and whether it is being spoken of; in logarithms, as the first of a kind says more than the
     * fifth.
     */
    public float[] features() {
        float[] features = new float[EACH * sums.length];
        for (int label = 0; label < sums.length; label++) {
            double most = 0;
            for (double[] turn : recent) {
                most = Math.max(most, turn[label]);
            }
            features[EACH * label] = (float) Math.log(FLOOR + sums[label]);
            features[EACH * label + 1] = (float) Math.log(FLOOR + most);
        }
        return features;
    }
}
