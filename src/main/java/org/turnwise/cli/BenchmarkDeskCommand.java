package org.turnwise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "desk",
        description = {
            "Measure how quick the real window is, headless: how soon it can be used, how long its queue takes to order, a long call to open, "
                    + "a labeling key to show.",
            "On simulated calls, or on a copy of the workspace; both are gone afterwards."
        })
final class BenchmarkDeskCommand implements Callable<Integer> {

    private static final CallId LONG = new CallId("benchmark-long-call");
    private static final int LONG_TURNS = 5_000;
    private static final String WORKSPACE = "workspace";

    private final Session session;

    @Option(names = "--calls", paramLabel = "N", defaultValue = "100000", description = "How many calls to simulate, at least 100 (default: 100000).")
    private int calls;

    @Option(names = "--here", description = "Measure on a copy of the workspace instead.")
    private boolean here;

    BenchmarkDeskCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!here && calls < 100) {
            throw new CommandFailed("to fill a queue, at least 100 simulated calls are needed, not " + calls);
        }
        Path folder = temporary();
        try {
            int count = here ? copied(folder) : simulated(folder);
            DeskFigures figures = session.surroundings().desk(folder.resolve(WORKSPACE), LONG, session.progress().part(.5, 1));
            answer(count, figures);
            return Cli.DONE;
        } finally {
            delete(folder);
        }
    }

    private int simulated(Path folder) {
        try (Services services = session.surroundings().open(folder.resolve(WORKSPACE))) {
            Path simulated = BenchmarkCommand.simulated(services, "simulated", calls, 0, session.progress());
            services.importer().run(List.of(simulated), session.progress().part(.05, .5));
            return withLongCall(services);
        }
    }

    /** Opened first, so that nobody writes to it meanwhile. */
    private int copied(Path folder) {
        return session.inExistingWorkspace(services -> services.calls().count()) + copy(folder);
    }

    private int copy(Path folder) {
        Path workspace = folder.resolve(WORKSPACE);
        try (Stream<Path> files = Files.list(session.folder())) {
            Files.createDirectories(workspace);
            for (Path file : files.filter(each -> String.valueOf(each.getFileName()).endsWith(".mv.db")).toList()) {
                Files.copy(file, workspace.resolve(String.valueOf(file.getFileName())));
            }
        } catch (IOException e) {
            throw new CommandFailed("the workspace can't be copied to " + workspace + ": " + e.getMessage(), e);
        }
        try (Services services = session.surroundings().open(workspace)) {
            int before = services.calls().count();
            return withLongCall(services) - before;
        }
    }

    private static int withLongCall(Services services) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < LONG_TURNS; i++) {
            String said = (i % 2 == 0 ? "What would the rollout to site " : "It would take us about as long as site ") + i
                    + " have to look like, and who decides on it?";
            turns.add(new Turn(i, i % 2 == 0 ? "rep" : "customer", said, null, null));
        }
        List<Participant> both = List.of(new Participant("rep", "Rosa Long", Side.REP), new Participant("customer", "Carl Long", Side.CUSTOMER));
        services.calls().add(
                new Call(LONG, "A very long call", new Source("benchmark", "benchmark", null), TimingClass.NONE, null, "benchmark", both, turns), () -> {});
        return services.calls().count();
    }

    private void answer(int count, DeskFigures figures) {
        Double process = BenchmarkCommand.peakProcess();
        double heap = BenchmarkCommand.megabytes(BenchmarkCommand.peakHeap());
        session.answer(
                Json.object(
                        "calls", count, "usableMs", figures.usable(), "usableCpuMs", figures.usableWorked(), "queueFirstMs", figures.ordered(),
                        "queueFirstCpuMs", figures.orderedWorked(), "queueAgainMs", figures.again(), "queueAgainCpuMs", figures.againWorked(),
                        "filterMs", figures.filtered(), "longCallTurns", LONG_TURNS, "longCallMedianMs", within(.5, figures.opened()),
                        "longCallMaxMs", within(1, figures.opened()), "keys", figures.keys().length, "keyMedianMs", within(.5, figures.keys()),
                        "keyP99Ms", within(.99, figures.keys()), "paintMedianMs", within(.5, figures.painted()), "paintP99Ms", within(.99, figures.painted()),
                        "keysWhileTraining", figures.meanwhile().length,
                        "paintWhileTrainingMedianMs", figures.meanwhile().length == 0 ? null : within(.5, figures.meanwhile()),
                        "paintWhileTrainingP99Ms", figures.meanwhile().length == 0 ? null : within(.99, figures.meanwhile()),
                        "drawMedianMs", within(.5, figures.drawn()), "peakHeapMb", heap, "peakProcessMb", process,
                        "cores", Runtime.getRuntime().availableProcessors(), "startCache", hasStartCache()),
                lines(count, figures, heap, process));
    }

    /** Whether Java was given what an earlier start of the window taught it; see the start script. */
    private static boolean hasStartCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    private static List<String> lines(int count, DeskFigures figures, double heap, @Nullable Double process) {
        return List.of(
                line("%,d calls, the window on the headless platform, drawn in software", count),
                line("window usable                    after %,.0f ms (processor %,.0f ms)", figures.usable(), figures.usableWorked()),
                line("queue ordered                    after %,.0f ms (processor %,.0f ms), in the background", figures.ordered(), figures.orderedWorked()),
                line("queue ordered again              in %,.0f ms (processor %,.0f ms)", figures.again(), figures.againWorked()),
                line("queue filtered                   in %,.0f ms", figures.filtered()),
                line("call of %,d turns opened      in %,.0f ms at most, of %d times", LONG_TURNS, within(1, figures.opened()), figures.opened().length),
                line("labeling key, saved and laid out median %.1f ms, 99 of 100 within %.1f ms (%d keys, a tenth of a second apart)",
                        within(.5, figures.keys()), within(.99, figures.keys()), figures.keys().length),
                line("labeling key, saved and painted  median %.1f ms, 99 of 100 within %.1f ms", within(.5, figures.painted()),
                        within(.99, figures.painted())),
                figures.meanwhile().length == 0 ? "while a scorer is trained        not measured, as there is too little to train one on" : line(
                        "while a scorer is trained        median %.1f ms, 99 of 100 within %.1f ms (%d keys)",
                        within(.5, figures.meanwhile()), within(.99, figures.meanwhile()), figures.meanwhile().length),
                line("drawing the whole window         median %.1f ms; a key's label needs a small part of it", within(.5, figures.drawn())),
                line("peak of the heap                 %,.0f MB%s; %d cores", heap, process == null ? "" : line(", of the process %,.0f MB", process),
                        Runtime.getRuntime().availableProcessors()),
                hasStartCache()
                        ? "started as the window is from its second start on, with what Java learned in the first"
                        : "started as the window is the first time after a build; what Java learns in that start makes the next ones faster");
    }

    /** @param sorted at least one */
    private static double within(double share, double[] sorted) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("turnwise-desk-");
        } catch (IOException e) {
            throw new CommandFailed("can't make a temporary folder: " + e, e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete the temporary folder " + folder, e);
        }
    }

    private static String line(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
