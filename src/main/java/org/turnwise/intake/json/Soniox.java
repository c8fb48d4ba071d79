package org.turnwise.intake.json;

import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Soniox: tokens, which are words or pieces of words with the spaces between them, in milliseconds. */
final class Soniox implements JsonFormat {

    private static final Format FORMAT = new Format("soniox", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        Value first = document.at("tokens").head();
        return first.has("text") && first.has("start_ms") && first.has("end_ms");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        Words words = new Words(talk);
        for (Value token : call.at("tokens").rows()) {
            String text = token.at("text").verbatim();
            boolean said = text != null && !(text.startsWith("<") && text.endsWith(">")); // "<end>" and its kin are remarks of the recogniser
            if (said && !token.at("translation_status").says("translation")) {
                words.part(Talk.numbered(token.at("speaker").text()), text, token.millis("start_ms"), token.millis("end_ms"));
            }
        }
        words.end();
    }
}
