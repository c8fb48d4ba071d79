package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.Map;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.databind.JsonNode;

/** Fireflies: sentences in seconds, as numbers or as text. Where nobody edited the words, those of the recogniser stand. */
final class FirefliesTranscript implements JsonFormat {

    private static final Format FORMAT = new Format("fireflies", TimingClass.SEGMENT_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        JsonNode first = document.at("sentences").head().node();
        return (first.has("speaker_name") || first.has("speaker_id")) && (first.has("raw_text") || first.has("text"))
                && (first.has("start_time") || first.has("index"));
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.at("title").text()).startedAt(call.first("dateString", "date").instant());
        Map<String, String> names = new HashMap<>();
        for (Value speaker : call.at("speakers").each()) {
            String id = speaker.at("id").text();
            String name = speaker.at("name").text();
            if (id != null && name != null) {
                names.put(id, name);
            }
        }
        for (Value sentence : call.at("sentences").rows()) {
            String id = sentence.at("speaker_id").text();
            String name = sentence.at("speaker_name").text();
            String text = sentence.at("text").text();
            talk.said(name != null ? name : id == null ? null : names.getOrDefault(id, "Speaker " + id), text == null ? sentence.at("raw_text").text() : text,
                    sentence.seconds("start_time"), sentence.seconds("end_time"));
        }
    }
}
