package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import org.turnwise.scoring.member.HeardCall;
import org.turnwise.scoring.member.Members;
import org.turnwise.scoring.member.Members.OfFinished;
import org.turnwise.scoring.member.Members.OfRunning;

/**
 * What one set of members says of a call, in log odds. Immutable.
 *
 * @param running  by prefix and {@link OfRunning}
 * @param finished by {@link OfFinished}
 */
record Said(double[][] running, double[] finished) implements Serializable {

    static Said of(Members members, HeardCall call) {
        double[][] running = new double[call.prefixes()][];
        for (int prefix = 0; prefix < running.length; prefix++) {
            running[prefix] = members.running(call, prefix);
        }
        return new Said(running, members.finished(call));
    }

    /** Whether it speaks of so many prefixes; what was stored may have been put together by hand. */
    boolean fits(int prefixes) {
        return running != null
                && running.length == prefixes
                && Arrays.stream(running).allMatch(row -> row != null && row.length == OfRunning.values().length)
                && finished != null
                && finished.length == OfFinished.values().length;
    }
}
