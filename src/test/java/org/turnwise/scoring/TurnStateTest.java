package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.language.Topic;
import org.turnwise.language.Utterance;

class TurnStateTest {

    private static final FeatureCatalogue CATALOGUE = FeatureCatalogue.standard();

    /** domain rule of thumb: R 0–10, C 10–40, R 40–50 gives a speech share of .4, two switches, and too few pauses to speak of patience. */
    @Test
    void measuresTalkAsDefined() {
        TurnState state = new TurnState(TimingClass.SEGMENT_MS);
        state.add(new Turn(0, "r", "We make software for fleets.", 0L, 10_000L), Side.REP);
        state.add(new Turn(1, "c", "What does it cost? Is it hard to install?", 10_000L, 40_000L), Side.CUSTOMER);
        state.add(new Turn(2, "r", "Forty euros a seat.", 40_000L, 50_000L), Side.REP);
        assertEquals(.4, value(state, "rep.speech_share"), 1e-12);
        assertEquals(1, value(state, "switch_share"), 1e-12);
        assertEquals(FeatureCatalogue.MISSING, value(state, "rep.patience_s"));
        assertEquals(2, value(state, "customer.questions"));
        assertEquals(.5, value(state, "customer.open_share"), 1e-12);
        assertEquals(30, value(state, "customer.longest_s"), 1e-12);
        assertEquals(27, value(state, "rep.pace"), 1e-9, "nine words in twenty seconds");
        assertEquals(50 / 60.0, value(state, "minutes"), 1e-12);
    }

    @Test
    void missingTimesAreMissingAndNotZero() {
        TurnState state = new TurnState(TimingClass.NONE);
        state.add(new Turn(0, "r", "Hello", null, null), Side.REP);
        for (int i = 0; i < CATALOGUE.size(); i++) {
            Feature feature = CATALOGUE.features().get(i);
            if (feature.timing() != TimingClass.NONE) {
                assertEquals(FeatureCatalogue.MISSING, CATALOGUE.vector(state)[i], feature.id());
            }
        }
    }

    @Test
    void listeningDoesNotBreakAMonologue() {
        TurnState state = new TurnState(TimingClass.NONE);
        state.add(new Turn(0, "r", "one two three four", null, null), Side.REP);
        state.add(new Turn(1, "c", "Yeah, right.", null, null), Side.CUSTOMER);
        state.add(new Turn(2, "r", "five six", null, null), Side.REP);
        assertEquals(6, value(state, "rep.longest_words"));
        assertEquals(0, value(state, "switch_share"));
    }

    @Test
    void everyReadingLiesInItsRangeAndIdsAreUnique() {
        Set<String> ids = new HashSet<>();
        CATALOGUE.features().forEach(feature -> assertTrue(ids.add(feature.id()), feature.id()));
        for (int n = 0; n < 200; n++) {
            Call call = SyntheticCalls.anyCall("range-" + n, new SplittableRandom(n));
            TurnState state = new TurnState(call.timing());
            for (Turn turn : call.turns()) {
                state.add(turn, call.sideOf(turn));
                for (Feature feature : CATALOGUE.features()) {
                    double reading = feature.reading().applyAsDouble(state);
                    if (Double.isNaN(reading)) {
                        assertTrue(feature.min() >= 0, feature.id() + " can be missing, so its range must leave " + FeatureCatalogue.MISSING + " free");
                    } else {
                        assertTrue(reading >= feature.min() && reading <= feature.max(), feature.id() + " reads " + reading);
                    }
                }
            }
        }
    }

    /** The running sums equal counting everything again from the start. */
    @Test
    void equalsCountingAgain() {
        for (int n = 0; n < 100; n++) {
            Call call = SyntheticCalls.anyCall("again-" + n, new SplittableRandom(1000 + n));
            TurnState state = new TurnState(call.timing());
            for (Turn turn : call.turns()) {
                state.add(turn, call.sideOf(turn));
                List<Turn> before = call.turns().subList(0, turn.ordinal() + 1);
                for (Side side : List.of(Side.REP, Side.CUSTOMER)) {
                    String id = side == Side.REP ? "rep" : "customer";
                    List<Utterance> said = before.stream().filter(t -> call.sideOf(t) == side).map(t -> Utterance.read(t.text())).toList();
                    List<Utterance> recent = said.subList(Math.max(0, said.size() - 3), said.size());
                    boolean punctuated = before.stream().anyMatch(t -> Utterance.read(t.text()).punctuated());
                    assertEquals(said.stream().mapToInt(Utterance::words).sum(), value(state, id + ".words"));
                    assertEquals(
                            said.stream().mapToInt(u -> punctuated ? u.markedQuestions() : u.formedQuestions()).sum(), value(state, id + ".questions"));
                    assertEquals(
                            recent.isEmpty() ? -1 : recent.stream().mapToInt(Utterance::words).average().orElse(0), value(state, id + ".recent_words"), 1e-9);
                    int words = recent.stream().mapToInt(Utterance::words).sum();
                    int found = recent.stream().mapToInt(u -> u.topic(Topic.COMMITMENT)).sum();
                    assertEquals(words == 0 ? -1 : 100.0 * found / words, value(state, id + ".recent_commitment"), 1e-9);
                }
            }
            assertArrayEquals(Sample.wholeOf(call), CATALOGUE.vector(state));
        }
    }

    private static double value(TurnState state, String id) {
        double[] vector = CATALOGUE.vector(state);
        return vector[List.of(CATALOGUE.ids()).indexOf(id)];
    }
}
