package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** whisper.cpp: segments with offsets in milliseconds, and the speaker where it told two channels apart. */
final class WhisperCpp implements JsonFormat {

    private static final Format FORMAT = new Format("whisper-cpp", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return document.at("transcription").head().at("offsets").has("from");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        for (Value segment : call.at("transcription").rows()) {
            Value offsets = segment.at("offsets");
            String speaker = segment.at("speaker").text();
            talk.said(speaker == null || speaker.equals("?") ? null : Talk.numbered(speaker), segment.at("text").text(),
                    offsets.millis("from"), offsets.millis("to"));
        }
    }
}
