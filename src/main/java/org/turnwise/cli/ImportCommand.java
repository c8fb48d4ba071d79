package org.turnwise.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Turn;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import org.turnwise.intake.Importer;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.intake.duplicates.ProbableDuplicate;
import org.turnwise.intake.reading.ImportedCall;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Bring in transcripts (WebVTT, SRT, SBV, docx, text, CSV with a turn a row, conversation JSONL, each also as .gz or in a ZIP), single "
                + "files or folders. A call that is here already is left as it is.")
final class ImportCommand implements Callable<Integer> {

    private static final int MOST_LINES = 50;

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(names = "--dry-run", description = "Read everything and store nothing; --json shows what each file would become.")
    private boolean dryRun;

    @Option(names = "--reps", paramLabel = "FILE", description = "Names of people who sell, one a line; they are remembered in the workspace.")
    private @Nullable Path reps;

    @Option(names = "--resume", description = "Go on with the imports that were cut off: the files that are left, and none twice.")
    private boolean resume;

    @Option(
            names = "--map",
            paramLabel = "PART=FIELD",
            description = "What a field of a JSON or CSV file of no known tool says, as in text=utterance; parts are rows, text, speaker, start, end, "
                    + "duration, call, side, order and scale (seconds, milliseconds, ticks); the rest is guessed from the first file. "
                    + "May be given several times.")
    private Map<String, String> fields = Map.of();

