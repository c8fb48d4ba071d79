package org.turnwise.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.queue.Queue;
import org.turnwise.queue.QueueFilter;
import org.turnwise.queue.QueueItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "queue", description = "What to label next, and why. Calls that were submitted or skipped are left out unless asked for with --status.")
final class QueueCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "How many rows; 0 for all (default: 20).")
    private int top;

    @Mixin
    private FilterOptions filters = new FilterOptions();

    QueueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (top < 0) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--top takes a number from 0, not " + top);
        }
        return session.inExistingWorkspace(this::show);
    }

    private int show(Services services) {
        List<QueueItem> items = services.queue().build(session.progress());
        List<QueueItem> rows = Queue.filter(items, filters.filter(QueueFilter.waiting().statuses(), services, items, session.progress()));
        List<QueueItem> shown = top == 0 ? rows : rows.subList(0, Math.min(top, rows.size()));
        session.answer(
                Json.object("calls", shown.stream().map(QueueCommand::itemObject).toList(), "matching", rows.size(), "total", items.size()),
                lines(shown, rows.size(), items.size()));
        return Cli.DONE;
    }

    private static Map<String, @Nullable Object> itemObject(QueueItem item) {
        return Json.object(
                "callId", item.call().id().value(),
                "reason", item.reason().name(),
                "score", item.score(),
                "why", item.why(),
                "title", item.call().title(),
                "rep", item.call().rep(),
                "turns", item.call().turns(),
                "probability", item.probability(),
                "low", item.low(),
                "high", item.high(),
                "outcome", item.outcome() == null ? null : item.outcome().name(),
                "status", item.status().name(),
                "flagged", item.flagged(),
                "labels", item.labels());
    }

    private static List<String> lines(List<QueueItem> shown, int matching, int total) {
        if (total == 0) {
            return List.of("The workspace holds no calls. Bring some in with: turnwise import PATH");
        }
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            Table table = new Table().row("reason", "score", "call", "rep", "turns", "why");
            for (QueueItem item : shown) {
                table.row(
                        item.reason().name().toLowerCase(Locale.ROOT),
                        String.format(Locale.ROOT, "%.2f", item.score()),
                        item.call().id(),
                        Objects.requireNonNullElse(item.call().rep(), "–"),
                        item.call().turns(),
                        item.why());
            }
            lines.addAll(table.lines());
            lines.add("");
        }
        lines.add(shown.size() + " of " + matching + " calls that match, of " + total + " in the workspace.");
        return lines;
    }
}
