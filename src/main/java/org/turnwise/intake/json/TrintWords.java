package org.turnwise.intake.json;

import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Trint: words with their paragraph and perhaps their speaker, in milliseconds. What its users struck out, they said was not to be read. */
final class TrintWords implements JsonFormat {

    private static final Format FORMAT = new Format("trint", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("words").head();
        return first.has("value") && first.has("time") && first.has("duration") && first.has("paragraphId");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.at("title").text());
        Words words = new Words(talk);
        int struck = 0;
        for (Value word : call.at("words").rows()) {
            if (word.at("strikethrough").node().isBoolean() && word.at("strikethrough").node().asBoolean()) {
                struck++;
                continue;
            }
            Long start = word.millis("time");
            words.word(Talk.numbered(word.at("speaker").text()), word.at("value").text(), start, end(start, word.millis("duration")));
        }
        words.end();
        if (struck > 0) {
            talk.warn(struck + (struck == 1 ? " word is struck out and was" : " words are struck out and were") + " left out.");
        }
    }

    private static @Nullable Long end(@Nullable Long start, @Nullable Long duration) {
        return start == null || duration == null ? null : Long.valueOf(start + duration);
    }
}
