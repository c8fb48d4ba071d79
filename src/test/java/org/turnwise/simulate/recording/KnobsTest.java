package org.turnwise.simulate.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.turnwise.simulate.Anomaly;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Names;
import org.turnwise.simulate.Settings;
import org.turnwise.simulate.Surrogate;
import org.turnwise.simulate.plot.Beat;
import org.turnwise.simulate.plot.Cast;
import org.turnwise.simulate.plot.Concern;
import org.turnwise.simulate.plot.Plots;
import org.turnwise.simulate.plot.Stage;
import org.turnwise.simulate.speech.Speech;

/** Every knob, by what it does to the calls that come out. */
class KnobsTest {

    private static final int CALLS = 6_000;

    private static List<SimulatedCall> calls(Mode mode, int count, String... namesAndValues) {
        Knobs knobs = Knobs.NONE;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            knobs = knobs.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        Simulator simulator = new Simulator(Settings.of(count, 21, mode, knobs));
        return IntStream.range(0, count).parallel().mapToObj(simulator::call).toList();
    }

    private static double share(List<SimulatedCall> calls, Predicate<SimulatedCall> of) {
        return calls.stream().filter(of).count() / (double) calls.size();
    }

    @Test
    void nothingIsPlantedUnlessAsked() {
        for (SimulatedCall call : calls(Mode.SHORT, 500)) {
            assertEquals(call.plot().outcome(), call.outcome());
            assertNull(call.planted().anomaly());
            assertNull(call.planted().duplicateOf());
            assertEquals(call.plot().beats().size(), call.lines().size());
            for (int i = 0; i < call.lines().size(); i++) {
                assertEquals(i, call.lines().get(i).beat());
                assertEquals(call.plot().beats().get(i).byRep(), call.lines().get(i).byRep());
            }
        }
    }

    @Test
    void outcomeNoiseFlipsThatShareAndLeavesWordsAlone() {
        List<SimulatedCall> calm = calls(Mode.SHORT, CALLS);
        List<SimulatedCall> noisy = calls(Mode.SHORT, CALLS, "outcome-noise", "0.1");
        assertEquals(0.1, share(noisy, call -> call.converted() != call.plot().converted()), 0.01);
        for (int i = 0; i < CALLS; i++) {
            assertEquals(calm.get(i).plot(), noisy.get(i).plot());
            assertEquals(calm.get(i).lines(), noisy.get(i).lines());
            assertEquals(noisy.get(i).planted().outcomeFlipped(), noisy.get(i).converted() != calm.get(i).converted());
        }
    }

    @Test
    void intentNoiseTurnsThatShareOfCustomerTurnsRound() {
        List<SimulatedCall> noisy = calls(Mode.SHORT, CALLS, "intent-noise", "0.2");
        long turns = noisy.stream().flatMap(call -> call.plot().beats().stream()).filter(beat -> !beat.byRep()).count();
        long hidden = noisy.stream().flatMap(call -> call.plot().beats().stream()).filter(Beat::intentHidden).count();
        assertEquals(0.2, hidden / (double) turns, 0.01);
        assertTrue(warmthGap(noisy) < 0.8 * warmthGap(calls(Mode.SHORT, CALLS)), "words tell less of what comes");
    }

    private static double warmthGap(List<SimulatedCall> calls) {
        return warmth(calls, true) - warmth(calls, false);
    }

    private static double warmth(List<SimulatedCall> calls, boolean converted) {
        return calls.stream()
                .filter(call -> call.plot().converted() == converted)
                .flatMap(call -> call.plot().beats().stream().skip(4))
                .filter(beat -> !beat.byRep())
                .mapToDouble(Beat::warmth)
                .average()
                .orElseThrow();
    }

    @Test
    void aSurrogateGoesWithWinningEarlyAndMeansNothingLate() {
        Map<Surrogate, Predicate<SimulatedCall>> visible = Map.of(
                Surrogate.PHRASE, call -> call.lines().stream().anyMatch(line -> line.text().contains(Simulator.PHRASE)),
                Surrogate.LENGTH, call -> call.lines().stream().anyMatch(line -> line.beat() < 0),
                Surrogate.REP, call -> call.rep().equals(Names.rep(0)));
        visible.forEach((surrogate, shows) -> {
            List<SimulatedCall> calls = calls(Mode.SHORT, CALLS, "surrogate", surrogate.name());
            assertEquals(0, share(calls, call -> shows.test(call) != call.planted().surrogate()), surrogate.name());
            assertTrue(lift(calls, shows, true) > 0.7, surrogate + " early: " + lift(calls, shows, true));
            assertEquals(0, lift(calls, shows, false), 0.06, surrogate + " late");
        });
        List<SimulatedCall> longer = calls(Mode.SHORT, CALLS, "surrogate", "length");
        double marked = longer.stream().filter(call -> call.planted().surrogate()).mapToInt(call -> call.lines().size()).average().orElseThrow();
        double others = longer.stream().filter(call -> !call.planted().surrogate()).mapToInt(call -> call.lines().size()).average().orElseThrow();
        assertTrue(marked > others + 3, marked + " against " + others);
    }

