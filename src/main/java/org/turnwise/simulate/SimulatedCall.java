package org.turnwise.simulate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.OutcomeKind;

/**
 * A call as it stands in the transcript, and all that is known about it besides.
 *
 * @param rep      under whose name it stands, which the surrogate knob may have changed; the plot knows who really sold
 * @param outcome  as recorded, which outcome noise may have turned round; the plot knows the true one
 * @param planted  what was tampered with
 */
public record SimulatedCall(
        String id, Instant startedAt, String rep, String customer, String company, String group, String industry, List<Line> lines, OutcomeKind outcome, Plot plot, Planted planted) {

    public SimulatedCall {
        lines = List.copyOf(lines);
    }

    /**
     * A turn of the transcript.
     *
     * @param byRep   who is named as its speaker
     * @param startMs from the start of the call, or -1 without times
     * @param beat    of the plot that it tells, or -1 if it was planted
     */
    public record Line(boolean byRep, String text, long startMs, long endMs, int beat) {

        Line with(String other) {
            return new Line(byRep, other, startMs, endMs, beat);
        }

        Line told(int from) {
            return new Line(byRep, text, startMs, endMs, from);
        }
    }

    /**
     * What was tampered with in a call.
     *
     * @param outcomeFlipped whether the recorded outcome is the opposite of the true one
     * @param surrogate      whether the call carries the mark of the surrogate
     * @param early          whether it lies in the period in which the mark goes with winning
     * @param drift          in effect when it took place
     * @param duplicateOf    the id of the call it repeats, or null
     * @param anomalyTurn    the first turn it shows in; 0 if all are concerned or there is none
     */
    public record Planted(boolean outcomeFlipped, boolean surrogate, boolean early, double drift, @Nullable String duplicateOf, @Nullable Anomaly anomaly, int anomalyTurn) {}

    /** Whether the recorded outcome is a conversion. */
    public boolean converted() {
        return outcome.conversion() == OutcomeKind.Conversion.YES;
    }
}
