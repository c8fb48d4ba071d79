package org.turnwise.scoring.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.turnwise.call.Turn;
import org.turnwise.language.embedding.EmbeddingRepository;
import org.turnwise.language.embedding.Embeddings;
import org.turnwise.language.embedding.SentenceEncoder;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.recogniser.CallLabels;
import org.turnwise.scoring.recogniser.CallLabels.OnTurn;
import org.turnwise.scoring.recogniser.Family;
import org.turnwise.scoring.recogniser.LabelledTurn;
import org.turnwise.scoring.recogniser.Recognised;
import org.turnwise.scoring.recogniser.Recogniser;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.output.Format;
import org.turnwise.simulate.output.Simulation;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What labels teach on real conversations, which lie beside a checkout or are skipped, and on simulated ones. Run with
 * {@code mvn test -Dtest=RealLabelsTest -Dtest.jvm.args="-Xmx2g -Dturnwise.conversations=all"}; the curves are logged.
 */
class RealLabelsTest {

    private static final Logger LOG = LoggerFactory.getLogger(RealLabelsTest.class);
    private static final Path DATA = Path.of("..", "shared", "data");

    private static SentenceEncoder encoder;
    private static Embeddings embeddings;

    @TempDir
    Path folder;

    @BeforeAll
    static void load() {
        encoder = new SentenceEncoder();
        embeddings = new Embeddings(encoder, EmbeddingRepository.inMemory());
    }

    @AfterAll
    static void close() {
        encoder.close();
    }

    @Test
    void recognisesWhatPersuadersAndTheirListenersDo() {
        Corpus corpus = corpus("persuasionforgood.dev.jsonl.gz");
        List<LearningCurve> curves = curves(corpus);
        assertTrue(last(curves.getFirst()).low() > 2 * last(curves.get(1)).high(), "far better than guessing");
        assertEquals(LearningCurve.Trend.RISING, curves.getFirst().trend());
        assertEquals(LearningCurve.Trend.FLAT, curves.get(1).trend(), "guessing learns nothing");
        embeddings.of(corpus.examples().stream().flatMap(example -> example.call().turns().stream().map(Turn::text)).toList(), Progress.silent());
        LearningCurve forecast = ForecastCurve.of(corpus, new ActsLearner(embeddings), 5, 0, Progress.silent()).getFirst();
        LOG.warn(corpus.name() + lines(forecast));
        assertTrue(last(forecast).low() > .58, "what they do says something of what comes of it: " + last(forecast));
        assertTrue(last(forecast).value() < .72, "far more would be a leak: " + last(forecast));
    }

    @Test
    void recognisesWhatBargainersDo() {
        List<LearningCurve> curves = curves(corpus("casino.jsonl.gz"));
        assertTrue(last(curves.getFirst()).low() > 2 * last(curves.get(1)).high(), "far better than guessing");
    }

    @Test
    void recognisesWhatIsTrueOfSimulatedTurns() throws IOException {
        List<LearningCurve> curves = curves(simulated(200));
        assertTrue(last(curves.getFirst()).low() > 2 * last(curves.get(1)).high(), "far better than guessing");
    }

    private static Figure last(LearningCurve curve) {
        return curve.steps().getLast().figure();
    }

    private static Corpus corpus(String file) {
        assumeTrue(Files.exists(DATA.resolve(file)), "no data beside this checkout");
        assumeTrue(System.getProperty("turnwise.conversations", "").equals("all"), "whole sets take minutes");
        return Corpus.read(DATA.resolve(file), Progress.silent());
    }

    private static List<LearningCurve> curves(Corpus corpus) {
        long labeled = corpus.examples().stream().filter(example -> example.labels().teach()).count();
        long began = System.nanoTime();
        List<LearningCurve> curves = RecognitionCurve.of(corpus, embeddings, 5, 0, Progress.silent());
        StringBuilder lines = new StringBuilder();
        curves.forEach(curve -> lines.append(lines(curve)));
        double seconds = (System.nanoTime() - began) / 1e9;
        LOG.warn(String.format(Locale.ROOT, "%s: %d labeled calls, %.1f s with embeddings%n%s%s", corpus.name(), labeled, seconds, fit(corpus), lines));
        return curves;
    }

    private static String lines(LearningCurve curve) {
        StringBuilder lines = new StringBuilder(String.format("%n  %s: %s", curve.name(), curve.trend()));
        curve.steps().forEach(step -> lines.append(String.format(Locale.ROOT, "%n  %4d labeled: %s", step.labeled(), said(step.figure()))));
        LearningCurve.Gains gains = Objects.requireNonNull(curve.gains());
        return lines + String.format(Locale.ROOT, "%n  overall %s, lately %s", said(gains.overall()), said(gains.lately()));
    }

    /** How long it takes to learn from all of them, and how much is kept. */
    private static String fit(Corpus corpus) {
        List<LabelledTurn> turns = corpus.examples().stream()
                .flatMap(example -> example.labels().labelled(example.call(), turn -> embeddings.of(turn.text()).values()).stream())
                .toList();
        long began = System.nanoTime();
        List<Recognised> labels = Recogniser.learnable(turns);
        Recogniser.fit(labels, turns, Progress.silent());
        return String.format(Locale.ROOT, "  learned %d labels from %d turns in %.2f s", labels.size(), turns.size(), (System.nanoTime() - began) / 1e9);
    }

    private static String said(Figure figure) {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", figure.value(), figure.low(), figure.high());
    }

    /** Simulated calls, on whose turns stands what the simulation knows of them. */
    private Corpus simulated(int calls) throws IOException {
        new Simulation(Settings.of(calls, 0, Mode.SHORT, Knobs.NONE), Format.JSONL).write(folder, Progress.silent());
        Corpus plain = Corpus.read(folder.resolve("calls.jsonl"), Progress.silent());
        Map<String, CallLabels> truth = new HashMap<>();
        JsonMapper json = JsonMapper.builder().build();
        for (String line : Files.readAllLines(folder.resolve("truth.jsonl"))) {
            JsonNode call = json.readTree(line);
            List<OnTurn> turns = new ArrayList<>();
            for (int ordinal = 0; ordinal < call.get("turns").size(); ordinal++) {
                JsonNode turn = call.get("turns").get(ordinal);
                if (turn.has("stage")) {
                    turns.add(new OnTurn(ordinal, Family.STAGE, Set.of(turn.get("stage").asString())));
                    turns.add(new OnTurn(ordinal, Family.ACT, Set.of(turn.get("acts").get(0).asString())));
                }
            }
            truth.put(call.get("call").asString(), new CallLabels(turns, Map.of()));
        }
        List<Example> labeled = plain.examples().stream()
                .map(example -> example.with(Objects.requireNonNull(truth.get(example.call().id().value()))))
                .toList();
        return new Corpus("simulated", labeled, plain.leftOut());
    }
}
