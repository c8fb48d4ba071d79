package org.turnwise.queue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.turnwise.call.CallId;

/**
 * One call in five by lot. A strategy that only asks where the model is unsure can do worse than chance, and only a known selection probability lets rates
 * over all calls be estimated (Horvitz and Thompson 1952; Farquhar et al. 2021, arXiv 2101.11665). The lot is a hash of the seed and the call's id: it doesn't
 * change when other calls come or go, or when a scorer is trained.
 */
final class RandomSlice implements Strategy {

    /** The probability with which a call is drawn, whatever it is like. */
    static final double PROBABILITY = .2;

    private static final String DRAWN = "Drawn by lot, as " + Strategy.percent(PROBABILITY) + " of calls are";

    private final long seed;

    RandomSlice(long seed) {
        this.seed = seed;
    }

    @Override
    public Optional<Claim> claim(Case one) {
        double lot = lot(one.call().id());
        return lot >= PROBABILITY
                ? Optional.empty()
                : Optional.of(new Claim(QueueReason.RANDOM, 1 - lot, before -> DRAWN));
    }

    /** For calls that nothing else speaks for, after those that were drawn. */
    Claim rest(Case one, String because) {
        return new Claim(QueueReason.RANDOM, 1 - lot(one.call().id()), before -> because);
    }

    /** Uniform in [0, 1). */
    double lot(CallId call) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        byte[] hash = digest.digest(call.value().getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53;
    }
}
