package org.turnwise.simulate.output;

import org.turnwise.simulate.recording.SimulatedCall;

/** SubRip subtitles with the speaker's name before a colon. */
record Srt() implements Transcript {

    @Override
    public String file(SimulatedCall call) {
        String day = Transcript.day(call);
        return "recordings/" + day.substring(0, 7) + "/" + call.company() + " with " + call.rep() + " " + day + "_" + Transcript.minute(call) + ", "
                + Transcript.number(call) + ".srt";
    }

    @Override
    public String write(SimulatedCall call) {
        StringBuilder out = new StringBuilder();
        int id = 0;
        for (Cue cue : Cue.of(call)) {
            out.append(++id).append('\n');
            out.append(Cue.clock(cue.startMs(), ',')).append(" --> ").append(Cue.clock(cue.endMs(), ',')).append('\n');
            out.append(cue.speaker()).append(": ").append(cue.text()).append("\n\n");
        }
        return out.toString();
    }
}
