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

    /** What is numbers of the recogniser further down is what was said if it stands at the top. */
    private static final String TOKENS = "tokens";
    /** Names under which no format says anything that is read, and many say much. */
    private static final Set<String> LEFT_OUT = Set.of(
            "confidence", "speaker_confidence", TOKENS, "logprobs", "chars", "LoudnessScores", "LoudnessScore", "Items", "embedding", "embeddings",
            "speaker_embeddings", "translated_texts",
            "ai_filters", "highlights", "waveform", "audio", "trackers", "pointsOfInterest");
    private final Count count;
    /** For all that stands below the properties of the document or of one of its values; null if this is that. */
    private final @Nullable Kept below;

    Kept() {
        count = new Count();
        below = new Kept(count);
    }

    private Kept(Count count) {
        this.count = count;
        below = null;
    }

    private static final class Count {
        private int values;
        private long characters;
    }

    /** Thrown by the filter, which may throw nothing that is checked. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch(String message) {
            super(message);
        }
    }

    /** What comes next is another call. */
    void startAnew() {
        count.values = 0;
        count.characters = 0;
    }

    @Override
    public TokenFilter includeElement(int index) {
        return this;
    }

    @Override
    public @Nullable TokenFilter includeProperty(String name) {
        Kept next = below == null ? this : below;
        return LEFT_OUT.contains(name) && !(below != null && name.equals(TOKENS)) ? null : next;
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
        countOne();
        return this;
    }

    @Override
    public TokenFilter filterStartArray() {
        countOne();
        return this;
    }

    @Override
    public boolean includeValue(JsonParser parser) {
        countOne();
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
            count.characters += parser.getStringLength();
            if (count.characters > MOST_CHARACTERS) {
                throw new TooMuch("holds more than " + MOST_CHARACTERS / 1_000_000 + " million characters in one call; split it into one file a call");
            }
        }
        return true;
    }

    private void countOne() {
        count.values++;
        if (count.values > MOST_VALUES) {
            throw new TooMuch("holds more than " + MOST_VALUES / 1_000_000 + " million values in one call; split it into one file a call");
        }
    }
}
