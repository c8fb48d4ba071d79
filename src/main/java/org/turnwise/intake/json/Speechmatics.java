package org.turnwise.intake.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Speechmatics: words and punctuation one by one, each with who says it, in seconds. */
final class Speechmatics implements JsonFormat {

    private static final Format FORMAT = new Format("speechmatics", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("results").head();
        return document.has("metadata") && first.has("type") && first.has("start_time") && first.at("alternatives").head().has("content");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.startedAt(call.at("job").at("created_at").instant());
        StringBuilder text = new StringBuilder();
        String speaker = null;
        Long start = null;
        Long end = null;
        for (Value result : call.at("results").rows()) {
            Value best = result.at("alternatives").head();
            String content = best.at("content").text();
            String says = named(best.first("speaker", "channel").text(), result.at("channel").text());
            boolean attached = result.at("attaches_to").says("previous") || result.at("type").says("punctuation");
            if (content == null) {
                continue;
            }
            if (!attached && !text.isEmpty() && !Objects.equals(says, speaker)) {
                talk.said(speaker, text.toString(), start, end);
                text.setLength(0);
            }
            if (text.isEmpty()) {
                speaker = says;
                start = result.seconds("start_time");
            }
            text.append(text.isEmpty() || attached ? "" : " ").append(content);
            end = result.seconds("end_time");
        }
        talk.said(speaker, text.toString(), start, end);
    }

    private static @Nullable String named(@Nullable String speaker, @Nullable String channel) {
        String said = speaker == null ? channel : speaker;
        return said == null || said.equals("UU") ? null : said;
    }
}
