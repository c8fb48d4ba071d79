package org.turnwise.simulate.output;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.turnwise.simulate.recording.SimulatedCall;

/** WebVTT as Teams writes it: voice tags, ids of sentence and part, entities, and people from outside marked as guests. */
record TeamsVtt() implements Transcript {

    @Override
    public String file(SimulatedCall call) {
        return "teams/" + call.rep() + "/" + call.company() + ", " + Transcript.number(call) + "-"
                + Transcript.day(call).replace("-", "") + "_" + Transcript.minute(call) + "00-Meeting Recording.vtt";
    }

    @Override
    public String write(SimulatedCall call) {
        UUID meeting = UUID.nameUUIDFromBytes(call.id().getBytes(StandardCharsets.UTF_8));
        StringBuilder out = new StringBuilder("WEBVTT\n");
        for (Cue cue : Cue.of(call)) {
            out.append('\n').append(meeting).append('/').append(cue.sentence()).append('-').append(cue.part()).append('\n');
            out.append(Cue.clock(cue.startMs(), '.')).append(" --> ").append(Cue.clock(cue.endMs(), '.')).append('\n');
            out.append("<v ").append(escaped(cue.speaker())).append(cue.speaker().equals(call.rep()) ? ">" : " (Guest)>")
                    .append(onTwoLines(escaped(cue.text()))).append("</v>\n");
        }
        return out.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String onTwoLines(String text) {
        int middle = text.length() > 48 ? text.indexOf(' ', text.length() / 2) : -1;
        return middle < 0 ? text : text.substring(0, middle) + '\n' + text.substring(middle + 1);
    }
}
