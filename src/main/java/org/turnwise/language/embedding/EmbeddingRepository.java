package org.turnwise.language.embedding;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Embeddings kept by the encoder that made them and by their text. A cache: what is missing is made again. Any thread. */
public interface EmbeddingRepository {

    /** Those of the texts that are kept. */
    Map<String, Embedding> find(String encoder, Collection<String> texts);

    /** Keeps these beside what is there already. */
    void add(String encoder, Map<String, Embedding> embeddings);

    /** One that is gone with the process, for work without a workspace. Takes about 500 bytes a text. */
    static EmbeddingRepository inMemory() {
        Map<String, Map<String, Embedding>> kept = new ConcurrentHashMap<>();
        return new EmbeddingRepository() {
            @Override
            public Map<String, Embedding> find(String encoder, Collection<String> texts) {
                Map<String, Embedding> ofEncoder = kept.getOrDefault(encoder, Map.of());
                Map<String, Embedding> found = new HashMap<>();
                for (String text : texts) {
                    Embedding embedding = ofEncoder.get(text);
                    if (embedding != null) {
                        found.put(text, embedding);
                    }
                }
                return found;
            }

            @Override
            public void add(String encoder, Map<String, Embedding> embeddings) {
                kept.computeIfAbsent(encoder, id -> new ConcurrentHashMap<>()).putAll(embeddings);
            }
        };
    }
}
