package org.turnwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.exchange.BundleManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "bundle",
        description = {
            "Write everything anybody is known to have labeled to one file, for others to take in with: turnwise merge FILE.",
            "Labels find their calls by id. With --calls the calls go with them, so that others can read along without having imported them."
        })
final class BundleCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write. A file there is replaced.")
    private Path out = Path.of("");

    @Option(names = "--calls", description = "Put the calls themselves in, every word of them.")
    private boolean calls;

    @Option(names = "--annotator", paramLabel = "NAME", description = "Who writes it (default: whoever is at work in this workspace).")
    private @Nullable String annotator;

    BundleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(services -> {
            Path file = out.toAbsolutePath().normalize();
            BundleManifest written = services.exchange().write(file, calls, annotator == null ? services.annotator() : annotator, session.progress());
            session.answer(
                    Json.object("path", file.toString(), "edits", written.edits(), "calls", written.calls(), "by", written.by(), "workspace",
                            written.origin().toString()),
                    List.of("Wrote " + written.edits() + " edits" + (calls ? " and " + written.calls() + " calls" : ", without calls,") + " to " + file + "."));
            return Cli.DONE;
        });
    }
}
