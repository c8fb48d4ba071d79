package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** OpenAI's diarized transcription: segments in seconds, with letters or known names for speakers. */
final class OpenAiDiarized implements JsonFormat {

    private static final Format FORMAT = new Format("openai-diarized", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return document.at("segments").head().at("type").says("transcript.text.segment");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value segment : call.at("segments").rows()) {
            talk.said(segment.at("speaker").text(), segment.at("text").text(), segment.seconds("start"), segment.seconds("end"));
        }
    }
}
