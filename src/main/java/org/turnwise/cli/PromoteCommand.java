package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.turnwise.scoring.ScorerVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "promote", description = "Make a scorer version the active one. The one that was stays, and can be rolled back to.")
final class PromoteCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "VERSION", description = "Its number, as versions lists it.")
    private int number;

    PromoteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            if (services.versions().all().stream().noneMatch(version -> version.number() == number)) {
                throw new CommandFailed("there is no scorer version " + number + "; see: turnwise versions");
            }
            Optional<Pairs> pairs = services.versions().active()
                    .filter(before -> before.number() != number)
                    .map(before -> Pairs.of(services.versions(), number, before.number()));
            ScorerVersion active = services.versions().promote(number);
            List<String> lines = new ArrayList<>(List.of("Version " + active.number() + " is active now."));
            pairs.ifPresent(pair -> lines.addAll(pair.lines()));
            session.answer(Json.object("active", Figures.version(active), "paired", pairs.map(Pairs::object).orElse(null)), lines);
            return Cli.DONE;
        });
    }
}
