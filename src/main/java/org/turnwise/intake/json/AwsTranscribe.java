package org.turnwise.intake.json;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
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
            words(channel.at("items").rows(), new Speakers(Map.of(), Collections.emptyNavigableMap()), channel.at("channel_label").text(), talk);
        }
        if (talk.isEmpty()) {
            talk.said(null, results.at("transcripts").head().at("transcript").text(), null, null);
        }
    }

    /**
     * Who speaks when: by the start of a word, as text, or by the stretch of time it lies in.
     *
     * @param stretches by when they begin
     */
    private record Speakers(Map<String, String> byStart, NavigableMap<Long, Stretch> stretches) {

        @Nullable String at(@Nullable String start, @Nullable Long startMs) {
            String speaker = start == null ? null : byStart.get(start);
            Map.Entry<Long, Stretch> begun = speaker != null || startMs == null ? null : stretches.floorEntry(startMs);
            return begun != null && startMs != null && startMs < begun.getValue().toMs() ? begun.getValue().speaker() : speaker;
        }
    }

    private record Stretch(String speaker, long toMs) {}

    private static Speakers speakers(Value labels) throws Unreadable {
        Map<String, String> speakers = new HashMap<>();
        NavigableMap<Long, Stretch> stretches = new TreeMap<>();
        for (Value segment : labels.at("segments").each()) {
            String whole = segment.at("speaker_label").text();
            Long from = segment.seconds("start_time");
            Long to = segment.seconds("end_time");
            if (whole != null && from != null && to != null && segment.at("items").each().isEmpty()) {
                stretches.putIfAbsent(from, new Stretch(whole, to));
            }
            for (Value item : segment.at("items").each()) {
                String start = item.at("start_time").text();
                String label = item.first("speaker_label").text();
                String speaker = label == null ? whole : label;
                if (start != null && speaker != null) {
                    speakers.put(start, speaker);
                }
            }
        }
        return new Speakers(speakers, stretches);
    }

    private static void words(List<Value> items, Speakers speakers, @Nullable String channel, Talk talk) throws Unreadable {
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
            String speaker = label == null ? speakers.at(start, item.seconds("start_time")) : label;
            last = speaker == null ? last : speaker;
            words.word(channel == null ? last : channel, content, item.seconds("start_time"), item.seconds("end_time"));
        }
        words.end();
    }
}
