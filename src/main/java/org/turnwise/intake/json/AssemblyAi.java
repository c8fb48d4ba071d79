package org.turnwise.intake.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.Format;
import org.turnwise.intake.reading.Unreadable;

/** AssemblyAI: utterances, or the words, sentences or paragraphs where nobody asked for speakers; milliseconds. */
final class AssemblyAi implements JsonFormat {

    private static final Format FORMAT = new Format("assemblyai", TimingClass.WORD_MS);
    private static final List<String> PIECES = List.of("utterances", "sentences", "paragraphs");

    @Override
    public Format format() {
        return FORMAT;
    }

    @Override
    public boolean fits(Value document) {
        boolean says = document.has("audio_duration") || document.has("language_model") || document.has("acoustic_model") || document.has("speech_model");
        boolean result = says && (document.node().has("utterances") || document.at("words").head().has("text"));
        return result || PIECES.stream().anyMatch(name -> hasTimedWords(document.at(name).head()));
    }

    private static boolean hasTimedWords(Value piece) {
        Value word = piece.at("words").head();
        return piece.has("text") && word.has("text") && word.at("start").node().isIntegralNumber() && word.at("end").node().isIntegralNumber();
    }

    @Override
    public void read(Value call, Talk talk) throws Unreadable {
        if (call.has("status") && !call.at("status").says("completed")) {
            String error = call.at("error").text();
            String why = error == null ? "" : ", because " + Unreadable.shown(error);
            throw call.at("status").wrong("is \"" + call.at("status").text() + "\": the call was not transcribed" + why);
        }
        for (String name : PIECES) {
            if (!call.at(name).head().isThere()) {
                continue;
            }
            for (Value piece : call.at(name).rows()) {
                talk.said(speaker(piece), piece.at("text").text(), piece.millis("start"), piece.millis("end"));
            }
            return;
        }
        Words words = new Words(talk);
        for (Value word : call.at("words").each()) {
            words.word(speaker(word), word.at("text").text(), word.millis("start"), word.millis("end"));
        }
        if (words.isEmpty()) {
            talk.said(null, call.at("text").text(), null, null);
        }
        words.end();
    }

    /** With several channels, the channel: where it is one person's, their label only repeats it. */
    private static @Nullable String speaker(Value piece) {
        String speaker = piece.at("speaker").text();
        String channel = piece.at("channel").text();
        if (channel == null) {
            return Talk.numbered(speaker);
        }
        boolean within = speaker != null && speaker.startsWith(channel) && speaker.length() > channel.length();
        return within ? speaker : "Channel " + channel;
    }
}
