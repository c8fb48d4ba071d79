package org.turnwise.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;

/** How figures are shown: a scorer's never without the class prior's on the same calls. */
final class Figures {

    private Figures() {}

    static Map<String, @Nullable Object> object(Metrics metrics) {
        return Json.object(
                "auc", metrics.auc(), "brier", metrics.brier(), "logLoss", metrics.logLoss(), "ece", metrics.ece(), "calls", metrics.calls());
    }

    /** The figures of a version while calls run, with those on finished calls and the prior's inside. */
    static Map<String, @Nullable Object> metrics(ScorerVersion version) {
        Map<String, @Nullable Object> metrics = object(version.metrics());
        metrics.put("finished", object(version.finished()));
        metrics.put("prior", object(version.prior()));
        metrics.put("priorFinished", object(version.priorFinished()));
        return metrics;
    }

    static Map<String, @Nullable Object> version(ScorerVersion version) {
        return Json.object(
                "version", version.number(),
                "status", version.status().name(),
                "trainedAt", version.trainedAt().toString(),
                "seconds", version.seconds(),
                "seed", version.seed(),
                "training", training(version),
                "membersOf", membersOf(version),
                "calls", version.calls(),
                "converted", version.converted(),
                "scheme", version.scheme(),
                "policy", version.policyVersion(),
                "snapshot", version.snapshot(),
                "metrics", metrics(version));
    }

    /** {@code FULL} or {@code REFRESH}. */
    static String training(ScorerVersion version) {
        return switch (version.origin()) {
            case Origin.Full full -> "FULL";
            case Origin.Refresh refresh -> "REFRESH";
        };
    }

    /** The version with which its members were fitted. */
    static int membersOf(ScorerVersion version) {
        return version.origin() instanceof Origin.Refresh refresh ? refresh.full() : version.number();
    }

    /** Rows for {@link #heading}. */
    static void rows(Table table, ScorerVersion version) {
        String name = "version " + version.number() + (version.status() == ScorerVersion.Status.ACTIVE ? " (active)" : "");
        row(table, name, "while a call runs", version.metrics());
        row(table, "  class prior", "while a call runs", version.prior());
        row(table, name, "finished calls", version.finished());
        row(table, "  class prior", "finished calls", version.priorFinished());
    }

    static Table heading() {
        return new Table().row("", "measured on", "calls", "AUC", "Brier", "log loss", "ECE");
    }

    private static void row(Table table, String name, String on, Metrics m) {
        table.row(name, on, m.calls(), three(m.auc()), three(m.brier()), three(m.logLoss()), three(m.ece()));
    }

    static final List<String> LEGEND = List.of("Held-out calls. AUC: higher is better, .5 is a coin toss; Brier, log loss and ECE: lower is better.");

    static String three(double figure) {
        return Double.isFinite(figure) ? String.format(Locale.ROOT, "%.3f", figure) : "–";
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
