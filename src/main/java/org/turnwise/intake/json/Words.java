package org.turnwise.intake.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts single words together to pieces of speech. A piece ends where the speaker changes, after a pause of a second, or where a sentence ends and a breath
 * follows.
 */
final class Words {

    private static final long PAUSE_MS = 1000;
    private static final long BREATH_MS = 300;

    private final Talk talk;
    private final List<Piece> pieces = new ArrayList<>();

    private static final class Piece {
        private final @Nullable String speaker;
        private final StringBuilder text = new StringBuilder();
        private @Nullable Long startMs;
        private @Nullable Long endMs;

        Piece(@Nullable String speaker) {
            this.speaker = speaker;
        }
    }

    Words(Talk talk) {
        this.talk = talk;
    }

    /** A word, which a space parts from the one before. Blank words say nothing and are left out. */
    void word(@Nullable String speaker, @Nullable String word, @Nullable Long startMs, @Nullable Long endMs) {
        add(speaker, word, startMs, endMs, true);
    }

    /** A piece of a word, as recognisers that count in syllables hand it over: what begins with a space begins a word. */
    void part(@Nullable String speaker, @Nullable String part, @Nullable Long startMs, @Nullable Long endMs) {
        add(speaker, part, startMs, endMs, part != null && part.startsWith(" "));
    }

    /** What follows the word before without a space and without a time of its own; said by the same person. */
    void mark(@Nullable String mark) {
        add(pieces.isEmpty() ? null : pieces.getLast().speaker, mark, null, null, false);
    }

    private void add(@Nullable String speaker, @Nullable String word, @Nullable Long startMs, @Nullable Long endMs, boolean apart) {
        if (word == null || word.isBlank()) {
            return;
        }
        if (pieces.isEmpty() || !Objects.equals(pieces.getLast().speaker, speaker) || apart && isOver(pieces.getLast(), startMs)) {
            pieces.add(new Piece(speaker));
        }
        Piece piece = pieces.getLast();
        piece.text.append(piece.text.isEmpty() || !apart ? "" : " ").append(word.strip());
        piece.startMs = piece.startMs == null ? startMs : piece.startMs;
        piece.endMs = endMs == null || piece.endMs != null && piece.endMs > endMs ? piece.endMs : endMs;
    }

    private static boolean isOver(Piece piece, @Nullable Long nextMs) {
        if (nextMs == null || piece.endMs == null) {
            return false;
        }
        long pause = nextMs - piece.endMs;
        char last = piece.text.charAt(piece.text.length() - 1);
        return pause >= PAUSE_MS || pause >= BREATH_MS && (last == '.' || last == '?' || last == '!');
    }

    boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Hands over what was put together, and starts anew. */
    void end() {
        for (Piece piece : pieces) {
            Long start = piece.startMs;
            Long end = piece.endMs;
            talk.said(piece.speaker, piece.text.toString(), start, start == null ? null : end);
        }
        pieces.clear();
    }
}
