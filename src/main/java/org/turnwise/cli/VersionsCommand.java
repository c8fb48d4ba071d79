package org.turnwise.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;
import picocli.CommandLine.Command;

@Command(name = "versions", description = "List the scorer versions, newest first.")
final class VersionsCommand implements Callable<Integer> {

    private final Session session;

    VersionsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            List<ScorerVersion> versions = services.versions().all();
            session.answer(Json.object("versions", versions.stream().map(Figures::version).toList()), lines(versions));
            return Cli.DONE;
        });
    }

    private static List<String> lines(List<ScorerVersion> versions) {
        if (versions.isEmpty()) {
            return List.of("No scorer was trained yet. Train one with: turnwise train");
        }
        Table table = new Table().row("version", "status", "trained", "training", "seconds", "calls", "AUC", "Brier", "prior's Brier", "log loss", "ECE");
        for (ScorerVersion version : versions) {
            table.row(
                    version.number(),
                    version.status().name().toLowerCase(Locale.ROOT),
                    version.trainedAt().truncatedTo(ChronoUnit.SECONDS),
                    how(version),
                    String.format(Locale.ROOT, "%.1f", version.seconds()),
                    version.calls(),
                    Figures.three(version.metrics().auc()),
                    Figures.three(version.metrics().brier()),
                    Figures.three(version.prior().brier()),
                    Figures.three(version.metrics().logLoss()),
                    Figures.three(version.metrics().ece()));
        }
        return table.lines();
    }

    private static String how(ScorerVersion version) {
        return switch (version.origin()) {
            case Origin.Full full -> full.kept() ? "full, members kept" : "full";
            case Origin.Refresh refresh -> "refresh of " + refresh.full();
        };
    }
}
