package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.Outcomes.Known;
import org.turnwise.reward.Outcomes.Reported;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.reward.RewardSignal.Origin;

class OutcomesTest {

    private static final Call CALL = Samples.call("one", 4);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private int report(OutcomeKind kind, Origin origin) {
        return outcomes.record(List.of(new Reported(CALL.id(), kind, origin, "deals.csv:2")));
    }

    private Known known() {
        return outcomes.known(CALL.id()).orElseThrow();
    }

    private Labeling labeling(String annotator) {
        return new Labeling(workspace.journal(), LabelScheme.standard(), annotator, Clock.systemUTC(), edit -> outcomes.follow(edit, workspace.journal()));
    }

    private static void label(Labeling labeling, String outcome) {
        labeling.toggle(CALL, new Target.OfCall(CALL.id()), LabelScheme.standard().label(outcome).orElseThrow());
    }

    @Test
    void appendsNothingWhenAReportIsRepeated() {
        assertEquals(1, report(OutcomeKind.WON, Origin.CRM));
        assertEquals(0, report(OutcomeKind.WON, Origin.CRM));
        assertEquals(1, report(OutcomeKind.WON, Origin.DATASET), "another origin says so too");
        assertEquals(1, report(OutcomeKind.LOST, Origin.CRM));
        assertEquals(1, report(OutcomeKind.WON, Origin.CRM), "it changed in between");
        Reported once = new Reported(new CallId("two"), OutcomeKind.WON, Origin.CRM, "x");
        assertEquals(1, outcomes.record(List.of(once, once)), "and within one batch");
    }

    @Test
    void supersedesTheSignalOfTheSameOriginOnly() {
        report(OutcomeKind.OPEN, Origin.CRM);
        report(OutcomeKind.WON, Origin.DATASET);
        report(OutcomeKind.LOST, Origin.CRM);
        List<RewardSignal> trail = workspace.rewards().trail(CALL.id());
        assertEquals(3, trail.size());
        assertEquals(null, trail.get(1).supersedes());
        assertEquals(1L, trail.get(2).supersedes());
        assertEquals(List.of(trail.get(1), trail.get(2)), workspace.rewards().inForce(CALL.id()));
    }

    @Test
    void believesTheMoreReliableAndWeighsDownByWhatContradictsIt() {
        report(OutcomeKind.WON, Origin.CRM);
        assertEquals(1.0, known().weight());
        assertEquals(1.0, known().reward());
        label(labeling("Ann"), "STALL");
        assertEquals(OutcomeKind.WON, known().kind());
        assertEquals(0.2, known().weight(), 1e-12);
        assertTrue(known().conflict());
    }

    @Test
    void doesNotCallItAConflictWhenOneSaysNothing() {
        report(OutcomeKind.WON, Origin.CRM);
        label(labeling("Ann"), "VOICEMAIL");
        assertFalse(known().conflict());
        assertEquals(1.0, known().weight());
    }

    @Test
    void takesTheLaterOfEqualsAndNeverWeighsNothing() {
        report(OutcomeKind.WON, Origin.CRM);
        report(OutcomeKind.LOST, Origin.DATASET);
        assertEquals(OutcomeKind.LOST, known().kind());
        assertTrue(known().weight() > 0);
        assertTrue(known().conflict());
    }

    @Test
    void letsAnAnalystSpeakWhileTheDealIsOpen() {
        report(OutcomeKind.OPEN, Origin.CRM);
        assertEquals(OutcomeKind.OPEN, known().kind());
        assertEquals(null, known().reward());
        label(labeling("Ann"), "DEMO_BOOKED");
        assertEquals(OutcomeKind.DEMO_BOOKED, known().kind());
        assertEquals(0.8, known().weight());
        assertFalse(known().conflict());
    }

    @Test
    void followsAnAnalystThroughChangesUndoAndRedo() {
        Labeling ann = labeling("Ann");
        label(ann, "DEMO_BOOKED");
        assertEquals(OutcomeKind.DEMO_BOOKED, known().kind());
        label(ann, "STALL");
        assertEquals(OutcomeKind.STALL, known().kind());
        ann.undo();
        assertEquals(OutcomeKind.DEMO_BOOKED, known().kind());
        ann.undo();
        assertEquals(Optional.empty(), outcomes.known(CALL.id()));
        ann.redo();
        assertEquals(OutcomeKind.DEMO_BOOKED, known().kind());
        label(ann, "DEMO_BOOKED");
        assertEquals(Map.of(), outcomes.known());
        assertEquals(6, workspace.rewards().size(), "every step is on record");
    }

    @Test
    void keepsWhatALaterAnalystSaidWhenAnEarlierOneTakesTheirsOff() {
        Labeling ann = labeling("Ann");
        label(ann, "DEMO_BOOKED");
        label(labeling("Ben"), "STALL");
        label(ann, "DEMO_BOOKED");
        assertEquals(OutcomeKind.STALL, known().kind());
    }

    @Test
    void theLedgerOnlyGrowsAndReplayingItGivesWhatIsInForce() {
        Random random = new Random(7);
        List<RewardSignal> before = List.of();
        for (int step = 0; step < 150; step++) {
            act(random);
            List<RewardSignal> ledger = ledger();
            assertEquals(before, ledger.subList(0, before.size()), "what stood in the ledger stays as it was");
            assertEquals(ledger.size(), workspace.rewards().size());
            before = ledger;
            if (step % 50 == 49) {
                close();
                open();
            }
        }
        assertEquals(replayed(before), workspace.rewards().inForce());
        replayed(before).forEach((call, signals) -> assertEquals(signals, workspace.rewards().inForce(call)));
    }

    private void act(Random random) {
        CallId call = new CallId("call " + random.nextInt(3));
        OutcomeKind kind = OutcomeKind.values()[random.nextInt(OutcomeKind.values().length)];
        Origin origin = Origin.values()[random.nextInt(Origin.values().length)];
        if (random.nextInt(4) > 0) {
            outcomes.record(List.of(new Reported(call, kind, origin, "x")));
        } else {
            workspace.rewards().append(List.of(new RewardSignal(0, call, null, null, 1, origin, 1.0, "withdrawn", Samples.AT, null)));
        }
    }

    private List<RewardSignal> ledger() {
        List<RewardSignal> ledger = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ledger.addAll(workspace.rewards().trail(new CallId("call " + i)));
        }
        ledger.sort(java.util.Comparator.comparing(RewardSignal::seq));
        return ledger;
    }

    private static Map<CallId, List<RewardSignal>> replayed(List<RewardSignal> ledger) {
        Map<Long, RewardSignal> left = new java.util.TreeMap<>();
        for (RewardSignal signal : ledger) {
            if (signal.supersedes() != null) {
                left.remove(signal.supersedes());
            }
            if (signal.kind() != null) {
                left.put(signal.seq(), signal);
            }
        }
        Map<CallId, List<RewardSignal>> inForce = new HashMap<>();
        left.values().forEach(signal -> inForce.computeIfAbsent(signal.call(), call -> new ArrayList<>()).add(signal));
        return inForce;
    }
}
