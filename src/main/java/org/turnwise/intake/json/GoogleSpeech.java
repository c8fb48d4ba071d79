package org.turnwise.intake.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/**
 * Google Speech-to-Text, v1 and v2, as the service and as its clients write it. With speakers told apart, v1 repeats all words with their speakers in its last
 * result, and that alone counts.
 */
final class GoogleSpeech implements JsonFormat {

    private static final Format FORMAT = new Format("google-speech", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value alternative = document.at("results").head().at("alternatives").head();
        return alternative.isObject() && !alternative.has("timestamps") && (alternative.has("transcript") || alternative.at("words").isArray());
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        List<Value> results = call.at("results").rows();
        Value last = words(results.getLast());
        boolean repeats = results.size() > 1 && namesSpeakers(last) && results.subList(0, results.size() - 1).stream()
                .noneMatch(result -> namesSpeakers(words(result)));
        Long before = null;
        for (Value result : repeats ? List.of(results.getLast()) : results) {
            Long end = result.first("resultEndTime", "resultEndOffset", "result_end_time", "result_end_offset").time(TimeScale.SECONDS);
            read(result, before, end, talk);
            before = end == null ? before : end;
        }
    }

    private static Value words(Value result) {
        return result.at("alternatives").head().at("words");
    }

    private static boolean namesSpeakers(Value words) {
        return words.each().stream().anyMatch(word -> speaker(word) != null);
    }

    private static void read(Value result, @Nullable Long before, @Nullable Long end, Talk talk) throws Unreadable {
        Value tag = result.first("channelTag", "channel_tag");
        String channel = tag.node().asInt(0) > 0 ? "Channel " + tag.text() : null;
        Words words = new Words(talk);
        for (Value word : words(result).each()) {
            String speaker = speaker(word);
            words.word(channel == null ? speaker : speaker == null ? channel : channel + ", " + speaker, word.at("word").text(),
                    word.first("startTime", "startOffset", "start_time", "start_offset").time(TimeScale.SECONDS),
                    word.first("endTime", "endOffset", "end_time", "end_offset").time(TimeScale.SECONDS));
        }
        if (words.isEmpty()) {
            String text = result.at("alternatives").head().at("transcript").text();
            if (text != null) {
                talk.said(channel, text, end == null ? null : before == null ? Long.valueOf(0) : before, end);
            }
        }
        words.end();
    }

    /** Tag 0 is nobody. */
    private static @Nullable String speaker(Value word) {
        String label = word.first("speakerLabel", "speaker_label").text();
        if (label != null) {
            return Talk.numbered(label);
        }
        String tag = word.first("speakerTag", "speaker_tag").text();
        return tag == null || tag.equals("0") ? null : Talk.numbered(tag);
    }
}
