package org.turnwise.intake;

import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.RewardSignal;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Conversation JSONL, one call a line: {@code {"id", "source", "turns": [{"speaker": "rep|customer|other", "text", "start", "end"}], "outcome": 0|1|null,
 * "meta": {"group"}}}, times in seconds.
 *
 * <p>Turnwise writes more than that, and reads it back exactly: {@code title}, {@code started_at}, {@code format}, {@code timing}, {@code group},
 * {@code participants}, a turn's {@code participant}, {@code outcome_kind}, {@code outcome_source} and {@code annotations}. Whatever else a line
 * says is kept as it stands in {@link org.turnwise.call.Source#extras()} and written again; NaN and infinity, which Python writes although JSON has no such
 * numbers, become null there, and are errors elsewhere. For every imported call without warnings,
 * {@code read(write(call), …)} equals it, if its extras are JSON as this class writes it. Any thread.
 */
public final class ConversationJsonl {

    /** How the source of a call names this format. */
    public static final String FORMAT = "jsonl";

    /** Numbers keep every digit they were written with. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private ConversationJsonl() {}

    /**
     * Reads one line.
     *
     * @param fileName names the source where the line does not
     * @param number   of the line, from 1
     * @throws Unreadable if it is not such a conversation; the message says what was expected
     */
    public static ImportedCall read(String line, String fileName, int number) throws Unreadable {
        return new ConversationParser(fileName, number).parse(line);
    }

    /** The call as one line, without a line break. */
    public static String write(ImportedCall call) {
        return write(call, null);
    }

    /** @param outcomeSource who says what came of the call, or null if it is not known */
    public static String write(ImportedCall call, RewardSignal.@Nullable Origin outcomeSource) {
        return JSON.writeValueAsString(ConversationWriter.object(call, outcomeSource));
    }
}