    private static double lift(List<SimulatedCall> calls, Predicate<SimulatedCall> shows, boolean early) {
        List<SimulatedCall> period = calls.stream().filter(call -> call.planted().early() == early).toList();
        return share(period.stream().filter(shows).toList(), SimulatedCall::converted)
                - share(period.stream().filter(shows.negate()).toList(), SimulatedCall::converted);
    }

    @Test
    void driftMakesTheLateMarketHarderAndTalkMoreAboutPrice() {
        List<SimulatedCall> calls = calls(Mode.SHORT, CALLS, "drift", "1");
        List<SimulatedCall> early = calls.stream().filter(call -> call.planted().early()).toList();
        List<SimulatedCall> late = calls.stream().filter(call -> !call.planted().early()).toList();
        assertEquals(0.44, share(early, SimulatedCall::converted), 0.03);
        assertTrue(share(late, SimulatedCall::converted) < 0.36, "late: " + share(late, SimulatedCall::converted));
        Predicate<SimulatedCall> worried = call -> call.plot().states().getFirst().objection(Concern.PRICE).isPresent();
        assertEquals(0.3, share(late, worried) - share(early, worried), 0.04);
    }

    @Test
    void nearDuplicatesRepeatAnotherCallWithAFewWordsChanged() {
        List<SimulatedCall> calls = calls(Mode.SHORT, 2_000, "near-duplicates", "0.1");
        assertEquals(0.1, share(calls, call -> call.planted().duplicateOf() != null), 0.02);
        Map<String, SimulatedCall> byId = new java.util.HashMap<>();
        calls.forEach(call -> byId.put(call.id(), call));
        for (SimulatedCall call : calls) {
            if (call.planted().duplicateOf() != null) {
                SimulatedCall original = byId.get(call.planted().duplicateOf());
                assertNotEquals(said(original), said(call));
                assertEquals(original.account(), call.account());
                assertTrue(Duration.between(original.startedAt(), call.startedAt()).toMinutes() <= 1);
                assertTrue(overlap(original, call) > 0.6, call.id() + " " + overlap(original, call));
            }
        }
    }

    private static List<String> said(SimulatedCall call) {
        return call.lines().stream().map(SimulatedCall.Line::text).toList();
    }

    private static double overlap(SimulatedCall a, SimulatedCall b) {
        Set<String> words = words(a);
        Set<String> both = new HashSet<>(words);
        both.retainAll(words(b));
        return both.size() / (double) words.size();
    }

    private static Set<String> words(SimulatedCall call) {
        Set<String> words = new HashSet<>();
        call.lines().forEach(line -> words.addAll(TextModel.words(line.text())));
        return words;
    }

    @Test
    void everyAnomalyIsPlantedAndShows() {
        List<SimulatedCall> clean = calls(Mode.SHORT, 3_000);
        List<SimulatedCall> calls = calls(Mode.SHORT, 3_000, "anomalies", "0.3");
        assertEquals(0.3, share(calls, call -> call.planted().anomaly() != null), 0.03);
        Map<Anomaly, Integer> seen = new EnumMap<>(Anomaly.class);
        for (int i = 0; i < calls.size(); i++) {
            SimulatedCall call = calls.get(i);
            SimulatedCall before = clean.get(i);
            Anomaly anomaly = call.planted().anomaly();
            if (anomaly == null) {
                assertEquals(before.lines(), call.lines());
                continue;
            }
            seen.merge(anomaly, 1, Integer::sum);
            String at = call.lines().get(call.planted().anomalyTurn()).text();
            switch (anomaly) {
                case SWAPPED_SPEAKERS -> assertTrue(call.lines().stream().allMatch(line -> line.byRep() != call.plot().beats().get(line.beat()).byRep()));
                case TRUNCATED -> assertTrue(call.lines().size() < before.lines().size() || at.length() < before.lines().getLast().text().length());
                case GLUED -> assertTrue(call.lines().size() >= before.lines().size() + 2 && call.lines().get(call.planted().anomalyTurn()).beat() < 0);
                case MONOLOGUE -> assertTrue(TextModel.words(at).size() > 150, at);
                case OFF_TOPIC -> assertTrue(call.lines().get(call.planted().anomalyTurn()).beat() < 0);
                case WRONG_LANGUAGE, ABUSIVE -> assertTrue(call.planted().anomalyTurn() >= before.lines().size()
                        || !at.equals(before.lines().get(call.planted().anomalyTurn()).text()));
            }
        }
        assertEquals(Anomaly.values().length, seen.size(), seen.toString());
    }