    @Option(names = "--profile", paramLabel = "NAME", description = "Keep --map under this name; files with these fields are then read so.")
    private @Nullable String profile;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (dryRun && reps != null) {
            throw wrong("--reps stores names and --dry-run stores nothing; use one of them");
        }
        if (resume == !paths.isEmpty() || resume && dryRun) {
            throw wrong(resume ? "--resume takes up what was begun, and goes with no paths and no --dry-run"
                    : "name files or folders to import, or use --resume");
        }
        if (fields.isEmpty() != (profile == null) || dryRun && profile != null) {
            throw wrong("--map and --profile go together, and keep what --dry-run does not");
        }
        return resume ? session.inExistingWorkspace(this::takeUp) : dryRun ? session.inWorkspaceOrNone(this::tryOut) : session.inWorkspace(this::bringIn);
    }

    private int bringIn(Services services) {
        if (reps != null) {
            remember(reps, services.calls());
        }
        if (profile != null) {
            services.mappings().keep(FieldOptions.mapping(paths.getFirst(), fields, profile));
        }
        return tell(services, services.importer().run(paths, session.progress()));
    }

    private int takeUp(Services services) {
        List<ImportRuns.Unfinished> unfinished = services.importer().unfinished();
        if (unfinished.isEmpty()) {
            session.answer(Json.object("imported", 0, "duplicates", 0, "failed", List.of()), List.of("No import was cut off; there is nothing to take up."));
            return Cli.DONE;
        }
        List<ImportReport> reports = new ArrayList<>();
        for (ImportRuns.Unfinished left : unfinished.reversed()) {
            reports.add(services.importer().resume(left, session.progress()));
        }
        return tell(services, ImportReport.of(reports));
    }

    private int tell(Services services, ImportReport report) {
        List<ProbableDuplicate> twice = report.imported().isEmpty()
                ? List.of()
                : services.duplicates().find(session.progress()).stream().filter(ProbableDuplicate::open).toList();
        List<ImportReport.Arrived> waiting =
                report.imported().stream().filter(ImportReport.Arrived::needsSides).toList();
        List<String> lines = new ArrayList<>();
        lines.add(summary("Imported", report.imported().size(), report.duplicates().size(), report.failed().size()));
        if (!waiting.isEmpty()) {
            lines.add("Of " + waiting.size() + (waiting.size() == 1 ? " call" : " calls")
                    + " it is not known yet who sells; the window asks, or name them with --reps.");
        }
        if (report.outcomes() > 0) {
            lines.add("Recorded " + report.outcomes() + " outcomes from tables beside the calls.");
        }
        if (!report.skipped().isEmpty()) {
            lines.add(asideLine(report.skipped()));
        }
        report.skipped().stream().filter(file -> file.reason().contains(TableReading.CAREFUL)).forEach(file -> lines.add(file.file() + " is " + file.reason()));
        if (!twice.isEmpty()) {
            lines.add(twice.size() + (twice.size() == 1 ? " pair of calls is" : " pairs of calls are")
                    + " probably one call from two tools; the window shows them side by side, --json lists them.");
        }
        if (!session.json()) {
            warn(report.imported());
            complain(report.failed());
        }
        session.answer(
                Json.object(
                        "imported", report.imported().size(),
                        "duplicates", report.duplicates().size(),
                        "failed", failures(report.failed()),
                        "alreadyHere", alreadyHere(report.duplicates()),
                        "skipped", aside(report.skipped()),
                        "outcomesFromTables", report.outcomes(),
                        "warnings", report.imported().stream()
                                .flatMap(arrived -> arrived.warnings().stream()
                                        .map(text -> Json.object("file", arrived.file(), "call", arrived.call().value(), "text", text)))
                                .toList(),
                        "probableDuplicates", twice.stream().map(ImportCommand::pairObject).toList(),
                        "needSides", waiting.stream().map(arrived -> arrived.call().value()).toList()),
                lines);
        return verdict(report.imported().size() + report.duplicates().size(), report.failed().size());
    }

    private int tryOut(Services services) {
        Importer.DryRun report = services.importer().dryRun(paths, session.progress());
        if (!session.json()) {
            complain(report.failed());
        }
        List<String> lines = new ArrayList<>();
        Table table = new Table();
        for (Importer.Previewed previewed : report.calls()) {
            Call call = previewed.call().call();
            table.row(call.id(), call.source().format(), call.timing(), call.turns().size() + " turns", call.sidesSettled() ? "" : "who sells is not known",
                    previewed.file());
        }
        lines.addAll(table.lines());
        if (!report.skipped().isEmpty()) {
            lines.add(asideLine(report.skipped()));
        }
        lines.add(summary("Would import", report.calls().size(), report.duplicates().size(), report.failed().size()) + " Nothing was stored.");
        session.answer(
                Json.object(
                        "imported", report.calls().size(),
                        "duplicates", report.duplicates().size(),
                        "failed", failures(report.failed()),
                        "alreadyHere", alreadyHere(report.duplicates()),
                        "skipped", aside(report.skipped()),
                        "calls", report.calls().stream().map(previewed -> callObject(previewed.call())).toList()),
                lines);
        return verdict(report.calls().size() + report.duplicates().size(), report.failed().size());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private static Map<String, @Nullable Object> pairObject(ProbableDuplicate pair) {
        return Json.object(
                "better", pair.better().value(), "other", pair.other().value(), "likeness", Math.round(pair.likeness() * 1000) / 1000.0, "apartMs",
                pair.apartMs());
    }

    /** Done if anything was understood: one bad file in a folder is a line of the report, not a failure of the whole. */
    private int verdict(int understood, int failed) {
        if (understood > 0) {
            return Cli.DONE;
        }
        session.complain(failed > 0 ? "nothing could be imported; " + failed + " failed" : "there is nothing to import in " + paths);
        return Cli.FAILED;
    }

    private void warn(List<ImportReport.Arrived> imported) {
        Map<String, Long> callsOf = imported.stream().collect(Collectors.groupingBy(ImportReport.Arrived::file, Collectors.counting()));
        List<String> lines = imported.stream()
                .flatMap(arrived -> arrived.warnings().stream()
                        .map(text -> arrived.file() + (callsOf.getOrDefault(arrived.file(), 1L) > 1 ? ", call " + arrived.call() : "") + ": " + text))
                .toList();
        lines.subList(0, Math.min(MOST_LINES, lines.size())).forEach(session::complain);
        if (lines.size() > MOST_LINES) {
            session.complain("and " + (lines.size() - MOST_LINES) + " more remarks; --json lists all");
        }
    }

    private void complain(List<ImportReport.Failed> failed) {
        for (ImportReport.Failed failure : failed.subList(0, Math.min(MOST_LINES, failed.size()))) {
            session.complain(failure.file() + (failure.line() > 0 ? ":" + failure.line() : "") + ": " + failure.reason());
        }
        if (failed.size() > MOST_LINES) {
            session.complain("and " + (failed.size() - MOST_LINES) + " more; --json lists all");
        }
    }

    private static String summary(String verb, int imported, int duplicates, int failed) {
        return verb + " " + imported + (imported == 1 ? " call; " : " calls; ") + duplicates + (duplicates == 1 ? " was" : " were") + " here already; "
                + failed + " failed.";
    }

    private static List<Map<String, @Nullable Object>> failures(List<ImportReport.Failed> failed) {
        return failed.stream()
                .map(failure -> Json.object("file", failure.file(), "line", failure.line(), "reason", failure.reason()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> alreadyHere(List<ImportReport.Duplicate> duplicates) {
        return duplicates.stream()
                .map(same -> Json.object("file", same.file(), "line", same.line(), "call", same.call().value()))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> aside(List<ImportReport.Skipped> skipped) {
        return skipped.stream().map(file -> Json.object("file", file.file(), "reason", file.reason())).toList();
    }

    private static String asideLine(List<ImportReport.Skipped> skipped) {
        return skipped.size() == 1 ? "1 other file holds no call; --json says what it is." : skipped.size() + " other files hold no call; --json says what they are.";
    }

    private static Map<String, @Nullable Object> callObject(ImportedCall read) {
        Call call = read.call();
        return Json.object(
                "id", call.id().value(),
                "title", call.title(),
                "source", call.source().name(),
                "format", call.source().format(),
                "timing", call.timing().name(),
                "group", call.group(),
                "sidesSettled", call.sidesSettled(),
                "warnings", read.warnings(),
                "turns", call.turns().stream().map(turn -> turnObject(call, turn)).toList());
    }

    private static Map<String, @Nullable Object> turnObject(Call call, Turn turn) {
        return Json.object(
                "ordinal", turn.ordinal(),
                "side", call.sideOf(turn).name(),
                "speaker", call.speakerOf(turn).name(),
                "text", turn.text(),
                "startMs", turn.startMs(),
                "endMs", turn.endMs());
    }

    private static void remember(Path file, CallRepository calls) {
        List<String> names;
        try {
            names = Files.readAllLines(file);
        } catch (IOException e) {
            throw new CommandFailed("can't read the names in " + file + ": " + e, e);
        }
        names.stream().map(String::strip).filter(name -> !name.isEmpty()).forEach(name -> calls.addToRoster(name, "file " + file.getFileName()));
    }
}
