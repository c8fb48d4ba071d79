package org.turnwise.scoring;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.scoring.recogniser.CallLabels;

/**
 * A call to learn from.
 *
 * @param call      with its sides settled
 * @param converted whether it did
 * @param weight    how far that is believed, in (0, 1]
 * @param reward    what it was worth, in [-1, 1]; null when the policy says nothing
 * @param labels    what those who read it said of its turns
 */
public record Example(Call call, boolean converted, double weight, @Nullable Double reward, CallLabels labels) {

    /** One that nobody has read. */
    public Example(Call call, boolean converted, double weight, @Nullable Double reward) {
        this(call, converted, weight, reward, CallLabels.NONE);
    }

    public Example {
        if (!call.sidesSettled()) {
            throw new IllegalArgumentException("call " + call.id() + " can't be learned from before its sides are settled");
        }
        if (!(weight > 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight lies in (0, 1], not " + weight);
        }
    }

    /** The same call, read otherwise. */
    public Example with(CallLabels other) {
        return new Example(call, converted, weight, reward, other);
    }
}
