package org.turnwise.intake.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/** Azure's speech recogniser: batch and fast transcription, in whichever case and unit its versions write names and times. */
final class AzureSpeech implements JsonFormat {

    private static final Format FORMAT = new Format("azure-speech", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = phrases(document).head();
        return document.at("AudioFileResults").isArray() || first.has("nBest") || first.has("NBest") || first.has("offsetMilliseconds");
    }

    @Override
    public List<Value> calls(Value document) {
        return document.has("AudioFileResults") ? document.at("AudioFileResults").each() : List.of(document);
    }

    private static Value phrases(Value document) {
        return document.first("recognizedPhrases", "RecognizedPhrases", "phrases", "SegmentResults");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        List<Value> phrases = phrases(call).rows();
        boolean channels = phrases.stream().map(phrase -> channel(phrase).text()).distinct().count() > 1;
        for (Value phrase : phrases) {
            Value best = phrase.first("nBest", "NBest").head();
            String text = best.isThere() ? best.first("display", "Display", "itn", "ITN", "lexical", "Lexical").text() : phrase.at("text").text();
            Long start = time(phrase, "offset");
            Long lasting = time(phrase, "duration");
            talk.said(speaker(phrase, channels), text, start, start == null || lasting == null ? null : Long.valueOf(start + lasting));
        }
    }

    private static Value channel(Value phrase) {
        return phrase.first("channel", "Channel", "ChannelNumber");
    }

    private static @Nullable String speaker(Value phrase, boolean channels) {
        String speaker = Talk.numbered(phrase.first("speaker", "Speaker", "SpeakerId").text());
        String channel = channel(phrase).text();
        if (!channels || channel == null) {
            return speaker;
        }
        return "Channel " + channel + (speaker == null ? "" : ", " + speaker);
    }

    private static @Nullable Long time(Value phrase, String name) throws Unreadable {
        String large = name.equals("offset") ? "Offset" : "Duration";
        Value millis = phrase.at(name + "Milliseconds");
        if (millis.isThere()) {
            return millis.time(TimeScale.MILLISECONDS);
        }
        return phrase.first(name + "InTicks", large + "InTicks", name, large).time(TimeScale.TICKS);
    }
}
