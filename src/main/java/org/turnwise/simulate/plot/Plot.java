package org.turnwise.simulate.plot;

import java.util.List;
import org.turnwise.reward.OutcomeKind;

/**
 * Everything that happens in a call, and what the customer thought meanwhile.
 *
 * @param beats        one a turn
 * @param states       one more than beats: before turn t and after it are {@code states[t]} and {@code states[t + 1]}
 * @param probability  of converting, given the last state
 * @param decidingTurn the turn that moved that probability furthest towards what came of the call, or -1 if none did
 */
public record Plot(
        Rep rep, List<Beat> beats, List<CustomerState> states, List<Episode> episodes, double probability, boolean converted, OutcomeKind outcome,
        int decidingTurn) {

    public Plot {
        beats = List.copyOf(beats);
        states = List.copyOf(states);
        episodes = List.copyOf(episodes);
    }
}
