package org.turnwise.scoring;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;

/**
 * A call to learn from.
 *
 * @param call      with its sides settled
 * @param converted whether it did
 * @param weight    how far that is believed, in (0, 1]
 * @param reward    what it was worth, in [-1, 1]; null when the policy says nothing
 */
public record Example(Call call, boolean converted, double weight, @Nullable Double reward) {

    public Example {
        if (!call.sidesSettled()) {
            throw new IllegalArgumentException("call " + call.id() + " can't be learned from before its sides are settled");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight lies in (0, 1], not " + weight);
        }
    }
}
