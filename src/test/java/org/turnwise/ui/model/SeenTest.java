package org.turnwise.ui.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.CallId;
import org.turnwise.scoring.Head.Standard;
import org.turnwise.scoring.HeadForecasts;
import org.turnwise.scoring.HeldOutCall;
import org.turnwise.scoring.Metrics;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;
import org.turnwise.ui.model.Verdict.Tone;

/** What a person is told of a version, from what the workspace kept of it. */
class SeenTest {

    private static final int CALLS = 120;

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private ScorerVersion version(String evaluation) {
        Metrics metrics = new Metrics(200, .7, .2, .6, .05);
        Metrics prior = new Metrics(200, .5, .25, .69, 0);
        ScorerVersion version = new ScorerVersion(
                0, ScorerVersion.Status.CANDIDATE, Instant.EPOCH, 1, 0, 200, 100, "abc", "sales-core 1.0", 1, metrics, metrics, prior, prior, null,
                new ScorerVersion.Origin.Full(false));
        return workspace.scorerVersions().add(version, new byte[1], evaluation, number -> {});
    }

    /** Forecasts of some calls, as sure of the right side as {@code sure} says. */
    private static String forecasts(int from, double sure, long seed) {
        SplittableRandom own = new SplittableRandom(seed);
        List<HeldOutCall> calls = new ArrayList<>();
        for (int i = from; i < from + CALLS; i++) {
            boolean converted = i % 2 == 0;
            double hard = 1.5 * new SplittableRandom(i).nextGaussian();
            double[] live = new double[8 + i % 10];
            double[] words = new double[live.length];
            for (int turn = 0; turn < live.length; turn++) {
                live[turn] = 1 / (1 + Math.exp(-((converted ? sure : -sure) + hard + .1 * own.nextGaussian())));
                words[turn] = 1 / (1 + Math.exp(-hard));
            }
            HeadForecasts said =
                    new HeadForecasts(.5, Map.of(Standard.LIVE, live, Standard.TFIDF, words), Map.of(Standard.FINISHED, live[live.length - 1]));
            calls.add(new HeldOutCall(new CallId("call " + i), "customer " + i / 2, converted, live.length, .5, said));
        }
        return VersionEvaluation.assess(calls, 0, 5, 0, Progress.silent());
    }

    private Seen seen(ScorerVersion version, ScorerVersion active) {
        return Seen.of(workspace.scorerVersions(), version, active);
    }

    @Test
    void saysWhenADifferenceIsNotNoiseAndWarnsWhenItIs() {
        ScorerVersion active = version(forecasts(0, 1, 1));
        Seen better = seen(version(forecasts(0, 1.3, 2)), active);
        assertEquals(Tone.GOOD, Verdict.of(better).tone());
        assertEquals(
                "Version 2 is better than version 1 on these calls, by more than chance among calls; chance in training is not counted in.",
                Verdict.of(better).title());
        assertTrue(Verdict.of(better).text().startsWith("On the same 120 held-out calls of 60 customers, Brier goes from "), Verdict.of(better).text());
        assertEquals("", Verdict.of(better).beforePromoting(better));

        Seen same = seen(version(forecasts(0, 1, 3)), active);
        assertEquals(Tone.UNSURE, Verdict.of(same).tone());
        assertEquals("Within noise: promoting it may bring nothing.", Verdict.of(same).beforePromoting(same));

        Seen worse = seen(version(forecasts(0, .6, 4)), active);
        assertEquals(Tone.BAD, Verdict.of(worse).tone());
        assertEquals("Promoting it makes forecasts worse.", Verdict.of(worse).beforePromoting(worse));
    }

    @Test
    void saysWhyTwoVersionsAreNotPaired() {
        Seen apart = seen(version(forecasts(400, 1.3, 1)), version(forecasts(0, 1, 2)));
        assertNull(apart.paired());
        assertTrue(Verdict.of(apart).text().endsWith("because calls of fewer than 10 customers were held out from both."), Verdict.of(apart).text());
        Seen unread = Seen.unreadable(version(""), version(forecasts(0, 1, 1)));
        assertTrue(Verdict.of(unread).text().endsWith("because of version 3 only totals were kept."), Verdict.of(unread).text());
        assertThrows(IllegalArgumentException.class, () -> seen(version("{}"), version("{}")));
    }

    @Test
    void aloneItStandsBesideThePriorAndTfIdf() {
        ScorerVersion only = version(forecasts(0, 1.3, 1));
        Verdict verdict = Verdict.of(seen(only, only));
        assertEquals("Version 1 is better than the class prior at every prefix, by more than noise.", verdict.title());
        assertTrue(verdict.text().matches("Brier on 120 held-out calls of 60 customers\\. Half-way through a call: −\\.\\d{3} \\(95 % interval .*"
                + "against the prior, −\\.\\d{3} \\(95 % interval .* against TF-IDF \\+ LR\\. Once it is finished: .*"), verdict.text());
        assertEquals(Tone.GOOD, verdict.tone());
        Seen nothing = seen(version(forecasts(0, 0, 2)), only);
        assertEquals(Tone.BAD, Verdict.of(nothing).tone());
    }
}
