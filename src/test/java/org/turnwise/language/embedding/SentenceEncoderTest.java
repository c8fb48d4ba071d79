package org.turnwise.language.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Expected values come from {@code expected.py}, which shares nothing with our encoder but the model. */
class SentenceEncoderTest {

    private static final SentenceEncoder ENCODER = new SentenceEncoder();
    private static final JsonNode EXPECTED = new ObjectMapper().readTree(SentenceEncoderTest.class.getResourceAsStream("expected.json"));

    /** The quantised model rounds otherwise on processors with other instructions. */
    private static final double DIFFERENCE_OF_PROCESSORS = .01;

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void saysHowAlikeTextsAreAsTheModelsMakersDo() {
        for (JsonNode pair : EXPECTED.path("pairs")) {
            double cosine = ENCODER.encode(pair.path("a").asString()).cosine(ENCODER.encode(pair.path("b").asString()));
            assertEquals(pair.path("cosine").asDouble(), cosine, .03, pair::toString);
        }
    }

    @Test
    void givesTheModelsVectorButForRounding() {
        for (JsonNode expected : EXPECTED.path("vectors")) {
            float[] values = ENCODER.encode(expected.path("text").asString()).values();
            assertEquals(Embedding.SIZE, values.length);
            double dot = IntStream.range(0, values.length).mapToDouble(i -> values[i] * expected.path("values").get(i).asDouble()).sum();
            double length = Math.sqrt(IntStream.range(0, values.length).mapToDouble(i -> values[i] * values[i]).sum());
            assertEquals(1, length, 1e-6);
            assertTrue(dot > .999 - DIFFERENCE_OF_PROCESSORS, () -> "cosine " + dot);
        }
    }

    @Test
    void givesTheSameWhateverElseIsBeingEncoded() {
        List<String> texts = IntStream.range(0, 60).mapToObj(i -> "We have " + i + " people in " + i % 7 + " teams" + " and more".repeat(i % 11)).toList();
        List<Embedding> alone = texts.stream().map(ENCODER::encode).toList();
        assertEquals(alone, texts.parallelStream().map(ENCODER::encode).toList());
        try (SentenceEncoder another = new SentenceEncoder()) {
            assertEquals(alone, texts.reversed().stream().map(another::encode).toList().reversed());
        }
    }

    @Test
    void hasNothingToSayOfATextWithoutAnythingToRead() {
        for (String nothing : List.of("", "  \t\n", "\u200b\u0000")) {
            assertEquals(Embedding.NONE, ENCODER.encode(nothing));
        }
        assertEquals(0, ENCODER.encode("").cosine(ENCODER.encode("Hello")));
        for (String something : List.of("…", "🙂", "你好", "مرحبا", "?", "\uD83D alone")) {
            assertEquals(1, ENCODER.encode(something).cosine(ENCODER.encode(something)), 1e-12, something);
        }
    }

    @Test
    void readsLongTextsInPartsUpToALimit() {
        String opening = "We would like to talk about the price. ".repeat(30);
        String longer = opening + "The dog ran over the beach and into the sea. ".repeat(60);
        assertNotEquals(ENCODER.encode(opening), ENCODER.encode(longer));
        Embedding dog = ENCODER.encode("The dog ran over the beach and into the sea.");
        assertTrue(ENCODER.encode(longer).cosine(dog) > ENCODER.encode(opening).cosine(dog) + .2);
        String endless = "word ".repeat(2100);
        assertEquals(ENCODER.encode(endless + "dog"), ENCODER.encode(endless + "price"), "only eight parts are read");
        assertEquals(ENCODER.encode("word ".repeat(4000)), ENCODER.encode("word ".repeat(2_000_000)));
    }

    @Test
    void refusesToWorkOnceClosed() {
        SentenceEncoder closed = new SentenceEncoder();
        closed.encode("Hello");
        closed.close();
        closed.close();
        assertThrows(IllegalStateException.class, () -> closed.encode("Hello"));
    }

    /** Whoever brings another model has to give the encoder another id, or stored embeddings of both would be mixed. */
    @Test
    void theIdStandsForThisModel() throws Exception {
        try (InputStream model = MiniLm.class.getResourceAsStream(MiniLm.MODEL)) {
            String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(model.readAllBytes()));
            assertEquals("afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1", hash);
        }
        assertEquals("minilm-l6-v2-q.ort1.23.2.1", ENCODER.id());
    }
}
