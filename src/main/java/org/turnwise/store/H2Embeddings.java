package org.turnwise.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.turnwise.language.embedding.Embedding;
import org.turnwise.language.embedding.EmbeddingRepository;

final class H2Embeddings implements EmbeddingRepository {

    /** Asked for in one query. */
    private static final int TOGETHER = 500;

    private final Database database;

    H2Embeddings(Database database) {
        this.database = database;
    }

    @Override
    public Map<String, Embedding> find(String encoder, Collection<String> texts) {
        if (texts.isEmpty()) {
            return Map.of();
        }
        List<String> wanted = new ArrayList<>(texts);
        return database.read(handle -> {
            Map<String, Embedding> found = new HashMap<>();
            for (int from = 0; from < wanted.size(); from += TOGETHER) {
                find(handle, encoder, wanted.subList(from, Math.min(from + TOGETHER, wanted.size())), found);
            }
            return found;
        });
    }

    private static void find(Handle handle, String encoder, List<String> texts, Map<String, Embedding> found) {
        Map<ByteBuffer, String> byHash = HashMap.newHashMap(texts.size());
        texts.forEach(text -> byHash.put(ByteBuffer.wrap(hash(text)), text));
        handle.createQuery("SELECT text_hash, packed FROM embeddings WHERE text_hash IN (<hashes>) AND encoder = :encoder")
                .bindList("hashes", byHash.keySet().stream().map(ByteBuffer::array).toList())
                .bind("encoder", encoder)
                .map((row, context) -> Map.entry(byHash.get(ByteBuffer.wrap(row.getBytes(1))), Embedding.ofBytes(row.getBytes(2))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    }

    @Override
    public void add(String encoder, Map<String, Embedding> embeddings) {
        if (embeddings.isEmpty()) {
            return;
        }
        database.write(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("MERGE INTO embeddings (text_hash, encoder, packed) KEY (text_hash, encoder) VALUES (?, ?, ?)")) {
                embeddings.forEach((text, embedding) -> batch.add(hash(text), encoder, embedding.bytes()));
                return batch.execute().length;
            }
        });
    }

    /** Over the text's characters as they are: encodings such as UTF-8 give halves of characters, which transcripts may have, one code for all. */
    private static byte[] hash(String text) {
        ByteBuffer characters = ByteBuffer.allocate(text.length() * Character.BYTES);
        characters.asCharBuffer().put(text);
        try {
            return MessageDigest.getInstance("SHA-256").digest(characters.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
