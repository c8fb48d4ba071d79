package org.turnwise.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.output.Format;
import org.turnwise.simulate.output.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description = {
            "Write simulated sales calls, and the whole truth behind them beside them (truth.jsonl).",
            "Calls are one file of conversation JSONL (calls.jsonl), or the folder calls/ with a file a call, who sells (reps.txt) "
                    + "and what the CRM says (crm.csv, outcomes.csv).",
            "Knobs tamper with them on purpose: outcome-noise, intent-noise, drift, near-duplicates, anomalies, label-noise, transcription-errors "
                    + "and interruptions take a share from 0 to 1, annotators a number, surrogate one of length, phrase and rep."
        })
final class SimulateCommand implements Callable<Integer> {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--calls", paramLabel = "N", required = true, description = "How many calls, at least 1.")
    private int calls;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "0", description = "The same seed gives the same bytes (default: 0).")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where the files go.")
    private Path out = Path.of("");

    @Option(names = "--mode", paramLabel = "short|call", defaultValue = "short",
            description = "3 to 27 turns without times, or 40 to 400 with (default: short).")
    private Mode mode = Mode.SHORT;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            defaultValue = "jsonl",
            description = "jsonl (default), or a file a call: zoom, teams (WebVTT), srt, text, conversation, assemblyai (JSON with word times), "
                    + "or mixed, all of these but the last.")
    private Format format = Format.JSONL;

    @Option(names = "--reps", paramLabel = "N", defaultValue = "12", description = "How many reps sell, from 2 to 200 (default: 12).")
    private int reps;

    @Option(names = "--days", paramLabel = "N", defaultValue = "182", description = "Over how many days, from 2 to 3650 (default: 182).")
    private int days;

    @Option(names = "--accounts", paramLabel = "N", description = "With how many companies, at most as many as calls (default: 7 to 10 calls).")
    private @Nullable Integer accounts;

    @Option(names = "--knob", paramLabel = "NAME=VALUE", description = "Tamper with the calls; may be given several times.")
    private Map<String, String> knobs = new LinkedHashMap<>();

    SimulateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Settings settings = settings();
        Path folder = out.toAbsolutePath().normalize();
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new CommandFailed(folder + " is a file; --out names a folder");
        }
        Simulation.Written written = new Simulation(settings, format).write(folder, session.progress());
        List<String> files = written.files().stream().map(Path::toString).toList();
        session.answer(
                Json.object("calls", written.calls(), "converted", written.converted(), "turns", written.turns(), "seed", seed, "mode", mode.name(), "format",
                        format.name(), "out", folder.toString(), "files", files),
                List.of(String.format(
                        Locale.ROOT, "Simulated %,d calls with %,d turns, of which %.1f %% converted. Import %s, and keep truth.jsonl beside it.",
                        written.calls(), written.turns(), 100.0 * written.converted() / written.calls(), written.files().getFirst())));
        return Cli.DONE;
    }

    private Settings settings() {
        Knobs turned = turned();
        try {
            return new Settings(calls, seed, mode, days, reps, accounts == null ? Settings.usualAccounts(calls) : accounts, turned);
        } catch (IllegalArgumentException e) {
            throw wrong("--" + e.getMessage());
        }
    }

    private Knobs turned() {
        Knobs turned = Knobs.NONE;
        try {
            if (knobs.containsKey("annotators")) {
                turned = turned.with("annotators", Objects.requireNonNull(knobs.get("annotators")));
            }
            for (Map.Entry<String, String> knob : knobs.entrySet()) {
                turned = turned.with(knob.getKey(), knob.getValue());
            }
        } catch (IllegalArgumentException e) {
            throw wrong("--knob: " + e.getMessage());
        }
        return turned;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
}
