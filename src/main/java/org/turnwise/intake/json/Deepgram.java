package org.turnwise.intake.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** Deepgram: seconds; utterances, else paragraphs, else words. Its numbering of speakers starts anew in each channel. */
final class Deepgram implements JsonFormat {

    private static final Format FORMAT = new Format("deepgram", TimingClass.WORD_MS);

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        return document.at("results").at("channels").head().has("alternatives");
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        List<Value> channels = call.at("results").at("channels").rows();
        boolean several = channels.size() > 1;
        List<Value> utterances = call.at("results").at("utterances").each();
        if (!utterances.isEmpty()) {
            for (Value utterance : utterances) {
                utterance(utterance, several, talk);
            }
            return;
        }
        for (int i = 0; i < channels.size(); i++) {
            alternative(channels.get(i).at("alternatives").head(), several ? i : -1, talk);
        }
    }

    private static void utterance(Value utterance, boolean several, Talk talk) throws Unreadable {
        int channel = several ? utterance.at("channel").node().asInt(0) : -1;
        if (!utterance.has("speaker") && utterance.at("words").head().has("speaker")) {
            words(utterance.at("words"), channel, talk);
        } else {
            talk.said(speaker(utterance, channel), utterance.at("transcript").text(), utterance.seconds("start"), utterance.seconds("end"));
        }
    }

    private static void alternative(Value best, int channel, Talk talk) throws Unreadable {
        List<Value> paragraphs = best.at("paragraphs").at("paragraphs").each();
        for (Value paragraph : paragraphs) {
            for (Value sentence : paragraph.at("sentences").each()) {
                talk.said(speaker(paragraph, channel), sentence.at("text").text(), sentence.seconds("start"), sentence.seconds("end"));
            }
        }
        if (paragraphs.isEmpty() && best.at("words").head().isThere()) {
            words(best.at("words"), channel, talk);
        } else if (paragraphs.isEmpty()) {
            talk.said(speaker(best, channel), best.at("transcript").text(), null, null);
        }
    }

    private static void words(Value array, int channel, Talk talk) throws Unreadable {
        Words words = new Words(talk);
        for (Value word : array.rows()) {
            words.word(speaker(word, channel), word.first("punctuated_word", "word").text(), word.seconds("start"), word.seconds("end"));
        }
        words.end();
    }

    /** @param channel -1 if there is only one */
    private static @Nullable String speaker(Value piece, int channel) {
        String number = piece.at("speaker").text();
        if (channel < 0) {
            return Talk.numbered(number);
        }
        return "ch" + channel + (number == null ? "" : ":spk" + number);
    }
}
