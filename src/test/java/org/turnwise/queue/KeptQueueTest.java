package org.turnwise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal.Origin;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Example;
import org.turnwise.scoring.Forecasts;
import org.turnwise.scoring.SyntheticCalls;
import org.turnwise.scoring.Training;
import org.turnwise.scoring.evaluation.VersionEvaluation;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Whatever happens between two builds, what is kept from the first makes no difference to the second. */
class KeptQueueTest {

    private static final CallId ONE = new CallId("call-0001");

    @TempDir
    Path folder;

    private final List<Example> examples = SyntheticCalls.telling(70, 4);
    private Workspace workspace;
    private Outcomes outcomes;
    private Labeling labeling;
    private Forecasts forecasts;
    private Queue kept;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        labeling = new Labeling(workspace.journal(), LabelScheme.standard(), "Ann", Clock.systemUTC(), edit -> outcomes.follow(edit, workspace.journal()));
        forecasts = forecasts();
        kept = new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 3, () -> "Nora");
        examples.subList(0, 50).forEach(this::bringIn);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void withoutAScorer() {
        assertAsFromScratch("at first");
        changeEverything();
    }

    @Test
    void withAScorer() {
        train();
        assertAsFromScratch("at first");
        assertTrue(kept.build(Progress.silent()).stream().allMatch(item -> item.probability() != null));
        changeEverything();
        workspace.scorerVersions().rollBack();
        assertAsFromScratch("without a scorer again");
    }

    @Test
    void rowsThatSayTheSameAreTheSame() {
        List<QueueItem> before = kept.build(Progress.silent());
        labeling.status(ONE, Statuses.FLAGGED, true);
        List<QueueItem> after = kept.build(Progress.silent());
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).call().id().equals(ONE) && before.get(i).reason() != QueueReason.ANOMALOUS) {
                assertSame(before.get(i), after.get(i));
            }
        }
    }

    /** Ninety steps drawn at random: whatever they are, building on what was kept and building anew give the same rows in the same order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whateverIsDone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        if (seed == 2) {
            train();
        }
        int[] arrived = {50};
        for (int step = 0; step < 90; step++) {
            CallId call = examples.get(random.nextInt(arrived[0])).call().id();
            String what = step(random, call, arrived);
            if (random.nextInt(3) == 0) {
                List<QueueItem> expected = new Queue(workspace.calls(), workspace.journal(), outcomes, forgetful(), 3, () -> "Nora").build(Progress.silent());
                assertEquals(expected, kept.build(Progress.silent()), "seed " + seed + ", step " + step + ": " + what);
            }
        }
    }

    private String step(SplittableRandom random, CallId call, int[] arrived) {
        boolean on = random.nextBoolean();
        switch (random.nextInt(9)) {
            case 0 -> labeling.status(call, Statuses.SKIPPED, on);
            case 1 -> labeling.status(call, Statuses.SUBMITTED, on);
            case 2 -> labeling.status(call, Statuses.FLAGGED, on);
            case 3 -> labeling.toggle(
                    workspace.calls().find(call).orElseThrow(), new Target.OfTurn(call, 1), LabelScheme.standard().ofKind(LabelKind.STAGE)
                    .get(random.nextInt(3)));
            case 4 -> labeling.undo();
            case 5 -> labeling.redo();
            case 6 -> outcomes.record(List.of(new Outcomes.Reported(call, on ? OutcomeKind.WON : OutcomeKind.LOST, Origin.CRM, "a table")));
            case 7 -> settle(call, "r", on ? Side.REP : Side.OTHER);
            default -> {
                if (arrived[0] < examples.size()) {
                    bringIn(examples.get(arrived[0]++));
                }
            }
        }
        return call + (on ? " on" : " off");
    }

    private void changeEverything() {
        labeling.status(ONE, Statuses.SKIPPED, true);
        assertAsFromScratch("skipped");
        labeling.undo();
        assertAsFromScratch("a skip undone");
        labeling.status(ONE, Statuses.SUBMITTED, true);
        labeling.status(new CallId("call-0002"), Statuses.FLAGGED, true);
        assertAsFromScratch("submitted and flagged");
        outcomes.record(List.of(new Outcomes.Reported(new CallId("call-0003"), OutcomeKind.LOST, Origin.CRM, "a table")));
        assertAsFromScratch("an outcome");
        outcomes.withdraw(List.of(new Outcomes.Withdrawn(new CallId("call-0003"), Origin.CRM, "taken back")));
        assertAsFromScratch("an outcome withdrawn");
        outcomes.record(List.of(new Outcomes.Reported(examples.get(60).call().id(), OutcomeKind.WON, Origin.CRM, "a table")));
        assertAsFromScratch("an outcome of a call that is not here");
        examples.subList(50, 70).forEach(this::bringIn);
        assertAsFromScratch("calls came in");
        settle(ONE, "r", Side.OTHER);
        assertAsFromScratch("sides no longer settled");
        settle(ONE, "r", Side.REP);
        assertAsFromScratch("sides settled");
    }

    private void settle(CallId call, String participant, Side side) {
        workspace.calls().assignSides(List.of(new SideAssignment(call, participant, side, "Ann", Instant.EPOCH)));
        forecasts.sidesChanged(call);
    }

    /** Twice, for the second build has the first to lean on; and anew, as after a start. */
    private void assertAsFromScratch(String when) {
        List<QueueItem> expected = new Queue(workspace.calls(), workspace.journal(), outcomes, forgetful(), 3, () -> "Nora").build(Progress.silent());
        assertEquals(expected, kept.build(Progress.silent()), when);
        assertEquals(expected, kept.build(Progress.silent()), when + ", again");
        Queue started = new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts(), 3, () -> "Nora");
        assertEquals(expected, started.build(Progress.silent()), when + ", after a start");
    }

    private Forecasts forecasts() {
        return new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared(), workspace.finishedFeatures());
    }

    private Forecasts forgetful() {
        return new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
    }

    private void bringIn(Example example) {
        workspace.calls().add(example.call(), () -> {});
        OutcomeKind kind = example.converted() ? OutcomeKind.DEMO_BOOKED : OutcomeKind.STALL;
        outcomes.record(List.of(new Outcomes.Reported(example.call().id(), kind, Origin.DATASET, "test")));
    }

    private void train() {
        new Training(
                workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(),
                workspace.memberCaches(),
                VersionEvaluation::assess, Clock.systemUTC()).train(0, Progress.silent());
        workspace.scorerVersions().promote(1);
    }
}
