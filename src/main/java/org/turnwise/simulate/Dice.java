package org.turnwise.simulate;

import java.util.List;

/** A stream of chance (SplitMix64, so that it is the same on every Java). Not thread-safe; cheap to make. */
public final class Dice {

    /** What a stream of a call is for; streams of one call are independent of each other. */
    public enum Stream {
        CAST,
        PLOT,
        WORDS,
        TIMES,
        TAMPERING,
        LABELS,
        EARS,
        FILES
    }

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    public Dice(long seed) {
        state = seed;
    }

    public static Dice of(long seed, long index, Stream stream) {
        return new Dice(mix(mix(mix(seed + STEP) ^ (index + 1) * 0xD1B54A32D192ED03L) + (stream.ordinal() + 1) * STEP));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    public long next() {
        state += STEP;
        return mix(state);
    }

    /** From 0 to 1, without 1. */
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** From 0, below {@code bound}. */
    public int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal, by the polar method without its second value, so that each call takes a fixed share of the stream's state only. */
    public double normal() {
        while (true) {
            double u = 2 * uniform() - 1;
            double v = 2 * uniform() - 1;
            double s = u * u + v * v;
            if (s > 0 && s < 1) {
                return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }

    public <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    @SafeVarargs
    public final <T> T pick(T first, T... others) {
        int at = below(others.length + 1);
        return at == 0 ? first : others[at - 1];
    }

    /** The place of one weight, in proportion to the weights; the last one if all are zero. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = uniform() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
