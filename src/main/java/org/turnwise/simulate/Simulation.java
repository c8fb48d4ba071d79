package org.turnwise.simulate;

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
import org.turnwise.task.Progress;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes simulated calls to a folder: {@code calls.jsonl}, what an import reads; {@code truth.jsonl}, everything behind it, in the same order;
 * {@code simulation.json}, the settings; and {@code labels.jsonl} where there are annotators, whose confusion matrices the settings hold.
 *
 * <p>Calls are made in parallel and written in order, so many at a time: memory doesn't grow with their number. Files appear under their names
 * only when all are complete.
 */
public final class Simulation {

    private static final int TURNS_AT_A_TIME = 20_000;

    /** What was written. */
    public record Written(int calls, int converted, long turns, List<Path> files) {}

    /** Three texts of one call. */
    private record Made(String conversation, String truth, String labels, boolean converted, int turns) {}

    private final Settings settings;
    private final Simulator simulator;
    private final Annotators annotators;

    public Simulation(Settings settings) {
        this.settings = settings;
        simulator = new Simulator(settings);
        annotators = new Annotators(settings);
    }

    /**
     * @param folder made if it isn't there; files of an earlier simulation in it are replaced
     * @throws UncheckedIOException if it can't be written
     * @throws java.util.concurrent.CancellationException if the progress says so; nothing is left behind
     */
    public Written write(Path folder, Progress progress) {
        List<String> names = new ArrayList<>(List.of("calls.jsonl", "truth.jsonl"));
        if (annotators.count() > 0) {
            names.add("labels.jsonl");
        }
        List<Path> files = names.stream().map(folder::resolve).toList();
        List<Path> unfinished = names.stream().map(name -> folder.resolve(name + ".part")).toList();
        try {
            Files.createDirectories(folder);
            try {
                Written written = writeAll(unfinished, files, progress);
                Files.deleteIfExists(folder.resolve("labels.jsonl"));
                for (int i = 0; i < files.size(); i++) {
                    Files.move(unfinished.get(i), files.get(i), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.writeString(folder.resolve("simulation.json"), manifest() + "\n");
                List<Path> all = new ArrayList<>(files);
                all.add(folder.resolve("simulation.json"));
                return new Written(written.calls(), written.converted(), written.turns(), List.copyOf(all));
            } finally {
                for (Path part : unfinished) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the simulation to " + folder, e);
        }
    }

    private Written writeAll(List<Path> parts, List<Path> files, Progress progress) throws IOException {
        int atATime = TURNS_AT_A_TIME / (settings.mode() == Mode.SHORT ? 8 : 120);
        int converted = 0;
        long turns = 0;
        try (BufferedWriter calls = Files.newBufferedWriter(parts.get(0));
                BufferedWriter truth = Files.newBufferedWriter(parts.get(1));
                BufferedWriter labels = parts.size() > 2 ? Files.newBufferedWriter(parts.get(2)) : new BufferedWriter(new StringWriter())) {
            for (int from = 0; from < settings.calls(); from += atATime) {
                progress.checkCancelled();
                int to = Math.min(settings.calls(), from + atATime);
                List<Made> made = IntStream.range(from, to).parallel().mapToObj(this::make).toList();
                for (Made call : made) {
                    calls.append(call.conversation()).append('\n');
                    truth.append(call.truth()).append('\n');
                    labels.append(call.labels());
                    converted += call.converted() ? 1 : 0;
                    turns += call.turns();
                }
                progress.report(to / (double) settings.calls(), String.format(Locale.ROOT, "Simulating calls, %,d of %,d", to, settings.calls()));
            }
        }
        return new Written(settings.calls(), converted, turns, files);
    }

    private Made make(int index) {
        SimulatedCall call = simulator.call(index);
        return new Made(Lines.conversation(call), Lines.truth(call, settings), Lines.labels(call, index, annotators), call.converted(), call.lines().size());
    }

    private String manifest() {
        StringWriter out = new StringWriter();
        Knobs knobs = settings.knobs();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("calls", settings.calls());
            json.writeNumberProperty("seed", settings.seed());
            json.writeStringProperty("mode", settings.mode().name());
            json.writeNumberProperty("days", settings.days());
            json.writeNumberProperty("reps", settings.reps());
            json.writeObjectPropertyStart("knobs");
            json.writeNumberProperty("outcomeNoise", knobs.outcomeNoise());
            json.writeNumberProperty("intentNoise", knobs.intentNoise());
            json.writeStringProperty("surrogate", knobs.surrogate().name());
            json.writeNumberProperty("drift", knobs.drift());
            json.writeNumberProperty("nearDuplicates", knobs.nearDuplicates());
            json.writeNumberProperty("anomalies", knobs.anomalies());
            json.writeNumberProperty("labelNoise", knobs.labelNoise());
            json.writeNumberProperty("transcriptionErrors", knobs.mishearing());
            json.writeNumberProperty("interruptions", knobs.interruptions());
            json.writeEndObject();
            json.writeArrayPropertyStart("annotators");
            for (int i = 0; i < annotators.count(); i++) {
                annotator(json, i);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return out.toString();
    }

    private void annotator(JsonGenerator json, int number) {
        json.writeStartObject();
        json.writeStringProperty("name", "annotator-" + (number + 1));
        json.writeArrayPropertyStart("stages");
        Annotators.STAGES.forEach(stage -> json.writeString(stage.label()));
        json.writeEndArray();
        json.writeArrayPropertyStart("confusion");
        for (double[] row : annotators.confusion(number)) {
            json.writeArray(row, 0, row.length);
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
