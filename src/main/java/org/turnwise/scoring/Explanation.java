package org.turnwise.scoring;

import java.util.Comparator;
import java.util.List;

/**
 * Why a forecast is what it is: shares in its log odds, which with {@code base} sum to them. The weightiest share comes first. Immutable; any thread.
 *
 * @param head  that of the running call or that of the finished one
 * @param turn  the last turn that was heard
 * @param prior the share of calls that converted in training
 * @param base  log odds before anything was read; the same for all explanations of a scorer's head
 */
public record Explanation(Head.Standard head, int turn, double prior, double base, List<Share> shares) {

    /**
     * What one thing adds.
     *
     * @param logOdds above 0 for a yes, below for a no
     * @param turns   in which it was said, ascending; empty if it has no place of its own
     */
    public record Share(Cause cause, double logOdds, List<Integer> turns) {

        public Share {
            turns = List.copyOf(turns);
        }
    }

    public Explanation {
        shares = shares.stream().sorted(Comparator.comparingDouble(share -> -Math.abs(share.logOdds()))).toList();
    }

    /** Those of the forecast. */
    public double logOdds() {
        return base + shares.stream().mapToDouble(Share::logOdds).sum();
    }

    /** The forecast. */
    public double probability() {
        return Calibration.sigmoid(logOdds());
    }
}
