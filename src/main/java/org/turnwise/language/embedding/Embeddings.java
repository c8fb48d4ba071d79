package org.turnwise.language.embedding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.turnwise.task.Progress;

/**
 * Embeddings of texts, each encoded once: from memory, else from the repository, else from the encoder. Where one comes from makes no difference to
 * what it is. Any thread; two that miss the same text may both encode it.
 */
public final class Embeddings {

    /** About 15 MB with the texts. */
    private static final int REMEMBERED = 32_768;

    /** Single texts wait for as many others before they are stored together, as a write takes longer than encoding does. */
    private static final int STORED_TOGETHER = 256;

    /** Between two looks at progress, and at most this many are lost with the process. */
    private static final int ROUND = 512;

    private final SentenceEncoder encoder;
    private final EmbeddingRepository repository;

    /** Most recently used last. Guarded by itself. */
    private final Map<String, Embedding> memory = new LinkedHashMap<>(1024, .75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Encoded and not yet stored. Guarded by itself. */
    private final Map<String, Embedding> unstored = new HashMap<>();

    /** @param encoder closed by whoever made it */
    public Embeddings(SentenceEncoder encoder, EmbeddingRepository repository) {
        this.encoder = encoder;
        this.repository = repository;
    }

    /** The {@link SentenceEncoder#id} of what encodes. */
    public String encoder() {
        return encoder.id();
    }

    /** One text's. What is new reaches the repository with others later, or with {@link #store}. */
    public Embedding of(String text) {
        Embedding known = remembered(text);
        if (known != null) {
            return known;
        }
        Embedding found = repository.find(encoder.id(), List.of(text)).get(text);
        if (found != null) {
            remember(Map.of(text, found));
            return found;
        }
        Embedding made = encoder.encode(text);
        keep(Map.of(text, made), STORED_TOGETHER);
        return made;
    }

    /**
     * Many texts' at once, on all cores; one entry for each different text.
     *
     * @throws java.util.concurrent.CancellationException if cancelled; what was encoded until then is kept
     */
    public Map<String, Embedding> of(Collection<String> texts, Progress progress) {
        Map<String, Embedding> all = HashMap.newHashMap(texts.size());
        List<String> missing = missing(new LinkedHashSet<>(texts), all);
        try {
            for (int from = 0; from < missing.size(); from += ROUND) {
                progress.report(from / (double) missing.size(), "Reading what was said");
                progress.checkCancelled();
                Map<String, Embedding> made = encode(missing.subList(from, Math.min(from + ROUND, missing.size())), progress);
                keep(made, ROUND);
                all.putAll(made);
            }
            progress.checkCancelled();
        } finally {
            store();
        }
        return all;
    }

    /** Puts what is known into {@code all} and gives back the rest. */
    private List<String> missing(Collection<String> texts, Map<String, Embedding> all) {
        List<String> unremembered = new ArrayList<>();
        for (String text : texts) {
            Embedding known = remembered(text);
            if (known == null) {
                unremembered.add(text);
            } else {
                all.put(text, known);
            }
        }
        Map<String, Embedding> found = repository.find(encoder.id(), unremembered);
        remember(found);
        all.putAll(found);
        return unremembered.stream().filter(text -> !found.containsKey(text)).toList();
    }

    /** Those of the texts that were reached before a cancel. Each core takes the next that is left: cut in parts, the longest texts of one would be waited for. */
    private Map<String, Embedding> encode(List<String> texts, Progress progress) {
        Map<String, Embedding> made = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel().forEach(core -> {
            for (int i = next.getAndIncrement(); i < texts.size() && !progress.cancelled(); i = next.getAndIncrement()) {
                made.put(texts.get(i), encoder.encode(texts.get(i)));
            }
        });
        return made;
    }

    /** Stores what was encoded and still waits to be. */
    public void store() {
        keep(Map.of(), 1);
    }

    private void keep(Map<String, Embedding> made, int storedTogether) {
        remember(made);
        Map<String, Embedding> due;
        synchronized (unstored) {
            unstored.putAll(made);
            if (unstored.size() < storedTogether) {
                return;
            }
            due = Map.copyOf(unstored);
            unstored.clear();
        }
        repository.add(encoder.id(), due);
    }

    private @Nullable Embedding remembered(String text) {
        synchronized (memory) {
            return memory.get(text);
        }
    }

    private void remember(Map<String, Embedding> embeddings) {
        synchronized (memory) {
            memory.putAll(embeddings);
        }
    }
}
