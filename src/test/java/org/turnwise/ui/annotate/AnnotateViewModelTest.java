package org.turnwise.ui.annotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Statuses;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.queue.Queue;
import org.turnwise.queue.WorkStatus;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.scoring.Encoding;
import org.turnwise.scoring.Forecasts;
import org.turnwise.store.Workspace;
import org.turnwise.task.InlineTasks;
import org.turnwise.ui.common.SaveState;
import org.turnwise.ui.common.WorkQueue;

/** The annotate screen over a real workspace, without a toolkit. */
class AnnotateViewModelTest {

    private static final CallId FIRST = new CallId("first");
    private static final CallId SECOND = new CallId("second");

    @TempDir
    private Path folder;

    private Workspace workspace;
    private LabelScheme scheme;
    private Outcomes outcomes;
    private WorkQueue queue;
    private SaveState saveState;
    private AnnotateViewModel model;

    @BeforeEach
    void openWorkspace() {
        scheme = LabelScheme.standard();
        open();
        workspace.calls().add(call(FIRST, 6), () -> {});
        workspace.calls().add(call(SECOND, 4), () -> {});
        queue.rebuild(() -> {});
        queue.openProperty().set(FIRST);
    }

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    @Test
    void openingACallShowsItsTurnsAndTakesTheFirstInHand() {
        assertEquals(FIRST, model.current().orElseThrow().call().id());
        assertEquals(6, model.current().orElseThrow().rows(scheme).size());
        assertEquals(0, model.selectedProperty().get());
        assertEquals(Side.REP, model.inHand().side().orElseThrow());
    }

    @Test
    void aLabelIsOnDiskBeforeItCountsAsSaved() {
        assertEquals(null, saveState.savedAtProperty().get());
        toggle(0, "R_AGENDA");
        assertTrue(saveState.savedAtProperty().get() != null);
        assertEquals(List.of("R_AGENDA"), labelsOnDisk(FIRST));
        assertEquals(WorkStatus.IN_PROGRESS, queue.item(FIRST).orElseThrow().status());
    }

    @Test
    void aRepActOnACustomerTurnIsRefusedInWordsAndNothingIsStored() {
        toggle(1, "R_AGENDA");
        assertTrue(model.messageProperty().get().contains("rep"), model.messageProperty().get());
        assertEquals(List.of(), labelsOnDisk(FIRST));
        toggle(1, "O_PRICE");
        assertEquals("", model.messageProperty().get());
    }

    @Test
    void onlyLabelsOfTheSideInHandAreOffered() {
        model.selectedProperty().set(1);
        assertTrue(model.inHand().fits(scheme.label("O_PRICE").orElseThrow()));
        assertFalse(model.inHand().fits(scheme.label("R_AGENDA").orElseThrow()));
        assertTrue(AnnotateCommands.ofLabels(model).stream().anyMatch(c -> c.id().equals("label.O_PRICE")));
        assertTrue(AnnotateCommands.ofLabels(model).stream().noneMatch(c -> c.id().equals("label.R_AGENDA")));
    }

    @Test
    void aKindOfAnActTakesThePlaceOfItsFamily() {
        toggle(0, "R_ASK");
        toggle(0, "Q_IMPACT");
        assertEquals(List.of("Q_IMPACT"), labelsOnDisk(FIRST));
    }

    @Test
    void theDeltaStepsWithinItsRange() {
        model.selectedProperty().set(1);
        model.marking().stepDelta(-1);
        model.marking().stepDelta(-1);
        model.marking().stepDelta(-1);
        assertEquals(Optional.of(-2), model.inHand().delta());
        model.marking().stepDelta(1);
        assertEquals(Optional.of(-1), model.inHand().delta());
        assertEquals(List.of("DELTA_-1"), labelsOnDisk(FIRST));
    }

    @Test
    void aStageHoldsUntilTheNextThatIsSet() {
        toggle(0, "STAGE_OPENING");
        toggle(3, "STAGE_PRICING");
        assertEquals("Opening", model.current().orElseThrow().stageAt(2, scheme).orElseThrow().name());
        assertEquals("Pricing", model.current().orElseThrow().stageAt(5, scheme).orElseThrow().name());
        assertEquals(
                List.of("Opening 0", "Pricing 3"),
                model.current().orElseThrow().rows(scheme).stream()
                        .filter(row -> row.stage() != null)
                        .map(row -> row.stage().name() + " " + row.turn().ordinal())
                        .toList());
    }

