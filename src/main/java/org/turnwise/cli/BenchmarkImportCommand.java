package org.turnwise.cli;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.turnwise.intake.ImportReport;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.output.Format;
import org.turnwise.simulate.output.Simulation;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "import",
        description = {
            "Measure how fast transcripts come in, on simulated calls in the files of several tools, in a workspace that is gone afterwards.",
            "The files are the same every time, about 26 KB each. Their CRM's deals are matched, and calls recorded twice are looked for, "
                    + "after that and by themselves."
        })
final class BenchmarkImportCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "10000", description = "How many transcripts to simulate, at least 20 (default: 10000).")
    private int calls;

    BenchmarkImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (calls < 20) {
            throw new CommandFailed("to import, at least 20 simulated calls are needed, not " + calls);
        }
        try (Services services = session.surroundings().scratch()) {
            return measure(services);
        } catch (IOException e) {
            throw new UncheckedIOException("simulated calls can't be read back", e);
        }
    }

    private int measure(Services services) throws IOException {
        Progress progress = session.progress();
        Path folder = Files.createDirectories(services.folder().resolve("simulated"));
        Settings settings = new Settings(calls, 5, Mode.CALL, 182, 12, Settings.usualAccounts(calls), Knobs.NONE);
        Path written = new Simulation(settings, Format.MIXED).write(folder, progress.quiet()).files().getFirst();
        List<Path> transcripts;
        List<Path> tables;
        try (Stream<Path> inside = Files.list(written)) {
            List<Path> all = inside.sorted().toList();
            transcripts = all.stream().filter(path -> !isTable(path)).toList();
            tables = all.stream().filter(BenchmarkImportCommand::isTable).toList();
        }
        double megabytes = BenchmarkCommand.megabytes(sizeOf(written));
        Live live = new Live(progress.part(.05, .8));
        Took reading = new Took();
        ImportReport report = services.importer().run(transcripts, live);
        reading.stop();
        Took matching = new Took();
        tables.forEach(table -> services.outcomeImport().run(table, progress.part(.8, .9)));
        matching.stop();
        Took comparing = new Took();
        services.duplicates().find(progress.part(.9, 1));
        comparing.stop();
        int cores = Runtime.getRuntime().availableProcessors();
        double heap = BenchmarkCommand.megabytes(BenchmarkCommand.peakHeap());
        double rate = report.imported().size() / reading.seconds;
        double early = BenchmarkCommand.megabytes(live.early);
        double late = BenchmarkCommand.megabytes(live.late);
        session.answer(
                Json.object(
                        "calls", report.imported().size(), "failed", report.failed().size(), "megabytes", megabytes, "seconds", reading.seconds,
                        "callsPerSecond", rate,
                        "processorSeconds", reading.processor, "liveHeapEarlyMb", early, "liveHeapLateMb", late, "peakHeapMb", heap,
                        "matchSeconds", matching.seconds, "compareSeconds", comparing.seconds, "cores", cores),
                List.of(
                        line("%,d transcripts, %,.0f MB             in %.1f s, %,.0f a second; %.1f s of processor time, %.1f ms a call",
                                report.imported().size(), megabytes, reading.seconds, rate, reading.processor, 1000 * reading.processor / calls),
                        line("kept in memory                      at most %.0f MB in the first third, %.0f MB in the last; peak of the heap %.0f MB", early,
                                late, heap),
                        line("their CRM's deals, matched          %.1f s", matching.seconds),
                        line("looked for calls recorded twice     %.1f s; %d cores", comparing.seconds, cores)));
        return Cli.DONE;
    }

    private static boolean isTable(Path path) {
        return path.toString().endsWith(".csv");
    }

    private static long sizeOf(Path folder) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                bytes[0] += attributes.size();
                return FileVisitResult.CONTINUE;
            }
        });
        return bytes[0];
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    /** Time by the clock and by all processors together, in seconds. */
    private static final class Took {
        private final long began = System.nanoTime();
        private final long worked = worked();
        private double seconds;
        private double processor;

        void stop() {
            seconds = (System.nanoTime() - began) / 1e9;
            processor = (worked() - worked) / 1e9;
        }

        private static long worked() {
            return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        }
    }

    /** What the last collection left, in bytes, at most, in the first and in the last third of an import. */
    private static final class Live implements Progress {
        private final Progress shown;
        private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
        private long early;
        private long late;

        Live(Progress shown) {
            this.shown = shown;
        }

        @Override
        public void report(double done, String what) {
            shown.report(done, what);
            if (done < 1 / 3.0) {
                early = Math.max(early, left());
            } else if (done > 2 / 3.0) {
                late = Math.max(late, left());
            }
        }

        @Override
        public boolean cancelled() {
            return shown.cancelled();
        }

        private long left() {
            return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                    .map(GarbageCollectorMXBean::getLastGcInfo)
                    .filter(info -> info != null)
                    .max((one, other) -> Long.compare(one.getEndTime(), other.getEndTime()))
                    .map(GcInfo::getMemoryUsageAfterGc)
                    .map(pools -> pools.entrySet().stream().filter(pool -> heap.contains(pool.getKey())).mapToLong(pool -> pool.getValue().getUsed()).sum())
                    .orElse(0L);
        }
    }
}
