package org.turnwise.language.embedding;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Turns texts into embeddings with the model that comes with Turnwise. Any thread, any number at once; each call uses one core.
 *
 * <p>The mean over the text's word pieces of the model's last layer, scaled to length 1 and rounded. The model reads 256 pieces (about 190 words) at a
 * time; the pieces of a longer text are encoded in parts and averaged as one. After eight parts (about 1,500 words) the rest is not read. The model
 * was trained on English; text in other languages gets an embedding too, which tells texts apart but not what they have in common.
 *
 * <p>The model is loaded at first use and takes about 100 MB, so make one encoder a process.
 */
public final class SentenceEncoder implements AutoCloseable {

    /** Change it whenever any text's embedding would change: another model, library, cleaning, pooling or rounding. */
    private static final String ID = "minilm-l6-v2-q.ort1.23.2.1";

    private static final int MOST_PARTS = 8;

    /** More than eight parts hold in any script; keeps a text of megabytes from being cut into pieces first. */
    private static final int MOST_CHARACTERS = 20_000;

    /** Held shared while the model runs, so that it is closed only when it doesn't. */
    private final ReadWriteLock running = new ReentrantReadWriteLock();

    private volatile @Nullable MiniLm model;
    private volatile boolean closed;

    /** Names what these embeddings can be compared with: only such of the same id. */
    public String id() {
        return ID;
    }

    /**
     * The same for the same text, whatever was encoded before or is being encoded beside it. {@link Embedding#NONE} for a text without anything to read.
     *
     * @throws IllegalStateException if the encoder was closed, or the model can't be run on this machine
     */
    public Embedding encode(String text) {
        running.readLock().lock();
        try {
            double[] sum = loaded().sum(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text, MOST_PARTS);
            return isZero(sum) ? Embedding.NONE : Embedding.of(sum);
        } finally {
            running.readLock().unlock();
        }
    }

    private MiniLm loaded() {
        MiniLm ready = model;
        return ready != null ? ready : load();
    }

    private synchronized MiniLm load() {
        if (closed) {
            throw new IllegalStateException("the text model was closed");
        }
        MiniLm ready = model;
        if (ready == null) {
            ready = MiniLm.load();
            model = ready;
        }
        return ready;
    }

    private static boolean isZero(double[] sum) {
        for (double component : sum) {
            if (component != 0) {
                return false;
            }
        }
        return true;
    }

    /** Waits for texts being encoded, then frees the model. */
    @Override
    public void close() {
        running.writeLock().lock();
        try {
            closed = true;
            MiniLm ready = model;
            model = null;
            if (ready != null) {
                ready.close();
            }
        } finally {
            running.writeLock().unlock();
        }
    }
}
