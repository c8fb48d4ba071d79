package org.turnwise.scoring;

import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;

/** The one encoder of all tests: it is never closed, and what one test has encoded the next need not. */
public final class Encoding {

    private static final Embeddings SHARED = new Embeddings(new SentenceEncoder(), EmbeddingRepository.inMemory());

    private Encoding() {}

    public static Embeddings shared() {
        return SHARED;
    }
}
