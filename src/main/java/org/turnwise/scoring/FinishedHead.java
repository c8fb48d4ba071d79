package org.turnwise.scoring;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.turnwise.scoring.member.Members.OfFinished;

/**
 * What is made of the members' log odds once a call is over: their mean, each first divided by its usual size, so that none drowns the others. Fitted on what
 * members said of calls they were not trained on. A member that has nothing to go on says 0 of every call and is left out. With some hundred outcomes, weights
 * of their own would learn more noise than they mend. Immutable; any thread.
 *
 * @param sizes root mean square of each member's log odds, by {@link OfFinished}; 0 of one that is left out
 */
record FinishedHead(double[] sizes) implements Serializable {

    private static final double SMALLEST = 1e-6;

    /** @param members log odds of some finished calls, by call and {@link OfFinished} */
    static FinishedHead fit(List<double[]> members) {
        double[] sizes = new double[OfFinished.values().length];
        for (int i = 0; i < sizes.length; i++) {
            int member = i;
            double size = Math.sqrt(members.stream().mapToDouble(raw -> raw[member] * raw[member]).average().orElse(0));
            sizes[i] = size > SMALLEST ? size : 0;
        }
        return new FinishedHead(sizes);
    }

    /** Uncalibrated. */
    double raw(double[] members) {
        double raw = 0;
        for (OfFinished member : OfFinished.values()) {
            raw += scale(member) * members[member.ordinal()];
        }
        return raw;
    }

    /** How often a member's log odds are added to {@link #raw}. */
    double scale(OfFinished member) {
        double size = sizes[member.ordinal()];
        return size == 0 ? 0 : 1 / size / Arrays.stream(sizes).filter(each -> each > 0).count();
    }

    boolean fits() {
        return sizes != null && sizes.length == OfFinished.values().length;
    }
}
