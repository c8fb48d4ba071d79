package org.turnwise.simulate.output;

import java.util.Locale;
import org.turnwise.simulate.recording.SimulatedCall;

/** How one call becomes a file, as a tool that sales teams use would write it. Any thread. */
sealed interface Transcript permits ZoomVtt, TeamsVtt, Srt, SpeakerText, ConversationFile, AssemblyAiJson {

    /** Where the file goes, from the folder of transcripts on, with {@code /} between folders. No two calls of a simulation share one. */
    String file(SimulatedCall call);

    String write(SimulatedCall call);

    /** What a table of outcomes calls a call that was imported from its file. */
    default String name(SimulatedCall call) {
        String file = file(call);
        return file.substring(file.lastIndexOf('/') + 1);
    }

    /** The day of a call, as in 2026-02-13. */
    static String day(SimulatedCall call) {
        return call.startedAt().toString().substring(0, 10);
    }

    /** The minute of a call in UTC, as in 1030. */
    static String minute(SimulatedCall call) {
        return call.startedAt().toString().substring(11, 16).replace(":", "");
    }

    /** What tells a call from others on the same day with the same company. */
    static String number(SimulatedCall call) {
        return String.format(Locale.ROOT, "call %d", call.number() + 1);
    }
}
