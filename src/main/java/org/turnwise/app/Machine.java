package org.turnwise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.turnwise.call.CallId;
import org.turnwise.cli.Cli;
import org.turnwise.cli.CommandFailed;
import org.turnwise.cli.Console;
import org.turnwise.cli.DeskFigures;
import org.turnwise.cli.Services;
import org.turnwise.cli.Surroundings;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import org.turnwise.ui.common.Texts;

/** What commands find on this machine: its workspaces, its window or the lack of one. */
final class Machine implements Surroundings {

    /** Names the log file; logback.xml reads it when the first logger is made, so it is set before a workspace is opened. */
    private static final String LOG = "turnwise.log";

    private final Console console;
    private final Map<String, String> environment;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    Machine(Console console, Map<String, String> environment) {
        this.console = console;
        this.environment = environment;
    }

    /** Asks the window to close, if there is one, as its person would. Any thread. */
    void stop() {
        stopped.complete(null);
    }

    @Override
    public Path defaultWorkspace() {
        String named = environment.getOrDefault("TURNWISE_HOME", "");
        return named.isBlank() ? Path.of(System.getProperty("user.home"), ".turnwise", "workspace") : Path.of(named);
    }

    @Override
    public Services open(Path folder) {
        Composition composition = composed(folder);
        return composition.forCommands(composition::close);
    }

    @Override
    public Services scratch() {
        Path folder;
        try {
            folder = Files.createTempDirectory("turnwise-");
        } catch (IOException e) {
            throw new CommandFailed("can't make a temporary folder: " + e, e);
        }
        Composition composition = composed(folder);
        return composition.forCommands(() -> {
            composition.close();
            delete(folder);
        });
    }

    private static Composition composed(Path folder) {
        System.setProperty(LOG, folder.resolve("log").resolve("turnwise.log").toString());
        try {
            return Composition.open(folder, Clock.systemUTC());
        } catch (Workspace.CannotOpen e) {
            throw new CommandFailed(String.valueOf(e.getMessage()), e);
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

    @Override
    public int openWindow(Path folder) {
        if (hasDisplay()) {
            boolean toLookAround = folder.equals(defaultWorkspace().toAbsolutePath().normalize()) && !Files.exists(folder.resolve("turnwise.mv.db"));
            Window.open(composed(folder), toLookAround ? SampleCalls.folder() : Optional.empty(), stopped);
            return Cli.DONE;
        }
        console.complain("there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set), so the tour runs instead: turnwise tour");
        Cli tour = new Cli(this, console);
        stopped.thenRun(tour::cancel);
        return tour.run("tour");
    }

    /** Only Linux has machines without; elsewhere a window can always be asked for. */
    private boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    @Override
    public List<Path> tour(Path out, Theme theme, Progress progress) {
        return Tour.run(out, theme, progress, SampleCalls.folder().orElseThrow(() -> new CommandFailed(Texts.text("samples.none"))));
    }

    @Override
    public DeskFigures desk(Path folder, CallId call, Progress progress) {
        return DeskBenchmark.run(folder, call, progress);
    }

    @Override
    public String version() {
        return Version.current();
    }
}
