package org.turnwise.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.scoring.evaluation.EvaluationReport.Verdict;
import org.turnwise.scoring.evaluation.PairedVersions;
import org.turnwise.scoring.evaluation.PairedVersions.Change;

/** A version beside the active one on the calls that both held out, for a person and for a program. */
record Pairs(int version, int active, Optional<PairedVersions> paired) {

    static Pairs of(ScorerVersions versions, int version, int active) {
        return new Pairs(version, active, PairedVersions.of(versions, version, active));
    }

    /** Null if they can't be compared. */
    @Nullable Map<String, @Nullable Object> object() {
        return paired.map(pair -> Json.object(
                        "with", active, "calls", pair.calls(), "customers", pair.customers(), "live", object(pair.live()), "finished", object(pair.finished())))
                .orElse(null);
    }

    private static Map<String, @Nullable Object> object(Change change) {
        return Json.object(
                "brier", change.now(), "before", change.before(), "difference", change.difference().value(), "differenceLow", change.difference().low(),
                "differenceHigh", change.difference().high(), "verdict", words(change.verdict()));
    }

    List<String> lines() {
        return paired.map(pair -> List.of(
                        String.format(
                                Locale.ROOT, "On the same %,d held-out calls of %,d customers, Brier of version %d less version %d (lower is better):",
                                pair.calls(), pair.customers(), version, active),
                        line("while a call runs", pair.live()),
                        line("finished calls", pair.finished())))
                .orElseGet(() -> List.of("Version " + version + " and " + active
                        + " held out too few of the same calls, or kept too little of them, to be compared call by call."));
    }

    private static String line(String what, Change change) {
        return String.format(
                Locale.ROOT, "  %-18s %+.3f (95 %% interval %+.3f to %+.3f): %s", what, change.difference().value(), change.difference().low(),
                change.difference().high(), words(change.verdict()));
    }

    private static String words(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
