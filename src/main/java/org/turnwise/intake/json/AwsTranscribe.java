package org.turnwise.intake.json;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/**
 * Amazon Transcribe: numbers as text, in seconds; punctuation without times. Old outputs name speakers apart from the words, to be joined by the text of
 * their start.
 */
final class AwsTranscribe implements JsonFormat {

    private static final Format FORMAT = new Format("aws-transcribe", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value results = document.at("results");
        return results.at("items").isArray() && (results.at("transcripts").isArray() || results.at("items").head().has("alternatives"));
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        if (call.at("status").says("FAILED") || call.at("status").says("IN_PROGRESS")) {
            throw call.at("status").wrong("is \"" + call.at("status").text() + "\": the call was not transcribed");
        }
        talk.titled(call.at("jobName").text());
        Value results = call.at("results");
        List<Value> channels = results.at("channel_labels").at("channels").each();
        if (channels.isEmpty()) {
            words(results.at("items").rows(), speakers(results.at("speaker_labels")), null, talk);
        }
        for (Value channel : channels) {
            words(channel.at("items").rows(), Map.of(), channel.at("channel_label").text(), talk);
        }
        if (talk.isEmpty()) {
            talk.said(null, results.at("transcripts").head().at("transcript").text(), null, null);
        }
    }

    /** Speaker by the start of a word, as text. */
    private static Map<String, String> speakers(Value labels) {
        Map<String, String> speakers = new HashMap<>();
        for (Value segment : labels.at("segments").each()) {
            for (Value item : segment.at("items").each()) {
                String start = item.at("start_time").text();
                String label = item.first("speaker_label").text();
                String speaker = label == null ? segment.at("speaker_label").text() : label;
                if (start != null && speaker != null) {
                    speakers.put(start, speaker);
                }
            }
        }
        return speakers;
    }

    private static void words(List<Value> items, Map<String, String> speakers, @Nullable String channel, Talk talk) throws Unreadable {
        Words words = new Words(talk);
        String last = null;
        for (Value item : items) {
            String content = item.at("alternatives").head().at("content").text();
            if (item.at("type").says("punctuation")) {
                words.mark(content);
                continue;
            }
            String start = item.at("start_time").text();
            String label = item.at("speaker_label").text();
            String speaker = label == null && start != null ? speakers.get(start) : label;
            last = speaker == null ? last : speaker;
            words.word(channel == null ? last : channel, content, item.seconds("start_time"), item.seconds("end_time"));
        }
        words.end();
    }
}
