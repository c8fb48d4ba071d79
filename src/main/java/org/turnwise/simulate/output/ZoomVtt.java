package org.turnwise.simulate.output;

import org.turnwise.simulate.recording.SimulatedCall;

/** WebVTT as Zoom's cloud writes it: numbered cues, each with the speaker's name before a colon. */
record ZoomVtt() implements Transcript {

    @Override
    public String file(SimulatedCall call) {
        String day = Transcript.day(call);
        return "zoom/" + day.substring(0, 7) + "/" + call.company() + " " + day + ", " + call.rep() + ", " + Transcript.number(call) + ".vtt";
    }

    @Override
    public String write(SimulatedCall call) {
        StringBuilder out = new StringBuilder("WEBVTT\n");
        int id = 0;
        for (Cue cue : Cue.of(call)) {
            out.append('\n').append(++id).append('\n');
            out.append(Cue.clock(cue.startMs(), '.')).append(" --> ").append(Cue.clock(cue.endMs(), '.')).append('\n');
            out.append(cue.speaker()).append(": ").append(cue.text()).append('\n');
        }
        return out.toString();
    }
}
