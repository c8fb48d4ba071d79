package org.turnwise.scoring;

import org.turnwise.call.CallId;

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
}
