package org.turnwise.intake.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.TimeScale;
import org.turnwise.intake.reading.Unreadable;

/**
 * 3Play: each word with its start in milliseconds, and beside them the starts of paragraphs and of speakers. A speaker's name is also written before the
 * first word; a paragraph that begins with a dash is said by somebody else who is not named.
 */
final class ThreePlay implements JsonFormat {

    private static final Format FORMAT = new Format("3play", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("words").head();
        return first.isArray() && first.node().size() == 2 && document.at("speakers").isObject() && document.at("paragraphs").isArray();
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Set<String> paragraphs = new HashSet<>();
        call.at("paragraphs").each().forEach(start -> paragraphs.add(String.valueOf(start.text())));
        Words words = new Words(talk);
        String speaker = null;
        for (Value word : call.at("words").rows()) {
            List<Value> startAndText = word.rows();
            if (startAndText.size() != 2) {
                throw word.wrong("must be a start and a word");
            }
            String start = startAndText.getFirst().text();
            String text = startAndText.getLast().text();
            String begins = start == null ? null : call.at("speakers").at(start).text();
            boolean somebodyElse = text != null && text.startsWith("-") && start != null && paragraphs.contains(start);
            speaker = begins != null ? begins : somebodyElse ? null : speaker;
            words.word(speaker, said(text, begins, somebodyElse), startAndText.getFirst().time(TimeScale.MILLISECONDS), null);
        }
        words.end();
    }

    private static @Nullable String said(@Nullable String text, @Nullable String speaker, boolean somebodyElse) {
        if (text == null) {
            return null;
        }
        String withoutDash = somebodyElse ? text.substring(1) : text;
        return speaker != null && withoutDash.startsWith(speaker + ":") ? withoutDash.substring(speaker.length() + 1).strip() : withoutDash;
    }
}
