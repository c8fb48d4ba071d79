package org.turnwise.simulate.output;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.recording.Annotators;
import org.turnwise.simulate.recording.SimulatedCall;
import org.turnwise.simulate.recording.Simulator;
import org.turnwise.task.Progress;

/**
 * Writes simulated calls to a folder: {@code calls.jsonl} or, where each call is a file, the folder {@code calls} with transcripts and CRM tables, which is
 * all an import should see; {@code truth.jsonl}, everything behind them, in the same order; {@code simulation.json}, the settings; and {@code labels.jsonl}
 * where there are annotators, whose confusion matrices the settings hold.
 *
 * <p>Calls are made in parallel and written in order, so many at a time: memory doesn't grow with their number. Files appear under their names
 * only when all are complete.
 */
public final class Simulation {

    private static final int TURNS_AT_A_TIME = 20_000;
    private static final String LABELS = "labels.jsonl";

    /** What was written. */
    public record Written(int calls, int converted, long turns, List<Path> files) {}

    /** A call and its texts. */
    private record Made(SimulatedCall call, String transcript, String truth, String labels) {}

    private final Settings settings;
    private final Format format;
    private final Simulator simulator;
    private final Annotators annotators;

    public Simulation(Settings settings, Format format) {
        this.settings = settings;
        this.format = format;
        simulator = new Simulator(settings);
        annotators = new Annotators(settings);
    }

    /**
     * @param folder made if it isn't there; {@code .jsonl} and {@code .json} files of an earlier simulation in it are replaced
     * @throws UncheckedIOException if it can't be written, or holds transcripts that would have to go
     * @throws java.util.concurrent.CancellationException if the progress says so; nothing is left behind
     */
    public Written write(Path folder, Progress progress) {
        try {
            refuseToReplaceTranscripts(folder);
            Files.createDirectories(folder);
            List<String> names = new ArrayList<>(List.of("truth.jsonl"));
            if (annotators.count() > 0) {
                names.add(LABELS);
            }
            try (TranscriptStore store = format.oneFile() ? new OneFile(folder, settings) : new FilePerCall(folder, settings, format)) {
                Written written = writeAll(store, names.stream().map(name -> folder.resolve(name + ".part")).toList(), progress);
                List<Path> files = new ArrayList<>(List.of(store.publish()));
                Files.deleteIfExists(folder.resolve(LABELS));
                for (String name : names) {
                    Files.move(folder.resolve(name + ".part"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                    files.add(folder.resolve(name));
                }
                Files.writeString(folder.resolve("simulation.json"), Manifest.of(settings, format, annotators) + "\n");
                files.add(folder.resolve("simulation.json"));
                return new Written(written.calls(), written.converted(), written.turns(), List.copyOf(files));
            } finally {
                for (String name : names) {
                    Files.deleteIfExists(folder.resolve(name + ".part"));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the simulation to " + folder, e);
        }
    }

    private void refuseToReplaceTranscripts(Path folder) throws IOException {
        Path there = folder.resolve(FilePerCall.FOLDER);
        if (Files.exists(there) || !format.oneFile() && Files.exists(folder.resolve(OneFile.NAME))) {
            throw new IOException("there are calls in it already; choose another folder or move them away");
        }
    }

    private Written writeAll(TranscriptStore store, List<Path> parts, Progress progress) throws IOException {
        int atATime = TURNS_AT_A_TIME / (settings.mode() == Mode.SHORT ? 8 : 120);
        int converted = 0;
        long turns = 0;
        try (BufferedWriter truth = Files.newBufferedWriter(parts.get(0));
                BufferedWriter labels = parts.size() > 1 ? Files.newBufferedWriter(parts.get(1)) : new BufferedWriter(new StringWriter())) {
            for (int from = 0; from < settings.calls(); from += atATime) {
                progress.checkCancelled();
                int to = Math.min(settings.calls(), from + atATime);
                for (Made made : IntStream.range(from, to).parallel().mapToObj(index -> make(store, index)).toList()) {
                    store.add(made.call(), made.transcript());
                    truth.append(made.truth()).append('\n');
                    labels.append(made.labels());
                    converted += made.call().converted() ? 1 : 0;
                    turns += made.call().lines().size();
                }
                progress.report(to / (double) settings.calls(), String.format(Locale.ROOT, "Simulating calls, %,d of %,d", to, settings.calls()));
            }
        }
        return new Written(settings.calls(), converted, turns, List.of());
    }

    private Made make(TranscriptStore store, int index) {
        SimulatedCall call = simulator.call(index);
        return new Made(call, store.transcript(call), Truth.line(call, settings, store.file(call)), Truth.labels(call, annotators));
    }
}
