package org.turnwise.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.turnwise.scoring.ScorerVersion;
import picocli.CommandLine.Command;

@Command(name = "rollback", description = "Make the scorer version that was active before the active one active again.")
final class RollbackCommand implements Callable<Integer> {

    private final Session session;

    RollbackCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            ScorerVersion active = services.versions()
                    .rollBack()
                    .orElseThrow(() -> new CommandFailed("no other version was active before, so there is nothing to roll back to"));
            session.answer(Json.object("active", Figures.version(active)), List.of("Version " + active.number() + " is active again."));
            return Cli.DONE;
        });
    }
}
