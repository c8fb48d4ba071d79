package org.turnwise.simulate.output;

import java.util.List;
import org.turnwise.simulate.Dice;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.SimulatedCall;

/** What calls are written as. */
public enum Format {
    /** All in one file of conversation JSONL, with what came of them. */
    JSONL,
    /** Each in a file of its own, in one of the formats below that an import reads by itself; chance says which. */
    MIXED(new ZoomVtt(), new TeamsVtt(), new Srt(), new SpeakerText(), new ConversationFile()),
    ZOOM(new ZoomVtt()),
    TEAMS(new TeamsVtt()),
    SRT(new Srt()),
    TEXT(new SpeakerText()),
    CONVERSATION(new ConversationFile()),
    /** The one with the times of single words. */
    ASSEMBLYAI(new AssemblyAiJson());

    private final List<Transcript> transcripts;

    Format(Transcript... transcripts) {
        this.transcripts = List.of(transcripts);
    }

    public boolean oneFile() {
        return transcripts.isEmpty();
    }

    /** How this call is written. Only where calls have files of their own. */
    Transcript of(SimulatedCall call, Settings settings) {
        return Dice.of(settings.seed(), call.number(), Dice.Stream.FILES).pick(transcripts);
    }
}
