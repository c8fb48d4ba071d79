package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.CallId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "assign",
        description = {
            "Give calls to somebody to read. Until they submit a call they see nothing of what others said of it, so that two readings can be compared.",
            "It goes to their laptop with the next bundle."
        })
final class AssignCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "1..*", paramLabel = "CALL_ID", description = "Calls.")
    private List<String> calls = List.of();

    @Option(names = "--to", required = true, paramLabel = "NAME", description = "Who reads them, by the name they work under.")
    private String reader = "";

    @Option(names = "--take-back", description = "Take the calls from them instead.")
    private boolean takeBack;

    AssignCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::assign);
    }

    private int assign(Services services) {
        if (reader.isBlank()) {
            throw new CommandFailed("--to needs a name");
        }
        List<CallId> known = new ArrayList<>();
        for (String id : calls) {
            known.add(services.calls().find(new CallId(id)).orElseThrow(() -> new CommandFailed("there is no call " + id + " here; nothing was changed")).id());
        }
        List<String> changed = new ArrayList<>();
        for (CallId call : known) {
            try {
                services.reviewer().assign(call, reader.strip(), !takeBack);
                changed.add(call.value());
            } catch (Labeling.NotAllowed asItIs) {
                session.complain(call + ": " + asItIs.getMessage());
            }
        }
        session.answer(
                Json.object("annotator", reader.strip(), "changed", changed),
                List.of(changed.size() + (takeBack ? " calls taken from " : " calls given to ") + reader.strip() + "."));
        return Cli.DONE;
    }
}
