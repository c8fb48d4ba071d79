package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** OpenAI's Whisper, with or without times of words: segments in seconds. It tells nobody apart. */
final class Whisper implements JsonFormat {

    private static final Format FORMAT = new Format("whisper-json", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("segments").head();
        return first.has("text") && first.has("start") && (first.has("avg_logprob") || first.has("no_speech_prob") || document.has("language"));
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value segment : call.at("segments").rows()) {
            talk.said(null, segment.at("text").text(), segment.seconds("start"), segment.seconds("end"));
        }
    }
}