    @Test
    void annotatorsErrAsTheirConfusionMatricesSay() {
        Settings settings = Settings.of(2_000, 4, Mode.SHORT, Knobs.NONE.with("annotators", "3").with("label-noise", "0.2"));
        Annotators annotators = new Annotators(settings);
        Plots plots = new Plots(settings);
        int stages = Annotators.STAGES.size();
        double wrongOfAll = 0;
        for (int annotator = 0; annotator < 3; annotator++) {
            double[][] seen = new double[stages][stages];
            for (int call = 0; call < settings.calls(); call++) {
                List<Stage> truth = plots.play(Cast.of(settings, call)).beats().stream().map(Beat::stage).toList();
                List<Stage> labels = annotators.label(annotator, call, truth);
                for (int i = 0; i < truth.size(); i++) {
                    seen[Annotators.STAGES.indexOf(truth.get(i))][Annotators.STAGES.indexOf(labels.get(i))]++;
                }
            }
            double[][] known = annotators.confusion(annotator);
            for (int i = 0; i < stages; i++) {
                double sum = java.util.Arrays.stream(seen[i]).sum();
                for (int j = 0; j < stages && sum > 1_000; j++) {
                    assertEquals(known[i][j], seen[i][j] / sum, 0.04, Annotators.STAGES.get(i) + " as " + Annotators.STAGES.get(j));
                }
            }
            wrongOfAll += (1 - known[0][0]) / 3;
        }
        assertEquals(0.2, wrongOfAll, 1e-9);
    }

    @Test
    void transcriptionErrorsAndInterruptionsConcernThatShare() {
        List<SimulatedCall> clean = calls(Mode.SHORT, 1_000);
        List<SimulatedCall> heard = calls(Mode.SHORT, 1_000, "transcription-errors", "0.05");
        int words = 0;
        int wrong = 0;
        for (int i = 0; i < clean.size(); i++) {
            assertEquals(clean.get(i).plot(), heard.get(i).plot());
            for (int t = 0; t < clean.get(i).lines().size(); t++) {
                List<String> said = List.of(clean.get(i).lines().get(t).text().split(" "));
                Set<String> written = new HashSet<>(List.of(heard.get(i).lines().get(t).text().split(" ")));
                words += said.size();
                wrong += (int) said.stream().filter(word -> word.length() >= 4 && !written.contains(word)).count();
            }
        }
        assertTrue(wrong > 0.01 * words && wrong < 0.05 * words, wrong + " of " + words);

        List<SimulatedCall> cut = calls(Mode.SHORT, 1_000, "interruptions", "0.2");
        long turns = cut.stream().mapToLong(call -> call.lines().size()).sum();
        long broken = cut.stream().flatMap(call -> call.lines().stream()).filter(line -> line.text().endsWith(Speech.CUT)).count();
        assertEquals(0.2, broken / (double) turns, 0.02);
    }

    @Test
    void longCallsHaveTimesThatNeverRunBackwards() {
        for (SimulatedCall call : calls(Mode.CALL, 40)) {
            assertTrue(call.lines().size() >= 40 && call.lines().size() <= 400);
            long before = -1;
            for (SimulatedCall.Line line : call.lines()) {
                assertTrue(line.startMs() > before && line.endMs() > line.startMs());
                before = line.startMs();
            }
        }
    }

    @Test
    void knobsSayWhatTheyTake() {
        for (String wrong : List.of("outcome-noise=2", "outcome-noise=much", "surrogate=hat", "volume=1", "annotators=1.5", "drift=NaN")) {
            String[] parts = wrong.split("=");
            String message = assertThrows(IllegalArgumentException.class, () -> Knobs.NONE.with(parts[0], parts[1])).getMessage();
            assertTrue(message.contains(parts[0]), message);
        }
    }
}
