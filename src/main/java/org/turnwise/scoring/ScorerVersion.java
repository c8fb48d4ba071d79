package org.turnwise.scoring;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a trained scorer besides the model itself. Immutable but for its status.
 *
 * @param number        from 1
 * @param calls         calls it was trained and measured on
 * @param converted     how many of them converted
 * @param seconds       training took
 * @param snapshot      SHA-256 of the training snapshot
 * @param policyVersion of the rewards
 * @param metrics       on held-out calls, pooled over the prefixes a live forecast meets
 * @param finished      on the same calls once complete
 * @param prior         the class prior's, on the same held-out calls as {@code metrics}
 * @param priorFinished the class prior's on the same calls once complete
 * @param activatedAt   when it last became active; null if never
 * @param origin        how it was trained
 */
public record ScorerVersion(
        int number,
        Status status,
        Instant trainedAt,
        double seconds,
        long seed,
        int calls,
        int converted,
        String snapshot,
        String scheme,
        int policyVersion,
        Metrics metrics,
        Metrics finished,
        Metrics prior,
        Metrics priorFinished,
        @Nullable Instant activatedAt,
        Origin origin) {

    /** How a version was trained. */
    public sealed interface Origin {

        /**
         * Everything was fitted.
         *
         * @param kept whether its members are kept, so that others can be grown over them
         */
        record Full(boolean kept) implements Origin {}

        /**
         * Heads were grown anew over members of before.
         *
         * @param full the version with which they were fitted
         */
        record Refresh(int full) implements Origin {}
    }

    public enum Status {
        /** Trained, and waiting for a person to decide. */
        CANDIDATE,
        /** The one that forecasts now. */
        ACTIVE,
        /** Was active once. */
        RETIRED
    }

    public ScorerVersion withStatus(Status changed, @Nullable Instant activated) {
        return new ScorerVersion(
                number, changed, trainedAt, seconds, seed, calls, converted, snapshot, scheme, policyVersion, metrics, finished, prior, priorFinished,
                activated,
                origin);
    }
}
