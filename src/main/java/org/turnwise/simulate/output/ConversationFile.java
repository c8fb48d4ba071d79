package org.turnwise.simulate.output;

import org.turnwise.simulate.recording.SimulatedCall;

/** Conversation JSONL of one call, as a dialer that knows no outcome writes it. */
record ConversationFile() implements Transcript {

    @Override
    public String file(SimulatedCall call) {
        String day = Transcript.day(call);
        return "dialer/" + day.substring(0, 7) + "/" + day + " " + call.rep() + ", " + Transcript.number(call) + ".jsonl";
    }

    /** A call that brings an id keeps it. */
    @Override
    public String name(SimulatedCall call) {
        return call.id();
    }

    @Override
    public String write(SimulatedCall call) {
        return Conversation.line(call, true, false) + "\n";
    }
}
