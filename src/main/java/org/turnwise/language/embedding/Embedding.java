package org.turnwise.language.embedding;

import java.util.Arrays;

/**
 * The meaning of a text as a direction in 384 dimensions: near texts have a cosine near 1. Immutable; any thread.
 *
 * <p>Held as one byte a dimension, a 256th of the unit vector's component. Components beyond ±127/256 would be cut; the largest in 1,500 turns of real
 * conversations was .31. Cosine to the unrounded vector: over .9997.
 */
public final class Embedding {

    /** Dimensions. */
    public static final int SIZE = 384;

    /** Of a text that says nothing. Its cosine to anything is 0. */
    public static final Embedding NONE = new Embedding(new byte[SIZE]);

    private static final int STEPS = 256;

    private final byte[] packed;

    private Embedding(byte[] packed) {
        this.packed = packed;
    }

    /** @param direction of any length but 0 */
    static Embedding of(double[] direction) {
        double squares = 0;
        for (double component : direction) {
            squares += component * component;
        }
        double scale = STEPS / Math.sqrt(squares);
        byte[] packed = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            packed[i] = (byte) Math.clamp(Math.round(direction[i] * scale), -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        return new Embedding(packed);
    }

    /**
     * What {@link #bytes} gave.
     *
     * @throws IllegalArgumentException if there are not {@link #SIZE} of them
     */
    public static Embedding ofBytes(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("an embedding takes " + SIZE + " bytes, not " + bytes.length);
        }
        return new Embedding(bytes.clone());
    }

    /** {@link #SIZE} bytes to keep. */
    public byte[] bytes() {
        return packed.clone();
    }

    /** The components, scaled to length 1 (or all 0 for {@link #NONE}). A new array each time. */
    public float[] values() {
        double length = Math.sqrt(dot(this));
        double scale = length == 0 ? 0 : 1 / length;
        float[] values = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            values[i] = (float) (packed[i] * scale);
        }
        return values;
    }

    /** How alike two texts are, from -1 to 1. */
    public double cosine(Embedding other) {
        double lengths = Math.sqrt((double) dot(this) * other.dot(other));
        return lengths == 0 ? 0 : dot(other) / lengths;
    }

    private int dot(Embedding other) {
        int sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += packed[i] * other.packed[i];
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Embedding embedding && Arrays.equals(packed, embedding.packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return "Embedding" + Arrays.toString(Arrays.copyOf(packed, 4)) + "…";
    }
}
