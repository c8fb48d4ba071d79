package org.turnwise.scoring;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The scorer versions of a workspace. Any thread; durable when a method returns. Nothing is ever deleted. */
public interface ScorerVersions {

    /**
     * Stores a new version as {@link ScorerVersion.Status#CANDIDATE} under the next number (that of {@code version} is ignored).
     *
     * @param evaluation what an {@link Assessor} made of it
     * @param alongside  is told the number, on the same thread; what it stores is stored together with the version, or neither is
     */
    ScorerVersion add(ScorerVersion version, byte[] model, String evaluation, IntConsumer alongside);

    /** Newest first. */
    List<ScorerVersion> all();

    Optional<ScorerVersion> active();

    byte[] model(int number);

    /** What was kept of how it was measured; empty if it was trained before that was kept, or there is no such version. */
    Optional<String> evaluation(int number);

    /** Makes this version the active one; the one that was is retired. */
    ScorerVersion promote(int number);

    /** Makes the version that was active before the active one active again; empty if there was none. */
    Optional<ScorerVersion> rollBack();
}
