package org.turnwise.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Turn;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.Importer;
import org.turnwise.scoring.CallForecast;
import org.turnwise.scoring.Forecast;
import org.turnwise.scoring.explanation.Why;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "score", description = "Forecast a call turn by turn: one of the workspace by its id, or a transcript, which is read and not stored.")
final class ScoreCommand implements Callable<Integer> {

    private static final int TEXT_SHOWN = 60;

    private final Session session;

    @Parameters(index = "0", paramLabel = "CALL_ID|FILE", description = "A call's id, or else a file with one call.")
    private String what = "";

    @Option(names = "--rep", paramLabel = "NAME", description = "Who sells, where the file doesn't tell; everybody else counts as the customer.")
    private @Nullable String rep;

    @Option(names = "--why", description = "Say in a sentence what the last forecast goes with; with --json, every share in it too.")
    private boolean why;

    ScoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inExistingWorkspace(this::score);
    }

    private int score(Services services) {
        if (services.versions().active().isEmpty()) {
            throw new CommandFailed("no scorer is active in this workspace yet; train one with: turnwise train");
        }
        Call call = settled(inWorkspace(services).orElseGet(() -> inFile(services)));
        CallForecast forecast = services.forecasts()
                .of(call)
                .orElseThrow(() -> new CommandFailed("call " + call.id() + " can't be forecast until it is known who sells; say who with --rep NAME. It names "
                        + String.join(", ", call.participants().stream().map(p -> '"' + p.name() + '"').toList())));
        Map<String, @Nullable Object> document = Json.object(
                "callId", call.id().value(),
                "version", forecast.version(),
                "prior", forecast.prior(),
                "turns", forecast.turns().stream().map(ScoreCommand::turnObject).toList());
        List<String> lines = lines(call, forecast);
        if (why) {
            services.forecasts().explain(call, call.turns().size() - 1).ifPresent(explanation -> {
                document.put("why", ExplanationJson.of(explanation));
                lines.add("");
                lines.add(new Why(explanation).sentence());
            });
        }
        session.answer(document, lines);
        return Cli.DONE;
    }

    private Optional<Call> inWorkspace(Services services) {
        if (what.isBlank() || what.length() > CallId.MAX_LENGTH || what.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        return services.calls().find(new CallId(what));
    }

    private Call inFile(Services services) {
        Path file = file();
        Importer.DryRun read = services.importer().dryRun(List.of(file), session.progress());
        if (!read.failed().isEmpty()) {
            ImportReport.Failed failed = read.failed().getFirst();
            throw new CommandFailed(failed.file() + (failed.line() > 0 ? ":" + failed.line() : "") + ": " + failed.reason());
        }
        if (read.calls().isEmpty() && read.duplicates().size() == 1) {
            CallId known = read.duplicates().getFirst().call();
            return services.calls().find(known).orElseThrow(() -> new CommandFailed("call " + known + " is not here any more"));
        }
        if (read.calls().size() != 1 || !read.duplicates().isEmpty()) {
            throw new CommandFailed(file + " holds " + (read.calls().size() + read.duplicates().size())
                    + " calls, and score takes one; import it, and score a call by its id");
        }
        return read.calls().getFirst().call().call();
    }

    private Path file() {
        try {
            Path file = Path.of(what);
            if (Files.isRegularFile(file)) {
                return file;
            }
        } catch (InvalidPathException e) {
            throw new CommandFailed("there is no call \"" + what + "\" in this workspace, and no file can have that name", e);
        }
        throw new CommandFailed("there is no call \"" + what + "\" in this workspace, and no file of that name");
    }

    private Call settled(Call call) {
        if (rep == null) {
            return call;
        }
        Map<String, Side> sides = new HashMap<>();
        for (Participant participant : call.participants()) {
            boolean sells = participant.key().equalsIgnoreCase(rep) || participant.name().equalsIgnoreCase(rep);
            sides.put(participant.key(), sells ? Side.REP : Side.CUSTOMER);
        }
        if (!sides.containsValue(Side.REP)) {
            throw new CommandFailed("nobody in call " + call.id() + " is called \"" + rep + "\"; it names "
                    + String.join(", ", call.participants().stream().map(p -> '"' + p.name() + '"').toList()));
        }
        return call.withSides(sides);
    }

    private static Map<String, @Nullable Object> turnObject(Forecast forecast) {
        return Json.object(
                "ordinal", forecast.ordinal(),
                "probability", forecast.probability(),
                "low", forecast.low(),
                "high", forecast.high(),
                "confidence", forecast.confidence(),
                "novelty", forecast.novelty(),
                "value", forecast.value(),
                "advantage", forecast.advantage());
    }

    private static List<String> lines(Call call, CallForecast forecast) {
        List<String> lines = new ArrayList<>();
        lines.add("Call " + call.id() + ", scorer version " + forecast.version() + ". Of the calls it was trained on, "
                + Figures.percent(forecast.prior()) + " converted.");
        lines.add("");
        Table table = new Table().row("turn", "side", "chance", "band", "confidence", "novelty", "value", "advantage", "text");
        for (Forecast f : forecast.turns()) {
            Turn turn = call.turns().get(f.ordinal());
            table.row(
                    f.ordinal(),
                    call.sideOf(turn).name().toLowerCase(Locale.ROOT),
                    Figures.percent(f.probability()),
                    Figures.percent(f.low()) + " – " + Figures.percent(f.high()),
                    two(f.confidence()),
                    two(f.novelty()),
                    signed(f.value()),
                    signed(f.advantage()),
                    shortened(turn.text()));
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String two(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static String signed(double figure) {
        return String.format(Locale.ROOT, "%+.2f", figure);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= TEXT_SHOWN ? line : line.substring(0, line.offsetByCodePoints(0, TEXT_SHOWN - 1)) + "…";
    }
}
