package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.task.Progress;

class TrainerTest {

    private static final List<Example> TELLING = SyntheticCalls.telling(160, 1);
    private static final Trainer.Trained TRAINED = Trainer.train(Snapshot.of(TELLING, Encoding.shared(), 0, Progress.silent()), Progress.silent());

    @Test
    void learnsWhatIsThere() {
        assertTrue(TRAINED.finished().auc() > .9, "finished " + TRAINED.finished());
        assertTrue(TRAINED.live().auc() > .7, "live " + TRAINED.live());
        assertTrue(TRAINED.live().brier() < TRAINED.prior().brier() && TRAINED.finished().brier() < TRAINED.priorFinished().brier());
        assertTrue(TRAINED.live().ece() < .12, "calibrated within what 160 calls allow: " + TRAINED.live());
        assertEquals(160, TRAINED.live().calls());
        assertEquals(.25, TRAINED.prior().brier(), .01);
    }

    /** With 300 calls the standard error of the AUC is .033; three of them either way. A leak of outcomes, or of customers, would show as far more than .6. */
    @Test
    void findsNothingInShuffledOutcomes() {
        List<Example> telling = SyntheticCalls.telling(300, 2);
        List<Boolean> outcomes = new ArrayList<>(telling.stream().map(Example::converted).toList());
        Collections.shuffle(outcomes, new Random(3));
        List<Example> shuffled = new ArrayList<>();
        for (int i = 0; i < telling.size(); i++) {
            shuffled.add(new Example(telling.get(i).call(), outcomes.get(i), 1, null));
        }
        Trainer.Trained trained = Trainer.train(Snapshot.of(shuffled, Encoding.shared(), 0, Progress.silent()), Progress.silent());
        assertEquals(.5, trained.finished().auc(), .1, "finished " + trained.finished());
        assertEquals(.5, trained.live().auc(), .1, "live " + trained.live());
    }

    @Test
    void theSameSnapshotGivesTheSameScorerWhateverTheOrder() {
        List<Example> shuffled = new ArrayList<>(TELLING);
        Collections.shuffle(shuffled, new Random(5));
        Snapshot snapshot = Snapshot.of(shuffled, Encoding.shared(), 0, Progress.silent());
        Trainer.Trained again = Trainer.train(snapshot, Progress.silent());
        assertEquals(Snapshot.of(TELLING, Encoding.shared(), 0, Progress.silent()).hash(), snapshot.hash());
        assertEquals(TRAINED.live(), again.live());
        assertArrayEquals(TRAINED.scorer().write(), again.scorer().write());
        assertNotEquals(Snapshot.of(TELLING.subList(1, 160), Encoding.shared(), 0, Progress.silent()).hash(), snapshot.hash());
    }

    @Test
    void aScorerReadBackForecastsTheSame() {
        Scorer read = Scorer.read(TRAINED.scorer().write());
        for (int n = 0; n < 20; n++) {
            Call call = SyntheticCalls.anyCall("read-" + n, new SplittableRandom(n));
            assertEquals(TRAINED.scorer().forecast(call, 1, Encoding.shared()), read.forecast(call, 1, Encoding.shared()));
        }
    }

    @Test
    void knowsNothingOfWhatComesLater() {
        Scorer scorer = TRAINED.scorer();
        for (int n = 0; n < 60; n++) {
            Call call = SyntheticCalls.anyCall("ahead-" + n, new SplittableRandom(50 + n));
            CallForecast whole = scorer.forecast(call, 1, Encoding.shared());
            int length = 1 + new SplittableRandom(n).nextInt(call.turns().size());
            assertEquals(whole.turns().subList(0, length), scorer.forecast(call.prefix(length), 1, Encoding.shared()).turns());

            List<Participant> more = new ArrayList<>(call.participants());
            more.addFirst(new Participant("silent", "Silent", Side.CUSTOMER));
            more.add(new Participant("quiet", "Quiet", Side.REP));
            Call joined = new Call(call.id(), call.title(), call.source(), call.timing(), null, call.group(), more, call.turns());
            assertEquals(whole.turns(), scorer.forecast(joined, 1, Encoding.shared()).turns());
        }
    }

    @Test
    void forecastsHoldTogether() {
        for (int n = 0; n < 60; n++) {
            CallForecast forecast = TRAINED.scorer().forecast(SyntheticCalls.anyCall("holds-" + n, new SplittableRandom(n)), 1, Encoding.shared());
            double value = TRAINED.scorer().valueBeforeFirst();
            for (Forecast turn : forecast.turns()) {
                assertTrue(0 <= turn.low() && turn.low() <= turn.probability() && turn.probability() <= turn.high() && turn.high() <= 1, turn.toString());
                assertEquals(Math.abs(2 * turn.probability() - 1), turn.confidence());
                assertTrue(turn.novelty() >= 0 && turn.novelty() <= 1);
                assertEquals(turn.probability() * .5 - (1 - turn.probability()) * .6, turn.value(), 1e-9, "wins are all alike here, and losses");
                assertEquals(turn.value() - value, turn.advantage(), 1e-12);
                value = turn.value();
            }
        }
    }

    @Test
    void noCustomerIsOnBothSidesOfASplit() {
        List<Sample> samples = Snapshot.of(TELLING, Encoding.shared(), 0, Progress.silent()).samples();
        int[] split = Folds.split(samples, 0).orElseThrow();
        Map<String, Integer> foldOf = new HashMap<>();
        int[] size = new int[Folds.count(split)];
        for (int i = 0; i < split.length; i++) {
            Integer before = foldOf.putIfAbsent(samples.get(i).group(), split[i]);
            assertTrue(before == null || before == split[i], samples.get(i).group());
            size[split[i]]++;
        }
        assertEquals(5, size.length);
        for (int calls : size) {
            assertEquals(32, calls, 4);
        }
    }

    @Test
    void saysWhatIsMissing() {
        Training.TooFewOutcomes few = assertThrows(
                Training.TooFewOutcomes.class, () -> Trainer.train(Snapshot.of(TELLING.subList(0, 38), Encoding.shared(), 0, Progress.silent()), Progress.silent()));
        assertEquals(19, few.converted());
        List<Example> oneCustomer = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            oneCustomer.add(new Example(SyntheticCalls.tellingCall("one-" + i, "only", i % 2 == 0, new SplittableRandom(i)), i % 2 == 0, 1, null));
        }
        assertThrows(Training.CannotHoldOut.class, () -> Trainer.train(Snapshot.of(oneCustomer, Encoding.shared(), 0, Progress.silent()), Progress.silent()));
    }

    @Test
    void progressOnlyGrowsAndStopsWhenNoLongerWanted() {
        List<Double> seen = new ArrayList<>();
        Progress stopping = new Progress() {
            @Override
            public void report(double done, String what) {
                assertTrue(seen.isEmpty() || done >= seen.getLast() - 1e-9, what + " went back from " + seen + " to " + done);
                seen.add(done);
            }

            @Override
            public boolean cancelled() {
                return seen.size() > 200;
            }
        };
        assertThrows(CancellationException.class, () -> Trainer.train(Snapshot.of(TELLING, Encoding.shared(), 0, Progress.silent()), stopping));
        assertTrue(seen.size() < 210, "stops within a few trees");
    }
}
