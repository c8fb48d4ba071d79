package org.turnwise.simulate.recording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.plot.Beat;
import org.turnwise.simulate.plot.Plot;
import org.turnwise.simulate.plot.Stage;
import org.turnwise.simulate.speech.Speech;

/**
 * A call as it stands in the transcript, and all that is known about it besides.
 *
 * @param number   from 0
 * @param account  the number of the company it is with
 * @param rep      under whose name it stands, which the surrogate knob may have changed; the plot knows who really sold
 * @param outcome  as recorded, which outcome noise may have turned round; the plot knows the true one
 * @param planted  what was tampered with
 */
public record SimulatedCall(
        int number,
        String id,
        Instant startedAt,
        int account,
        String rep,
        String customer,
        String company,
        String industry,
        List<Line> lines,
        OutcomeKind outcome,
        Plot plot,
        Planted planted) {

    /** Whoever picks up the phone before the customer does. */
    public static final String DESK = "Front Desk";

    public SimulatedCall {
        lines = List.copyOf(lines);
    }

    /**
     * A turn of the transcript.
     *
     * @param byRep   who is named as its speaker
     * @param startMs from the start of the call
     * @param beat    of the plot that it tells, or -1 if it was planted
     */
    public record Line(boolean byRep, String text, long startMs, long endMs, int beat) {

        public Line with(String other) {
            return new Line(byRep, other, startMs, endMs, beat);
        }

        /** Whether the other one cut in. */
        public boolean cutOff() {
            return text.endsWith(Speech.CUT);
        }

        Line at(long start, long end) {
            return new Line(byRep, text, start, end, beat);
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
    public record Planted(boolean outcomeFlipped, boolean surrogate, boolean early, double drift, @Nullable String duplicateOf, @Nullable Anomaly anomaly,
            int anomalyTurn) {}

    /** The beat of the plot that a line tells, or null if it was planted. */
    public @Nullable Beat told(Line line) {
        return line.beat() < 0 ? null : plot.beats().get(line.beat());
    }

    /** The name of whoever speaks a line, as a transcript gives it. */
    public String speaker(Line line) {
        Beat beat = told(line);
        return line.byRep() ? rep : beat != null && beat.stage() == Stage.GATE ? DESK : customer;
    }

    /** Whether the recorded outcome is a conversion. */
    public boolean converted() {
        return outcome.conversion() == OutcomeKind.Conversion.YES;
    }
}
