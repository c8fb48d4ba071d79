package org.turnwise.cli;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import org.slf4j.LoggerFactory;
import org.turnwise.annotation.LabelSchemeReader;
import org.turnwise.annotation.Labeling;
import org.turnwise.dataset.DatasetExport;
import org.turnwise.exchange.BadBundle;
import org.turnwise.find.NotUnderstood;
import org.turnwise.scoring.CannotRefresh;
import org.turnwise.scoring.Training;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line and returns its exit code. */
public final class Cli {

    public static final int DONE = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    /** What a shell expects of a process that Ctrl+C ended. */
    public static final int CANCELLED = 130;

    private final Console console;
    private final RunProgress progress;
    private final CommandLine commands;

    public Cli(Surroundings surroundings, Console console) {
        this.console = console;
        this.progress = new RunProgress(console);
        Session session = new Session(surroundings, console, progress);
        this.commands = new CommandLine(session)
                .addSubcommand(new ImportCommand(session))
                .addSubcommand(new OutcomesCommand(session))
                .addSubcommand(new TrainCommand(session))
                .addSubcommand(new VersionsCommand(session))
                .addSubcommand(new PromoteCommand(session))
                .addSubcommand(new RollbackCommand(session))
                .addSubcommand(new ScoreCommand(session))
                .addSubcommand(new QueueCommand(session))
                .addSubcommand(new FindCommand(session))
                .addSubcommand(new ExportCommand(session))
                .addSubcommand(new BundleCommand(session))
                .addSubcommand(new MergeCommand(session))
                .addSubcommand(new AgreementCommand(session))
                .addSubcommand(new AnnotatorCommand(session))
                .addSubcommand(new AssignCommand(session))
                .addSubcommand(new SchemeCommand(session))
                .addSubcommand(new SimulateCommand(session))
                .addSubcommand(new EvaluateCommand(session))
                .addSubcommand(new CommandLine(new BenchmarkCommand(session))
                        .addSubcommand(new BenchmarkImportCommand(session))
                        .addSubcommand(new BenchmarkSearchCommand(session))
                        .addSubcommand(new BenchmarkDeskCommand(session)))
                .addSubcommand(new TourCommand(session));
        prepare(surroundings.version());
    }

    private void prepare(String version) {
        allSpecs(commands, version);
        commands.setOut(console.out());
        commands.setErr(console.err());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(false);
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        commands.setParameterExceptionHandler((wrong, args) -> usage(wrong));
        commands.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command.getCommandName()));
    }

    private static void allSpecs(CommandLine command, String version) {
        CommandSpec spec = command.getCommandSpec();
        spec.version("turnwise " + version);
        spec.mixinStandardHelpOptions(true);
        spec.usageMessage().abbreviateSynopsis(spec.parent() == null);
        command.getSubcommands().values().forEach(sub -> allSpecs(sub, version));
    }

    /** Runs on the caller's thread. */
    public int run(String... args) {
        int code = commands.execute(args);
        console.out().flush();
        console.err().flush();
        return code;
    }

    /** Asks the running command to stop at its next safe point; from any thread. */
    public void cancel() {
        progress.cancel();
    }

    private int usage(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        String hint = command.getParent() == null ? "turnwise --help" : "turnwise " + command.getCommandName() + " --help";
        String guess = wrong instanceof UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()
                ? "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?"
                : "";
        console.complain(wrong.getMessage() + guess + " (see: " + hint + ")");
        return USAGE;
    }

    private int failed(Exception failure, String command) {
        progress.clear();
        if (failure instanceof CancellationException || progress.cancelled()) {
            console.complain(command + " was cancelled; what was under way was left out");
            return CANCELLED;
        }
        if (failure instanceof CommandFailed || failure instanceof Training.TooFewOutcomes || failure instanceof Training.CannotHoldOut
                || failure instanceof CannotRefresh
                || failure instanceof DatasetExport.Mismatch || failure instanceof NotUnderstood || failure instanceof BadBundle
                || failure instanceof LabelSchemeReader.Refused || failure instanceof Labeling.NotAllowed) {
            log(failure, command);
            console.complain(message(failure));
            return FAILED;
        }
        log(failure, command);
        String what = failure instanceof UncheckedIOException ? message(failure) : command + " failed in a way nobody foresaw: " + failure;
        String log = System.getProperty("turnwise.log");
        console.complain(what + (log == null ? "" : " (details in " + log + ")"));
        return FAILED;
    }

    private static String message(Exception failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        Throwable cause = failure.getCause();
        return cause != null && cause.getMessage() != null
                && !message.contains(cause.getMessage()) ? message + ": " + cause.getClass().getSimpleName() + ", " + cause.getMessage() : message;
    }

    /** The logger is looked up late, once it is known which workspace's log it writes to. */
    private static void log(Exception failure, String command) {
        LoggerFactory.getLogger(Cli.class).error("{} failed", command, failure);
    }
}
