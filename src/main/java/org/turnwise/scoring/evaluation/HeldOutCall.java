package org.turnwise.scoring.evaluation;

import java.util.OptionalDouble;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Head;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;

/**
 * What was forecast of a call that nothing was learned from, and what came of it.
 *
 * @param group     the customer
 * @param turns     how many the call had, at least 1
 * @param prior     the share of training calls that converted
 * @param forecasts of every other head
 */
public record HeldOutCall(CallId call, String group, boolean converted, int turns, double prior, HeadForecasts forecasts) {

    public HeldOutCall {
        for (double[] said : forecasts.running().values()) {
            if (said.length != turns) {
                throw new IllegalArgumentException("call " + call + " has " + turns + " turns, but forecasts after " + said.length);
            }
        }
    }

    /** What a head said once so much was heard; empty if it says nothing then, or the call is left out there. */
    OptionalDouble said(Head head, Prefix prefix) {
        if (prefix.heard(turns).isEmpty()) {
            return OptionalDouble.empty();
        }
        if (head == Standard.PRIOR) {
            return OptionalDouble.of(prior);
        }
        double[] running = forecasts.running().get(head);
        if (running != null) {
            return OptionalDouble.of(running[prefix.heard(turns).getAsInt() - 1]);
        }
        Double finished = forecasts.finished().get(head);
        return finished != null && prefix.equals(Prefix.WHOLE) ? OptionalDouble.of(finished) : OptionalDouble.empty();
    }
}
