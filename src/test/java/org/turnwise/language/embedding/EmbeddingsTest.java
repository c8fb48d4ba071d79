package org.turnwise.language.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.turnwise.task.Progress;

class EmbeddingsTest {

    private static final SentenceEncoder ENCODER = new SentenceEncoder();

    private final EmbeddingRepository repository = EmbeddingRepository.inMemory();

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    private Map<String, Embedding> kept(List<String> texts) {
        return repository.find(ENCODER.id(), texts);
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(i -> "Line " + i).toList();
    }

    @Test
    void givesTheSameFreshRememberedAndStored() {
        List<String> texts = List.of("What does it cost?", "", "Too expensive.", "What does it cost?");
        Embeddings embeddings = new Embeddings(ENCODER, repository);
        Map<String, Embedding> fresh = embeddings.of(texts, Progress.silent());
        assertEquals(Set.of("What does it cost?", "", "Too expensive."), fresh.keySet());
        fresh.forEach((text, embedding) -> assertEquals(ENCODER.encode(text), embedding, text));
        assertEquals(fresh, embeddings.of(texts, Progress.silent()));
        assertEquals(fresh, kept(texts));
        assertEquals(fresh, new Embeddings(ENCODER, repository).of(texts, Progress.silent()));
        fresh.forEach((text, embedding) -> assertEquals(embedding, new Embeddings(ENCODER, repository).of(text), text));
    }

    @Test
    void takesWhatIsStoredRatherThanEncodingAgain() {
        Embedding other = ENCODER.encode("something else");
        repository.add(ENCODER.id(), Map.of("a text", other));
        assertEquals(other, new Embeddings(ENCODER, repository).of("a text"));
        assertEquals(Map.of("a text", other), new Embeddings(ENCODER, repository).of(List.of("a text"), Progress.silent()));
    }

    @Test
    void storesSingleTextsTogetherOrOnRequest() {
        Embeddings embeddings = new Embeddings(ENCODER, repository);
        List<String> texts = texts(300);
        texts.forEach(embeddings::of);
        assertEquals(256, kept(texts).size());
        embeddings.store();
        assertEquals(300, kept(texts).size());
    }

    @Test
    void keepsWhatWasDoneWhenCancelled() {
        List<String> texts = texts(1500);
        List<Double> reports = new ArrayList<>();
        Progress afterTwoRounds = new Progress() {
            @Override
            public void report(double done, String what) {
                reports.add(done);
            }

            @Override
            public boolean cancelled() {
                return reports.size() > 2;
            }
        };
        Embeddings embeddings = new Embeddings(ENCODER, repository);
        assertThrows(CancellationException.class, () -> embeddings.of(texts, afterTwoRounds));
        Map<String, Embedding> kept = kept(texts);
        assertEquals(1024, kept.size());
        assertTrue(reports.getFirst() == 0 && reports.get(1) > 0 && reports.getLast() < 1, reports::toString);
        assertEquals(kept, new Embeddings(ENCODER, EmbeddingRepository.inMemory()).of(kept.keySet(), Progress.silent()));
        assertEquals(1500, embeddings.of(texts, Progress.silent()).size());
    }

    @Test
    void keepsEncodersApart() {
        repository.add("another", Map.of("a text", Embedding.NONE));
        assertEquals(Map.of(), kept(List.of("a text")));
        assertEquals(ENCODER.encode("a text"), new Embeddings(ENCODER, repository).of("a text"));
    }
}
