package org.turnwise.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.turnwise.call.CallId;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write the labeled calls as a dataset with a manifest, read it back and compare before saying done.",
            "Labeled is a call with a label or a known outcome."
        })
final class ExportCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}: one line a call, or one row a turn.")
    private DatasetExport.Format format = DatasetExport.Format.JSONL;

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "The file to write, or a folder to write it in. A file there is replaced.")
    private Path out = Path.of("");

    @Option(names = "--all", description = "Also take calls without labels.")
    private boolean all;

    @Mixin
    private FilterOptions filters = new FilterOptions();

    ExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::export);
    }

    private int export(Services services) {
        Optional<Set<CallId>> only = filters.any() ? Optional.of(chosen(services)) : Optional.empty();
        DatasetExport.Result result =
                services.export().run(new DatasetExport.Request(format, out.toAbsolutePath(), only, all, filters.asked()), session.progress());
        session.answer(
                Json.object(
                        "path", result.path().toString(),
                        "calls", result.calls(),
                        "annotations", result.annotations(),
                        "sha256", result.sha256(),
                        "manifest", result.manifest().toString(),
                        "rewards", result.rewards().map(Path::toString).orElse(null)),
                List.of(
                        "Exported " + result.calls() + " calls with " + result.annotations() + " annotations to " + result.path() + ", read back and compared.",
                        "SHA-256 " + result.sha256() + "; what is in it stands in " + result.manifest()
                                + result.rewards().map(rewards -> ", and how the calls came to their rewards in " + rewards).orElse("")));
        return Cli.DONE;
    }

    private Set<CallId> chosen(Services services) {
        List<QueueItem> rows = services.queue().build(session.progress().part(0, 0.5));
        return Queue.filter(rows, filters.filter(Set.of(), services, rows, session.progress())).stream()
                .map(item -> item.call().id())
                .collect(Collectors.toSet());
    }
}
