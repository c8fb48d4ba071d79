package org.turnwise.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.queue.Queue;
import org.turnwise.review.Reviewer;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.InlineTasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.WorkQueue;

/** Which label's guidance is in view, and with which examples; without a toolkit. */
class GuidanceTest {

    private static final LabelScheme SCHEME = LabelScheme.standard();
    private static final Label PRICE = SCHEME.label("O_PRICE").orElseThrow();
    private static final Label TIMING = SCHEME.label("O_TIMING").orElseThrow();

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Labeling nora;
    private AnnotateViewModel model;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        for (String id : List.of("one", "two", "three", "open")) {
            workspace.calls().add(call(id), () -> {});
        }
        Clock clock = Clock.systemUTC();
        InlineTasks tasks = new InlineTasks();
        Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), clock);
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        WorkQueue queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
        nora = labeling("Nora");
        model = new AnnotateViewModel(workspace.calls(), nora, SCHEME, outcomes, forecasts, queue, new SaveState(clock), tasks, tasks);
        queue.rebuild(() -> {});
        queue.openProperty().set(new CallId("open"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private GuidanceViewModel guidance() {
        return new GuidanceViewModel(model, workspace.journal(), workspace.calls(), nora, workspace.settings(), new InlineTasks());
    }

    private Labeling labeling(String who) {
        return new Labeling(workspace.journal(), SCHEME, who, Clock.systemUTC(), edit -> {});
    }

    private static Call call(String id) {
        return new Call(
                new CallId(id), "Call " + id, new Source("text", id + ".txt", null), TimingClass.NONE, null, id,
                List.of(new Participant("r", "Rita", Side.REP), new Participant("c", "Carl", Side.CUSTOMER)),
                List.of(new Turn(0, "r", "what would it take", null, null), new Turn(1, "c", "too much for us, says " + id, null, null)));
    }

    private void price(String call) {
        labeling("Ann").toggle(call(call), new Target.OfTurn(new CallId(call), 1), PRICE);
    }

    private static List<String> texts(GuidanceViewModel guidance) {
        return guidance.examplesProperty().get().stream().map(GuidanceViewModel.Example::text).toList();
    }

    @Test
    void theLabelInHandIsTheOneTouchedLast() {
        GuidanceViewModel guidance = guidance();
        guidance.begin(List.of(PRICE, TIMING));
        assertEquals(List.of(PRICE, TIMING), guidance.begunProperty().get());
        guidance.begin(List.of());
        assertEquals(null, guidance.inHandProperty().get());
        guidance.begin(List.of(TIMING));
        assertEquals(TIMING, guidance.inHandProperty().get(), "no other key is left");
        model.selectedProperty().set(1);
        model.marking().toggle(PRICE);
        assertEquals(PRICE, guidance.inHandProperty().get(), "just put on");
        guidance.take(TIMING);
        model.selectedProperty().set(0);
        assertEquals(TIMING, guidance.inHandProperty().get(), "nothing is on that turn");
        model.selectedProperty().set(1);
        assertEquals(PRICE, guidance.inHandProperty().get(), "what the turn carries");
    }

    @Test
    void examplesAreTheTeamsLatestOfOtherCalls() {
        price("one");
        price("two");
        price("three");
        price("open");
        GuidanceViewModel guidance = guidance();
        guidance.take(PRICE);
        assertEquals(List.of("too much for us, says three", "too much for us, says two"), texts(guidance));
        guidance.take(TIMING);
        assertEquals(List.of(), texts(guidance));
    }

    @Test
    void aCallThatIsReadBlindIsNoExample() {
        price("one");
        new Reviewer(workspace.journal(), SCHEME, "Mia", Clock.systemUTC(), edit -> {}).assign(new CallId("one"), "Nora", true);
        GuidanceViewModel before = guidance();
        before.take(PRICE);
        assertEquals(List.of(), texts(before));
        nora.status(new CallId("one"), Statuses.SUBMITTED, true);
        GuidanceViewModel after = guidance();
        after.take(PRICE);
        assertEquals(List.of("too much for us, says one"), texts(after));
    }

    @Test
    void hiddenItStaysHidden() {
        GuidanceViewModel guidance = guidance();
        assertTrue(guidance.shownProperty().get());
        guidance.toggle();
        assertFalse(guidance().shownProperty().get());
        guidance.toggle();
        assertTrue(guidance().shownProperty().get());
    }
}
