package org.turnwise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallSummary;
import org.turnwise.find.SearchSpeed;
import org.turnwise.queue.QueueItem;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "search",
        description = {
            "Measure how long searches take, on simulated calls in a workspace that is gone afterwards, or on the calls of a workspace.",
            "200 searches of eight kinds, one after another, each with its count and a page of 50 turns with what surrounds them."
        })
final class BenchmarkSearchCommand implements Callable<Integer> {

    private static final int SAMPLE = 400;

    private final Session session;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "100000", description = "How many calls to simulate, at least 100 (default: 100000).")
    private int calls;

    @Option(names = "--here", description = "Measure in the workspace instead, on the calls it holds.")
    private boolean here;

    BenchmarkSearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (here) {
            return session.inExistingWorkspace(services -> measure(services, Double.NaN));
        }
        if (calls < 100) {
            throw new CommandFailed("to search, at least 100 simulated calls are needed, not " + calls);
        }
        try (Services services = session.surroundings().scratch()) {
            Path simulated = BenchmarkCommand.simulated(services, "simulated", calls, 0, session.progress());
            long start = System.nanoTime();
            services.importer().run(List.of(simulated), session.progress().part(.05, .5));
            return measure(services, seconds(start));
        }
    }

    private int measure(Services services, double importSeconds) {
        Progress progress = session.progress();
        List<CallSummary> summaries = services.calls().summaries();
        if (summaries.size() < 100) {
            throw new CommandFailed("to search, at least 100 calls are needed, and the workspace holds " + summaries.size());
        }
        int behind = services.find().behind();
        long start = System.nanoTime();
        services.find().catchUp(progress.part(.5, .7));
        double indexSeconds = seconds(start);
        start = System.nanoTime();
        services.queue().build(progress.part(.7, .8));
        double firstOrder = seconds(start);
        start = System.nanoTime();
        List<QueueItem> rows = services.queue().build(progress.part(.8, .9));
        double nextOrder = seconds(start);
        SearchSpeed speed = SearchSpeed.of(services.find(), sample(services, summaries), rows, progress.part(.9, 1));
        long turns = summaries.stream().mapToLong(CallSummary::turns).sum();
        double size = megabytes(services.folder().resolve("search"));
        double heap = BenchmarkCommand.megabytes(BenchmarkCommand.peakHeap());
        session.answer(
                document(speed, summaries.size(), turns, importSeconds, behind, indexSeconds, size, firstOrder, nextOrder, heap),
                lines(speed, summaries.size(), turns, importSeconds, behind, indexSeconds, size, firstOrder, nextOrder, heap));
        return Cli.DONE;
    }

    private static List<Call> sample(Services services, List<CallSummary> summaries) {
        int step = Math.max(1, summaries.size() / SAMPLE);
        List<Call> sample = new ArrayList<>();
        for (int i = 0; i < summaries.size(); i += step) {
            services.calls().find(summaries.get(i).id()).ifPresent(sample::add);
        }
        return sample;
    }

    private static Map<String, @Nullable Object> document(
            SearchSpeed speed, int calls, long turns, double imported, int indexed, double indexSeconds, double size, double firstOrder, double nextOrder,
            double heap) {
        double[] all = speed.all();
        return Json.object(
                "calls", calls, "turns", turns, "importSeconds", imported, "indexedCalls", indexed, "indexSeconds", indexSeconds, "indexMb", size,
                "queueFirstSeconds", firstOrder, "queueAgainSeconds", nextOrder, "searches", all.length,
                "medianMs", SearchSpeed.within(.5, all), "p95Ms", SearchSpeed.within(.95, all), "maxMs", SearchSpeed.within(1, all), "workedMs",
                speed.workedMillis(),
                "kinds", speed.millis().entrySet().stream()
                        .map(kind -> Json.object(
                                "kind", kind.getKey().name(), "medianMs", SearchSpeed.within(.5, kind.getValue()),
                                "p95Ms", SearchSpeed.within(.95, kind.getValue()), "maxMs", SearchSpeed.within(1, kind.getValue())))
                        .toList(),
                "peakHeapMb", heap, "cores", Runtime.getRuntime().availableProcessors());
    }

    private static List<String> lines(
            SearchSpeed speed, int calls, long turns, double imported, int indexed, double indexSeconds, double size, double firstOrder, double nextOrder,
            double heap) {
        List<String> lines = new ArrayList<>();
        lines.add(line("%,d calls with %,d turns%s", calls, turns, Double.isNaN(imported) ? "" : line(", imported in %.1f s", imported)));
        lines.add(line("index                %,d calls taken in within %.1f s; %.0f MB on disk", indexed, indexSeconds, size));
        lines.add(line("queue                ordered in %.1f s, and again in %.0f ms", firstOrder, 1000 * nextOrder));
        Table table = new Table().row("search", "median", "95 of 100 within", "slowest");
        speed.millis().forEach((kind, millis) -> table.row(words(kind), ms(.5, millis), ms(.95, millis), ms(1, millis)));
        double[] all = speed.all();
        table.row("all " + all.length, ms(.5, all), ms(.95, all), ms(1, all));
        lines.addAll(table.lines());
        lines.add(line("processor            %.1f ms a search on average; the rest is waiting for it or for the disk", speed.workedMillis()));
        lines.add(line("peak of the heap     %,.0f MB; %d cores", heap, Runtime.getRuntime().availableProcessors()));
        return lines;
    }

    private static String words(SearchSpeed.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String ms(double share, double[] sorted) {
        return line("%.1f ms", SearchSpeed.within(share, sorted));
    }

    private static double megabytes(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            long bytes = 0;
            for (Path file : files.toList()) {
                bytes += Files.size(file);
            }
            return BenchmarkCommand.megabytes(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("can't look into " + folder, e);
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
