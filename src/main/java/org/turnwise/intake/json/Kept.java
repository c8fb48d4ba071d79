package org.turnwise.intake.json;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.filter.TokenFilter;

/** Lets through what some format needs, and not more of it than one call may have. One use for each parser. */
final class Kept extends TokenFilter {

    static final int MOST_VALUES = 2_000_000;
    static final long MOST_CHARACTERS = 32_000_000;

    /** Names under which no format says anything that is read, and many say much. */
    private static final Set<String> LEFT_OUT = Set.of(
            "confidence", "speaker_confidence", "tokens", "logprobs", "chars", "LoudnessScores", "LoudnessScore", "Items", "embedding", "embeddings",
            "speaker_embeddings", "translated_texts",
            "ai_filters", "highlights", "waveform", "audio", "trackers", "pointsOfInterest");

    private int values;
    private long characters;

    /** Thrown by the filter, which may throw nothing that is checked. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch(String message) {
            super(message);
        }
    }

    /** What comes next is another call. */
    void startAnew() {
        values = 0;
        characters = 0;
    }

    @Override
    public TokenFilter includeElement(int index) {
        return this;
    }

    @Override
    public @Nullable TokenFilter includeProperty(String name) {
        return LEFT_OUT.contains(name) ? null : this;
    }

    @Override
    public boolean includeEmptyArray(boolean contentsFiltered) {
        return true;
    }

    @Override
    public boolean includeEmptyObject(boolean contentsFiltered) {
        return true;
    }

    @Override
    public TokenFilter filterStartObject() {
        count(1);
        return this;
    }

    @Override
    public TokenFilter filterStartArray() {
        count(1);
        return this;
    }

    @Override
    public boolean includeValue(JsonParser parser) {
        count(1);
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            characters += parser.getStringLength();
            if (characters > MOST_CHARACTERS) {
                throw new TooMuch("holds more than " + MOST_CHARACTERS / 1_000_000 + " million characters in one call; split it into one file a call");
            }
        }
        return true;
    }

    private void count(int more) {
        values += more;
        if (values > MOST_VALUES) {
            throw new TooMuch("holds more than " + MOST_VALUES / 1_000_000 + " million values in one call; split it into one file a call");
        }
    }
}