    @Test
    void undoGoesBackToTheCallAndTurnWhereItHappened() {
        toggle(3, "O_TIMING");
        queue.openProperty().set(SECOND);
        assertEquals(SECOND, model.current().orElseThrow().call().id());
        model.undo();
        assertEquals(FIRST, queue.openProperty().get());
        assertEquals(3, model.selectedProperty().get());
        assertEquals(List.of(), labelsOnDisk(FIRST));
        model.redo();
        assertEquals(List.of("O_TIMING"), labelsOnDisk(FIRST));
    }

    @Test
    void undoReachesBackBeyondARestart() {
        toggle(2, "R_CLOSE");
        workspace.close();
        open();
        queue.rebuild(() -> {});
        assertTrue(model.canUndoProperty().get());
        model.undo();
        assertEquals(List.of(), labelsOnDisk(FIRST));
        assertEquals(FIRST, queue.openProperty().get());
    }

    @Test
    void submittingIsStoredAndOpensTheNextCallThatWaits() {
        model.submitAndNext();
        assertEquals(Set.of(Statuses.SUBMITTED), workspace.journal().statuses().get(FIRST));
        assertEquals(SECOND, queue.openProperty().get());
        model.undo();
        assertEquals(null, workspace.journal().statuses().get(FIRST));
    }

    @Test
    void skippingTheLastCallThatWaitsSaysSo() {
        model.skipAndNext();
        model.skipAndNext();
        assertEquals(WorkStatus.SKIPPED, queue.item(SECOND).orElseThrow().status());
        assertFalse(model.messageProperty().get().isEmpty());
    }

    @Test
    void anOutcomeThatAnAnalystLabelsIsKnownAtOnceAndGoneAfterUndo() {
        toggle(0, "MEETING_BOOKED");
        assertEquals(OutcomeKind.MEETING_BOOKED, outcomes.known(FIRST).orElseThrow().kind());
        assertTrue(outcomes.known(FIRST).orElseThrow().weight() < 1);
        assertEquals(OutcomeKind.MEETING_BOOKED, queue.item(FIRST).orElseThrow().outcome());
        model.undo();
        assertTrue(outcomes.known(FIRST).isEmpty());
    }

    @Test
    void aNoteIsKeptOnceHoweverOftenTheFieldIsLeft() {
        model.marking().setNote("ask about October");
        model.marking().setNote("ask about October ");
        assertEquals("ask about October", model.inHand().note());
        assertEquals(1, workspace.journal().size());
        model.marking().setNote("");
        assertEquals("", model.inHand().note());
    }

    private void open() {
        workspace = Workspace.open(folder);
        Clock clock = Clock.systemUTC();
        InlineTasks tasks = new InlineTasks();
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), clock);
        Forecasts forecasts = new Forecasts(workspace.calls(), workspace.scorerVersions(), workspace.forecasts(), Encoding.shared());
        queue = new WorkQueue(new Queue(workspace.calls(), workspace.journal(), outcomes, forecasts, 0, () -> "Nora"), tasks);
        saveState = new SaveState(clock);
        Labeling labeling = new Labeling(workspace.journal(), scheme, "Nora", clock, edit -> outcomes.follow(edit, workspace.journal()));
        model = new AnnotateViewModel(workspace.calls(), labeling, scheme, outcomes, forecasts, queue, saveState, tasks, tasks);
    }

    private void toggle(int turn, String label) {
        model.selectedProperty().set(turn);
        model.marking().toggle(scheme.label(label).orElseThrow());
    }

    private List<String> labelsOnDisk(CallId call) {
        return workspace.journal().current(call).stream().map(Annotation::label).toList();
    }

    private static Call call(CallId id, int turns) {
        List<Turn> said = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            said.add(new Turn(i, i % 2 == 0 ? "Rita" : "Carl", id + " says thing number " + i, null, null));
        }
        return new Call(
                id, "Call " + id, new Source("text", id + ".txt", null), TimingClass.NONE, null, id.value(),
                List.of(new Participant("Rita", "Rita", Side.REP), new Participant("Carl", "Carl", Side.CUSTOMER)), said);
    }
}
