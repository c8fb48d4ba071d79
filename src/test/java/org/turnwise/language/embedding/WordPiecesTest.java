package org.turnwise.language.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Expected numbers come from {@code expected.py}, which uses the tokenizer the model was trained with. */
class WordPiecesTest {

    private static final WordPieces PIECES = new WordPieces(MiniLm.vocabulary());

    @Test
    void cutsTextAsTheModelsOwnTokenizerDoes() {
        for (JsonNode expected : new ObjectMapper().readTree(WordPiecesTest.class.getResourceAsStream("expected.json")).path("pieces")) {
            long[] framed = StreamSupport.stream(expected.path("ids").spliterator(), false).mapToLong(JsonNode::asLong).toArray();
            assertArrayEquals(Arrays.copyOfRange(framed, 1, framed.length - 1), PIECES.of(expected.path("text").asString()), expected::toString);
        }
    }

    @Test
    void takesNoMarkerFromWhatWasSaid() {
        assertArrayEquals(PIECES.of("[ sep ] [ cls ]"), PIECES.of("[SEP][CLS]"));
    }

    @Test
    void needsTheMarkers() {
        assertThrows(IllegalArgumentException.class, () -> new WordPieces(Map.of("word", 1)));
    }
}
