package org.turnwise.scoring;

import java.util.List;
import org.turnwise.call.CallId;

/**
 * The forecasts of one call under one scorer version, a forecast a turn.
 *
 * @param prior the share of calls that converted in training: what one would say before the first word
 * @param finished of the call as a whole, which is over
 */
public record CallForecast(CallId call, int version, double prior, List<Forecast> turns, FinishedForecast finished) {

    public CallForecast {
        turns = List.copyOf(turns);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("call " + call + " has a forecast for no turn");
        }
    }

    public Forecast last() {
        return turns.getLast();
    }
}
