package org.turnwise.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
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
        assertEquals(expected, new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts(), 3, () -> "Nora").build(Progress.silent()), when + ", after a start");
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
                workspace.calls(), outcomes, workspace.journal(), LabelScheme.standard(), Encoding.shared(), workspace.scorerVersions(), workspace.memberCaches(),
                VersionEvaluation::assess, Clock.systemUTC()).train(0, Progress.silent());
        workspace.scorerVersions().promote(1);
    }
}
