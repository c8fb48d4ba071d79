package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository.Added;
import org.turnwise.call.CallSummary;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Side;
import org.turnwise.call.SideAssignment;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.RewardSignal;

class H2CallsTest {

    private static final CallId ONE = new CallId("one");

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder, Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Added add(Call call) {
        return workspace.calls().add(call, () -> {});
    }

    @Test
    void readsACallBackAsItWas() {
        Call call = Samples.call("one", 10_000);
        add(call);
        assertEquals(Optional.of(call), workspace.calls().find(ONE));
        assertEquals(Optional.empty(), workspace.calls().find(new CallId("two")));
        assertEquals(Optional.of(ONE), workspace.calls().withContent(ContentHash.of(call.turns())));
    }

    @Test
    void keepsACallWithoutTimes() {
        Call timed = Samples.call("one", 2);
        Call call = new Call(
                timed.id(),
                timed.title(),
                new org.turnwise.call.Source("text", "one.txt", null),
                org.turnwise.call.TimingClass.NONE,
                null,
                timed.group(),
                timed.participants(),
                timed.turns().stream().map(t -> new org.turnwise.call.Turn(t.ordinal(), t.speaker(), t.text(), null, null)).toList());
        add(call);
        assertEquals(Optional.of(call), workspace.calls().find(ONE));
    }

    @Test
    void knowsTheSameContentUnderAnotherIdAndAnIdWithOtherContent() {
        Call call = Samples.call("one", 4);
        assertEquals(Added.STORED, add(call));
        Call renamed = new Call(
                new CallId("two"), "x", call.source(), call.timing(), null, "g", call.participants(), call.turns());
        assertEquals(Added.DUPLICATE, add(renamed));
        Call longer = Samples.call("one", 6);
        assertEquals(Added.ID_TAKEN, add(longer));
        assertEquals(1, workspace.calls().count());
        assertEquals(Optional.of(call), workspace.calls().find(ONE));
    }

    @Test
    void storesWhatCameWithACallOnlyWithTheCall() {
        RuntimeException thrown = assertThrows(RuntimeException.class, () -> workspace.calls().add(Samples.call("one", 4), () -> {
            workspace.journal().append(Samples.adds(Samples.annotation("one", 1, LabelKind.ACT, "P_PAIN")), edit -> {});
            workspace.rewards().append(List.of(signal()));
            throw new IllegalStateException("the reader gave up");
        }));
        assertEquals("the reader gave up", thrown.getMessage());
        assertNothingStored();
    }

    @Test
    void storesNothingWhenAPartFailsAndSomebodyCarriesOn() {
        assertThrows(IllegalStateException.class, () -> workspace.calls().add(Samples.call("one", 4), () -> {
            workspace.rewards().append(List.of(signal()));
            assertThrows(
                    IllegalStateException.class,
                    () -> workspace.journal().append(Samples.removes(Samples.annotation("one", 1, LabelKind.ACT, "P_PAIN")), edit -> {}));
        }));
        assertNothingStored();
        assertEquals(Added.STORED, add(Samples.call("one", 4)), "the next write is not held back");
    }

    @Test
    void makesOneWriteOfManyThatIsStoredWholeOrNotAtAll() {
        assertThrows(IllegalStateException.class, () -> workspace.calls().atOnce(() -> {
            assertEquals(Added.STORED, add(Samples.call("one", 4)));
            assertEquals(Added.DUPLICATE, add(Samples.call("one", 4)));
            throw new IllegalStateException("the second file is damaged");
        }));
        assertNothingStored();
        workspace.calls().atOnce(() -> {
            add(Samples.call("one", 4));
            add(Samples.call("two", 5));
        });
        assertEquals(2, workspace.calls().count());
    }

    private void assertNothingStored() {
        assertEquals(0, workspace.calls().count());
        assertEquals(0, workspace.journal().size());
        assertEquals(0, workspace.rewards().size());
    }

    private static RewardSignal signal() {
        return new RewardSignal(0, ONE, OutcomeKind.WON, 1.0, 1, RewardSignal.Origin.CRM, 1.0, "deals.csv:2", Samples.AT, null);
    }

    @Test
    void laysTheLatestSidesOverACall() {
        Call call = Samples.call("one", 5).withSides(Map.of("Priya", Side.OTHER, "Tom", Side.OTHER));
        add(call);
        CallSummary before = workspace.calls().summaries().getFirst();
        assertFalse(before.sidesSettled());
        assertEquals(null, before.rep());

        assign("Priya", Side.CUSTOMER);
        assign("Priya", Side.REP);
        assign("Tom", Side.CUSTOMER);

        assertEquals(Optional.of(call.withSides(Map.of("Priya", Side.REP, "Tom", Side.CUSTOMER))), workspace.calls().find(ONE));
        CallSummary after = workspace.calls().summaries().getFirst();
        assertTrue(after.sidesSettled());
        assertEquals("Priya Raman", after.rep());
    }

    private void assign(String participant, Side side) {
        workspace.calls().assignSides(List.of(new SideAssignment(ONE, participant, side, "Ann", Samples.AT)));
    }

    @Test
    void refusesASideForSomebodyWhoTakesNoPart() {
        add(Samples.call("one", 4));
        String message = assertThrows(IllegalArgumentException.class, () -> assign("Nobody", Side.REP)).getMessage();
        assertTrue(message.contains("Nobody") && message.contains("one"), message);
    }

    @Test
    void visitsEveryCallInOrderOfIdAndLetsTheVisitorWrite() {
        for (int i = 119; i >= 0; i--) {
            add(Samples.call("call-%03d".formatted(i), 2));
        }
        List<String> visited = new ArrayList<>();
        workspace.calls().forEach(call -> {
            visited.add(call.id().value());
            workspace.settings().put("visited", call.id().value());
        });
        assertEquals(120, visited.size());
        assertEquals(visited.stream().sorted().toList(), visited);
        assertEquals(visited, workspace.calls().summaries().stream().map(s -> s.id().value()).toList(), "imported at one time, so by id");
    }

    @Test
    void comparesRosterNamesIgnoringCaseAndSpace() {
        workspace.calls().addToRoster(" Priya Raman ", "Ann");
        workspace.calls().addToRoster("PRIYA RAMAN", "Ben");
        assertEquals(Map.of("PRIYA RAMAN", "Ben"), workspace.calls().repRoster());
        assertTrue(workspace.calls().repRoster().containsKey("priya raman"));
    }
}
