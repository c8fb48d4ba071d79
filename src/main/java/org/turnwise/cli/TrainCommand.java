package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersion.Origin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        description = {
            "Train a new scorer version on the calls whose outcome is known, and print its figures beside the active one's.",
            "It stays a candidate until you promote it. Only the first version of a workspace is made active at once: there is nothing to compare it to."
        })
final class TrainCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "The same workspace and seed give the same scorer (default: 0).")
    private long seed;

    @Option(
            names = "--refresh",
            description = {
                "Keep what the last full training learned of words, meaning and labels, and grow everything over it anew: seconds instead of a minute.",
                "For changed outcomes and some new calls; it says when a full training is needed."
            })
    private boolean refresh;

    TrainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::train);
    }

    private int train(Services services) {
        Optional<ScorerVersion> before = services.versions().active();
        ScorerVersion trained = refresh
                ? services.training().refresh(seed, session.progress())
                : services.training().train(seed, session.progress());
        boolean first = before.isEmpty();
        ScorerVersion stands = first ? services.versions().promote(trained.number()) : trained;
        ScorerVersion active = before.orElse(stands);
        Optional<Pairs> pairs = before.map(other -> Pairs.of(services.versions(), trained.number(), other.number()));
        session.answer(
                Json.object(
                        "version", stands.number(),
                        "calls", stands.calls(),
                        "converted", stands.converted(),
                        "seconds", stands.seconds(),
                        "seed", stands.seed(),
                        "training", Figures.training(stands),
                        "membersOf", Figures.membersOf(stands),
                        "snapshot", stands.snapshot(),
                        "scheme", stands.scheme(),
                        "policy", stands.policyVersion(),
                        "status", stands.status().name(),
                        "promoted", first,
                        "metrics", Figures.metrics(stands),
                        "active", Figures.version(active),
                        "paired", pairs.map(Pairs::object).orElse(null)),
                lines(stands, before, pairs));
        return Cli.DONE;
    }

    private static String how(ScorerVersion trained) {
        return switch (trained.origin()) {
            case Origin.Full full -> "trained fully on";
            case Origin.Refresh from -> "refreshed over the members of version " + from.full() + " on";
        };
    }

    private static List<String> lines(ScorerVersion trained, Optional<ScorerVersion> before, Optional<Pairs> pairs) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "Version %d: %s %d calls, of which %d converted, in %.1f s.",
                trained.number(), how(trained), trained.calls(), trained.converted(), trained.seconds()));
        lines.add("");
        Table table = Figures.heading();
        Figures.rows(table, trained);
        before.ifPresent(active -> Figures.rows(table, active));
        lines.addAll(table.lines());
        lines.addAll(Figures.LEGEND);
        lines.add("");
        pairs.ifPresent(pair -> lines.addAll(pair.lines()));
        lines.add(before
                .map(active -> "Version " + active.number() + " stays active. If you prefer the new one: turnwise promote " + trained.number())
                .orElse("It is active now, because no version was: there was nothing to compare it to."));
        return lines;
    }
}
