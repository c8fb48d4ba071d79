package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.language.embedding.Embedding;

class H2EmbeddingsTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private final Random random = new Random(7);

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Embedding any() {
        byte[] bytes = new byte[Embedding.SIZE];
        random.nextBytes(bytes);
        return Embedding.ofBytes(bytes);
    }

    @Test
    void givesBackWhatWasAddedAcrossRestarts() {
        Map<String, Embedding> added = new HashMap<>();
        for (int i = 0; i < 1200; i++) {
            added.put("text " + i + " 日本語 🙂".repeat(i % 50), any());
        }
        workspace.embeddings().add("one", added);
        workspace.close();
        open();
        List<String> asked = new ArrayList<>(added.keySet());
        asked.add("never added");
        assertEquals(added, workspace.embeddings().find("one", asked));
        assertEquals(Map.of(), workspace.embeddings().find("one", List.of()));
    }

    @Test
    void keepsEncodersApart() {
        Embedding first = any();
        Embedding second = any();
        workspace.embeddings().add("one", Map.of("a text", first));
        assertEquals(Map.of(), workspace.embeddings().find("two", List.of("a text")));
        workspace.embeddings().add("two", Map.of("a text", second));
        assertEquals(Map.of("a text", first), workspace.embeddings().find("one", List.of("a text")));
        assertEquals(Map.of("a text", second), workspace.embeddings().find("two", List.of("a text")));
    }

    @Test
    void takesTheSameTextTwice() {
        Embedding embedding = any();
        workspace.embeddings().add("one", Map.of("a text", embedding));
        workspace.embeddings().add("one", Map.of("a text", embedding, "", Embedding.NONE));
        assertEquals(Map.of("a text", embedding, "", Embedding.NONE), workspace.embeddings().find("one", List.of("a text", "")));
    }

    @Test
    void givesNoTextsPlaceToAnother() {
        String half = "a\uD83D";
        workspace.embeddings().add("one", Map.of(half, any()));
        assertEquals(Map.of(), workspace.embeddings().find("one", List.of("a?", "a\uFFFD", "a\uD83E", "a")));
    }
}
