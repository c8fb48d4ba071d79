package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import org.turnwise.scoring.member.Members.OfRunning;
import org.turnwise.scoring.member.PlainMembers;

/**
 * What members that saw nothing of a call's fold said after each of its turns, in log odds, and what stands beside them. Not changed once filled.
 *
 * @param members  turn after turn, by {@link OfRunning}
 * @param compared turn after turn, by {@link PlainMembers.Of}
 */
record Followed(double[] members, double[] compared) implements Serializable {

    private static final int MEMBERS = OfRunning.values().length;
    private static final int COMPARED = PlainMembers.Of.values().length;

    static Followed of(int turns) {
        return new Followed(new double[turns * MEMBERS], new double[turns * COMPARED]);
    }

    void put(int turn, double[] said, double[] beside) {
        System.arraycopy(said, 0, members, turn * MEMBERS, MEMBERS);
        System.arraycopy(beside, 0, compared, turn * COMPARED, COMPARED);
    }

    /** After a turn, by {@link OfRunning}. */
    double[] members(int turn) {
        return Arrays.copyOfRange(members, turn * MEMBERS, (turn + 1) * MEMBERS);
    }

    /** Probabilities after each turn, uncalibrated. */
    double[] probabilities(PlainMembers.Of which) {
        double[] probabilities = new double[turns()];
        Arrays.setAll(probabilities, turn -> Calibration.sigmoid(compared[turn * COMPARED + which.ordinal()]));
        return probabilities;
    }

    int turns() {
        return compared.length / COMPARED;
    }

    /** Whether it speaks of so many turns; what was stored may have been put together by hand. */
    boolean fits(int turns) {
        return members != null && compared != null && members.length == turns * MEMBERS && compared.length == turns * COMPARED;
    }
}
