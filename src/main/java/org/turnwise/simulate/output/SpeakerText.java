package org.turnwise.simulate.output;

import org.turnwise.simulate.recording.SimulatedCall;

/** Plain text with a turn a line: {@code Speaker: words}, without times, as people copy it. */
record SpeakerText() implements Transcript {

    @Override
    public String file(SimulatedCall call) {
        return "notes/" + call.rep() + "/" + call.company() + " " + Transcript.day(call) + ", " + Transcript.number(call) + ".txt";
    }

    @Override
    public String write(SimulatedCall call) {
        StringBuilder out = new StringBuilder();
        for (SimulatedCall.Line line : call.lines()) {
            out.append(call.speaker(line)).append(": ").append(line.text()).append('\n');
        }
        return out.toString();
    }
}
