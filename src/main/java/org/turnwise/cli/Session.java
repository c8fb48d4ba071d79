package org.turnwise.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.turnwise.task.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

/** The options that every command takes, and what follows from them: which workspace, and how answers are printed. Without a command it opens the window. */
@Command(
        name = "turnwise",
        description = {"The desktop workbench in which a sales team's calls teach a model what wins, turn by turn.", "Without a command it opens the window."},
        mixinStandardHelpOptions = true)
final class Session implements Callable<Integer> {

    /** What a command does in an open workspace. */
    @FunctionalInterface
    interface Work {
        int in(Services services);
    }

    private final Surroundings surroundings;
    private final Console console;
    private final RunProgress progress;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the workspace (default: $TURNWISE_HOME, else ~/.turnwise/workspace).")
    private @Nullable Path workspace;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print one JSON document on standard output, and nothing else there.")
    private boolean json;

    Session(Surroundings surroundings, Console console, RunProgress progress) {
        this.surroundings = surroundings;
        this.console = console;
        this.progress = progress;
    }

    @Override
    public Integer call() {
        if (json) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), "--json goes with a command, for example: turnwise queue --json");
        }
        return surroundings.openWindow(folder());
    }

    Path folder() {
        Path folder = workspace == null ? surroundings.defaultWorkspace() : workspace;
        return folder.toAbsolutePath().normalize();
    }

    /** For commands that bring something in: the workspace is made if there is none. */
    int inWorkspace(Work work) {
        try (Services services = surroundings.open(folder())) {
            return work.in(services);
        }
    }

    /** For commands that use what is there; a mistyped folder is not turned into an empty workspace. */
    int inExistingWorkspace(Work work) {
        if (!exists()) {
            throw new CommandFailed("there is no workspace in " + folder() + "; name another with -w, or make one with: turnwise import PATH");
        }
        return inWorkspace(work);
    }

    /** For commands that store nothing: without a workspace they work on an empty one and leave no trace. */
    int inWorkspaceOrNone(Work work) {
        if (exists()) {
            return inWorkspace(work);
        }
        try (Services services = surroundings.scratch()) {
            return work.in(services);
        }
    }

    private boolean exists() {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> String.valueOf(file.getFileName()).endsWith(".db"));
        } catch (IOException e) {
            throw new UncheckedIOException("can't look into " + folder, e);
        }
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Progress progress() {
        return progress;
    }

    boolean json() {
        return json;
    }

    /** Prints the command's result: the document with {@code --json}, the lines without. */
    void answer(Object document, List<String> lines) {
        progress.clear();
        if (json) {
            console.out().println(Json.text(document));
        } else {
            lines.forEach(console.out()::println);
        }
        console.out().flush();
    }

    /** A line beside the result, on standard error. */
    void complain(String message) {
        progress.clear();
        console.complain(message);
    }
}
