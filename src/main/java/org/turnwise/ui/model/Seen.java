package org.turnwise.ui.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.scoring.evaluation.VersionEvaluation;

/**
 * A version a person looks at, and what it is compared with. Reading it takes longer than a blink.
 *
 * @param against          the version at work, if that is another
 * @param evaluation       null for versions from before it was kept
 * @param againstEvaluated whether {@code against} has one
 * @param paired           the two on the calls that both held out; null if there are too few
 */
record Seen(
        ScorerVersion version, @Nullable ScorerVersion against, @Nullable VersionEvaluation evaluation, boolean againstEvaluated,
        @Nullable PairedVersions paired) {

    /** @throws IllegalArgumentException if what was kept can't be read */
    static Seen of(ScorerVersions versions, ScorerVersion version, @Nullable ScorerVersion active) {
        ScorerVersion against = active == null || active.number() == version.number() ? null : active;
        Optional<VersionEvaluation> own = versions.evaluation(version.number()).map(VersionEvaluation::read);
        Optional<VersionEvaluation> other =
                against == null ? Optional.empty() : versions.evaluation(against.number()).map(VersionEvaluation::read);
        PairedVersions paired = own.flatMap(now -> other.flatMap(before -> PairedVersions.of(now, before))).orElse(null);
        return new Seen(version, against, own.orElse(null), other.isPresent(), paired);
    }

    static Seen unreadable(ScorerVersion version, @Nullable ScorerVersion active) {
        return new Seen(version, active == null || active.number() == version.number() ? null : active, null, false, null);
    }
}
