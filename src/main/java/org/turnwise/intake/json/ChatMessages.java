package org.turnwise.intake.json;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.SideWords;
import org.turnwise.intake.reading.Unreadable;

/**
 * Chats and plain dialogues: an array of objects that say who and what, under any of the names in use. Prompts and calls of tools are not said by anybody and
 * are left out.
 */
final class ChatMessages implements JsonFormat {

    private static final Format FORMAT = new Format("chat-json", TimingClass.NONE);
    private static final List<String> ARRAYS = List.of("messages", "conversation", "conversations", "dialogue", "dialog", "turns", "chat", "items");
    private static final String[] SPEAKERS = {"speaker", "role", "author", "from", "sender"};
    private static final String[] TEXTS = {"message", "content", "text", "value", "utterance"};
    private static final Set<String> SPEAK = Set.of("speaker", "role", "author", "from", "sender", "message", "content", "text", "value", "utterance",
            "id", "turn", "turn_id", "index", "weight", "type", "interrupted");

    @Override
    public Format format() {
        return FORMAT;
    }

    /** Only rows that say nothing but who and what: times and the rest are for a mapping. */
    @Override
    public boolean fits(Value document) {
        Value first = messages(document).each().stream().filter(ChatMessages::isSaid).findFirst().orElse(messages(document).head());
        return first.isObject() && first.first(SPEAKERS).node().isString() && first.has(textField(first)) && SPEAK.containsAll(first.node().propertyNames());
    }

    private static Value messages(Value document) {
        return document.isArray() ? document : document.first(ARRAYS.toArray(String[]::new));
    }

    /** An agent's history also holds calls of tools, what they gave back, and hand-overs: each says of what type it is, but neither who nor what. */
    private static boolean isSaid(Value item) {
        return !item.has("type") || item.first(SPEAKERS).isThere() || item.first(TEXTS).isThere();
    }

    private static String textField(Value message) {
        return message.first(TEXTS).step();
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        talk.titled(call.at("title").text());
        int unspoken = 0;
        for (Value message : messages(call).rows()) {
            String speaker = message.first(SPEAKERS).text();
            if (!isSaid(message) || speaker != null && SideWords.isNobody(speaker)) {
                unspoken++;
            } else {
                talk.said(speaker, words(message.first(TEXTS)), null, null);
            }
        }
        if (unspoken > 0) {
            talk.warn(unspoken + (unspoken == 1 ? " message is a prompt or of a tool, said by nobody, and was left out."
                    : " messages are prompts or of tools, said by nobody, and were left out."));
        }
    }

    /** A message may come in parts. */
    private static @Nullable String words(Value content) {
        if (!content.isArray()) {
            return content.text();
        }
        StringBuilder text = new StringBuilder();
        for (Value part : content.each()) {
            String said = part.isObject() ? part.at("text").text() : part.text();
            text.append(text.isEmpty() || said == null ? "" : " ").append(said == null ? "" : said);
        }
        return text.toString();
    }
}
