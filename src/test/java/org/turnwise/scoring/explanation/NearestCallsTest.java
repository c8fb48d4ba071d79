package org.turnwise.scoring.explanation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.duplicates.Decision;
import org.turnwise.intake.duplicates.Duplicates;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.scoring.Encoding;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

class NearestCallsTest {

    private static final String[] DENTIST = {"How do your clinics book patients today?", "Our dental practice still books patients by phone.", "Shall we meet?", "Yes."};
    private static final String[] DENTIST_TOO = {"How does the practice book its patients?", "The dental clinic books patients by phone and on paper.", "Shall we talk?", "Yes."};
    private static final String[] DENTIST_AGAIN = {"How do you book dental patients?", "By phone, patients call our clinic.", "Shall we meet then?", "No."};
    private static final String[] SOLAR = {"What is your roof made of?", "Slate, and it faces north, so solar panels won't pay.", "What is your power bill?", "Small."};

    @TempDir
    private Path folder;

    private Workspace workspace;
    private Outcomes outcomes;
    private final AtomicInteger corrections = new AtomicInteger();
    private NearestCalls nearest;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        nearest = new NearestCalls(workspace.calls(), outcomes, Encoding.shared(), call -> corrections.get(), Set::of);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void findsWhatWentAlikeWithWhatCameOfIt() {
        add("won", OutcomeKind.WON, DENTIST_TOO);
        add("lost", OutcomeKind.LOST, DENTIST_AGAIN);
        add("elsewhere", OutcomeKind.LOST, SOLAR);
        add("open", OutcomeKind.OPEN, DENTIST[0], DENTIST[1]);
        Call call = add("asked", OutcomeKind.WON, DENTIST);

        List<NearestCalls.Near> near = nearest.to(call, Progress.silent());
        assertEquals(List.of("won", "lost"), near.stream().map(each -> each.call().value()).toList(), "neither itself, nor an open deal, nor the roof: " + near);
        assertEquals(OutcomeKind.LOST, near.getLast().outcome());
        assertTrue(near.getFirst().similarity() > near.getLast().similarity() && near.getFirst().similarity() <= 1 + 1e-6, near.toString());
    }

    @Test
    void takesInCallsAndOutcomesThatComeLater() {
        Call call = add("asked", OutcomeKind.WON, DENTIST);
        assertEquals(List.of(), nearest.to(call, Progress.silent()), "few comparable calls");
        add("later", OutcomeKind.WON, DENTIST_TOO);
        assertEquals(1, nearest.to(call, Progress.silent()).size());
    }

    @Test
    void anotherRecordingThatWasLeftOutIsNoNeighbourUntilTheDecisionIsTakenBack() {
        add("kept", OutcomeKind.WON, DENTIST_TOO);
        add("left", OutcomeKind.WON, DENTIST_AGAIN);
        Call call = add("asked", OutcomeKind.WON, DENTIST);
        assertEquals(Set.of("kept", "left"), named(call));
        Duplicates duplicates = new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), Clock.systemUTC());
        duplicates.decide(Decision.Pair.of(new CallId("kept"), new CallId("left")), new Decision.OneCall(new CallId("left")), "test");
        assertEquals(Set.of(new CallId("left")), workspace.calls().leftOut());
        assertEquals(Set.of("kept"), named(call));
        duplicates.takeBack("test");
        assertEquals(Set.of("kept", "left"), named(call));
    }

    private Set<String> named(Call call) {
        return nearest.to(call, Progress.silent()).stream().map(each -> each.call().value()).collect(Collectors.toSet());
    }

    @Test
    void readsACallAgainWhenItsSidesWereSettledAnew() {
        Call call = add("asked", OutcomeKind.WON, DENTIST);
        add("turned", OutcomeKind.WON, DENTIST_TOO[1], DENTIST_TOO[0], DENTIST_TOO[3], DENTIST_TOO[2]);
        double before = similarity(call);
        workspace.calls().assignSides(List.of(
                new SideAssignment(new CallId("turned"), "r", Side.CUSTOMER, "test", Instant.EPOCH),
                new SideAssignment(new CallId("turned"), "c", Side.REP, "test", Instant.EPOCH)));
        corrections.incrementAndGet();
        assertTrue(similarity(call) > Math.max(before, .8), before + " and now " + similarity(call));
    }

    private double similarity(Call call) {
        return nearest.to(call, Progress.silent()).stream().mapToDouble(NearestCalls.Near::similarity).findFirst().orElse(0);
    }

    private Call add(String id, OutcomeKind outcome, String... texts) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < texts.length; i++) {
            turns.add(new Turn(i, i % 2 == 0 ? "r" : "c", texts[i], null, null));
        }
        List<Participant> both = List.of(new Participant("r", "Rosa Rep", Side.REP), new Participant("c", "Carl", Side.CUSTOMER));
        Call call = new Call(new CallId(id), id, new Source("test", id, null), TimingClass.NONE, null, id, both, turns);
        workspace.calls().add(call, () -> {});
        outcomes.record(List.of(new Outcomes.Reported(call.id(), outcome, RewardSignal.Origin.CRM, "test")));
        return call;
    }
}
