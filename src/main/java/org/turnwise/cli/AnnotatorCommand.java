package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Labeling;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "annotator",
        description = {
            "Say who is at work in this workspace, for commands and for the window once it is opened again.",
            "Without a name, print who it is and who else has labeled here."
        })
final class AnnotatorCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Who is at work from now on.")
    private @Nullable String name;

    AnnotatorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::answer);
    }

    private int answer(Services services) {
        if (name != null) {
            try {
                services.team().comesToWork(name);
            } catch (Labeling.NotAllowed e) {
                throw new CommandFailed(String.valueOf(e.getMessage()));
            }
        }
        String at = services.team().atWork();
        List<String> others = new ArrayList<>(new TreeSet<>(services.find().annotators()));
        others.remove(at);
        session.answer(
                Json.object("annotator", at, "others", others),
                List.of("At work: " + at + (others.isEmpty() ? "." : "; also labeled here: " + String.join(", ", others) + ".")));
        return Cli.DONE;
    }
}
