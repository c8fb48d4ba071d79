package org.turnwise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.intake.ConversationFile;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.scoring.Scorer;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.Speed;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.output.Format;
import org.turnwise.simulate.output.Simulation;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "benchmark",
        description = {
            "Measure how fast this machine trains and forecasts, in a workspace that is gone afterwards.",
            "It trains on the calls of a corpus, or on simulated ones that are the same every time; turns are those of other simulated calls.",
            "Times of turns are on one thread; training takes all cores."
        })
final class BenchmarkCommand implements Callable<Integer> {

    /** Calls to forecast. Their seed is another than that of those to train on, so their words are new. */
    private static final int FORECAST = Speed.WARM_UP + 240;

    private static final long TRAINED_ON = 0;
    private static final long FORECAST_ON = 1;

    private final Session session;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "820", description = "How many calls to train on, at least 100 (default: 820).")
    private int calls;

    @Parameters(arity = "0..1", paramLabel = "CORPUS", description = "Conversation JSONL to train on instead, .jsonl or .jsonl.gz.")
    private @Nullable Path corpus;

    BenchmarkCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (calls < 100) {
            throw new CommandFailed("to train, at least 100 simulated calls are needed, not " + calls);
        }
        try (Services services = session.surroundings().scratch(); SentenceEncoder encoder = new SentenceEncoder()) {
            return measure(services, encoder);
        } catch (IOException | Unreadable e) {
            throw new CommandFailed("simulated calls can't be read back: " + e.getMessage(), e);
        }
    }

    private int measure(Services services, SentenceEncoder encoder) throws IOException, Unreadable {
        Progress progress = session.progress();
        Path training = corpus != null ? corpus : simulated(services, "training", calls, TRAINED_ON, progress);
        ImportReport report = services.importer().run(List.of(training), progress.part(.05, .1));
        if (report.imported().isEmpty() && !report.failed().isEmpty()) {
            throw new CommandFailed(report.failed().getFirst().file() + ": " + report.failed().getFirst().reason());
        }
        ScorerVersion first = services.training().train(0, progress.part(.1, .5));
        ScorerVersion again = services.training().train(0, progress.part(.5, .75));
        ScorerVersion refreshed = services.training().refresh(0, progress.part(.75, .8));
        List<Call> unseen = ConversationFile.read(simulated(services, "unseen", FORECAST, FORECAST_ON, progress), progress.quiet()).stream()
                .map(ImportedCall::call)
                .toList();
        Speed speed = Speed.of(Scorer.read(services.versions().model(again.number())), unseen, encoder, progress.part(.8, 1));
        double heap = megabytes(peakHeap());
        Double process = peakProcess();
        session.answer(
                Json.object(
                        "calls", first.calls(), "trainSeconds", first.seconds(), "trainKnownTextsSeconds", again.seconds(),
                        "refreshSeconds", refreshed.seconds(), "turns", speed.turns(),
                        "turnMedianMs", speed.medianMs(), "turnP99Ms", speed.p99Ms(), "turnsPerSecond", speed.newPerSecond(),
                        "knownTurnsPerSecond", speed.knownPerSecond(), "peakHeapMb", heap, "peakProcessMb", process, "cores",
                        Runtime.getRuntime().availableProcessors()),
                List.of(
                        line("train on %,d calls, measured on held-out ones   %.1f s (%.1f s once their texts are encoded)",
                                first.calls(), first.seconds(), again.seconds()),
                        line("refresh: heads grown anew over kept members      %.1f s", refreshed.seconds()),
                        line("one added turn, text encoded                    median %.2f ms, 99 of 100 below %.2f ms (%,d turns)",
                                speed.medianMs(), speed.p99Ms(), speed.turns()),
                        line("whole calls, new texts encoded                  %,.0f turns a second on one thread", speed.newPerSecond()),
                        line("whole calls, texts known                        %,.0f turns a second on one thread", speed.knownPerSecond()),
                        line("peak of the heap                                %,.0f MB%s; %d cores",
                                heap, process == null ? "" : String.format(Locale.ROOT, ", of the process %,.0f MB", process),
                                Runtime.getRuntime().availableProcessors())));
        return Cli.DONE;
    }

    static Path simulated(Services services, String name, int count, long seed, Progress progress) {
        try {
            Path folder = Files.createDirectories(services.folder().resolve(name));
            Settings settings = new Settings(count, seed, Mode.SHORT, 182, 12, Settings.usualAccounts(count), Knobs.NONE);
            return folder.resolve(new Simulation(settings, Format.JSONL).write(folder, progress.quiet()).files().getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("can't write simulated calls", e);
        }
    }

    /** The sum of the pools' peaks; they need not have been at once, so it errs upwards, to the most that the heap may be. */
    static long peakHeap() {
        long peaks = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        return Math.min(peaks, Runtime.getRuntime().maxMemory());
    }

    /** Most memory the process ever had, in MB; null where the system doesn't tell (it does on Linux). */
    static @Nullable Double peakProcess() {
        try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
            return status.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
                    .orElse(null);
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    static double megabytes(long bytes) {
        return bytes / 1048576.0;
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
