package org.turnwise.simulate.recording;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.speech.Industry;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** That simulated calls are no toy. Figures go to the test's report. */
class LanguageTest {

    private static final Path REAL = Path.of("../shared/data/persuasionforgood.dev.jsonl.gz");

    private static List<SimulatedCall> calls(int count, Mode mode) {
        Simulator simulator = new Simulator(Settings.of(count, 11, mode, Knobs.NONE));
        return IntStream.range(0, count).parallel().mapToObj(simulator::call).toList();
    }

    private static String text(SimulatedCall call, int turns) {
        return call.lines().stream().limit(turns).map(line -> (line.byRep() ? "rep " : "customer ") + line.text()).collect(Collectors.joining(" "));
    }

    @Test
    void aReaderLearnsFromWholeShortCallsAndHardlyFromTheirBeginnings() {
        for (long seed : new long[] {0, 3, 11}) {
            learns(Settings.of(4_500, seed, Mode.SHORT, Knobs.NONE));
        }
    }

    @Test
    void aReaderLearnsFromWholeLongCallsAndHardlyFromTheirBeginnings() {
        learns(Settings.of(1_500, 0, Mode.CALL, Knobs.NONE));
    }

    private static void learns(Settings settings) {
        Simulator simulator = new Simulator(settings);
        List<SimulatedCall> calls = IntStream.range(0, settings.calls()).parallel().mapToObj(simulator::call).toList();
        boolean[] converted = new boolean[calls.size()];
        for (int i = 0; i < converted.length; i++) {
            converted[i] = calls.get(i).converted();
        }
        double early = TextModel.auc(calls.stream().map(call -> text(call, 4)).toList(), converted);
        double whole = TextModel.auc(calls.stream().map(call -> text(call, Integer.MAX_VALUE)).toList(), converted);
        String figures = String.format(
                Locale.ROOT, "AUC of TF-IDF and logistic regression, %,d calls of mode %s, seed %d: turn 4 %.3f, whole call %.3f", calls.size(),
                settings.mode(), settings.seed(), early, whole);
        System.out.println(figures);
        assertTrue(early <= 0.65, figures);
        assertTrue(whole >= 0.72 && whole <= 0.88, figures);
    }

    @Test
    void fewTurnsAreSaidTwice() {
        Map<String, Integer> seen = new HashMap<>();
        calls(1_000, Mode.SHORT).forEach(call -> call.lines().forEach(line -> {
            if (TextModel.words(line.text()).size() > 6) {
                seen.merge(line.text(), 1, Integer::sum);
            }
        }));
        int turns = seen.values().stream().mapToInt(n -> n).sum();
        int repeated = seen.values().stream().filter(n -> n > 1).mapToInt(n -> n).sum();
        System.out.printf("turns over 6 words said more than once: %d of %d%n", repeated, turns);
        assertTrue(repeated < 0.01 * turns, repeated + " of " + turns);
    }

    @Test
    void wordsVaryAtLeastHalfAsMuchAsPeoplesDo() throws Exception {
        Assumptions.assumeTrue(Files.exists(REAL), "no real conversations here");
        List<List<String>> simulated = calls(1_000, Mode.SHORT).stream().flatMap(call -> call.lines().stream())
                .map(line -> TextModel.words(line.text())).toList();
        int tokens = simulated.stream().mapToInt(List::size).sum();
        JsonMapper json = JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
        List<List<String>> real = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(REAL)), StandardCharsets.UTF_8))) {
            for (String line : in.lines().toList()) {
                for (JsonNode turn : json.readTree(line).get("turns")) {
                    real.add(TextModel.words(turn.get("text").asString()));
                }
            }
        }
        int same = Math.min(tokens, real.stream().mapToInt(List::size).sum());
        double ours = distinctPairs(simulated, same);
        double theirs = distinctPairs(real, same);
        System.out.printf("distinct-2 at %d tokens: simulated %.3f, real %.3f%n", same, ours, theirs);
        assertTrue(ours >= theirs / 2, ours + " against " + theirs);
    }

    private static double distinctPairs(List<List<String>> turns, int tokens) {
        Set<String> pairs = new HashSet<>();
        int all = 0;
        int left = tokens;
        for (List<String> words : turns) {
            for (int i = 0; i + 1 < words.size(); i++) {
                pairs.add(words.get(i) + ' ' + words.get(i + 1));
                all++;
            }
            left -= words.size();
            if (left <= 0) {
                break;
            }
        }
        return pairs.size() / (double) all;
    }

    @Test
    void thereAreFifteenIndustriesAndAllAreUsed() {
        Set<String> used = calls(1_000, Mode.SHORT).stream().map(SimulatedCall::industry).collect(Collectors.toSet());
        assertTrue(used.size() >= 15, used.toString());
        assertTrue(used.size() == Industry.all().size());
    }
}
