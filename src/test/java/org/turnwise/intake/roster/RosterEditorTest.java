package org.turnwise.intake.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

class RosterEditorTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-14T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Workspace workspace;
    private RosterEditor editor;

    @BeforeEach
    void open() {
        reopen();
        call("one", new Participant("Jo Bell", "Jo Bell", Side.OTHER), new Participant("Tom Egan", "Tom Egan", Side.OTHER));
        call("two", new Participant("Ann", "Ann", Side.OTHER, "ann@northwind.test"), new Participant("Mia Roth", "Mia Roth", Side.OTHER, "mia@tidewell.test"));
        call("three", new Participant("Jo Bell", "Jo Bell", Side.OTHER), new Participant("Notetaker bot", "Notetaker bot", Side.OTHER),
                new Participant("Kim Sun", "Kim Sun", Side.OTHER));
    }

    private void reopen() {
        workspace = Workspace.open(folder.resolve("workspace"));
        editor = new RosterEditor(workspace.calls(), workspace.rosterChanges(), CLOCK);
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void call(String id, Participant... participants) {
        List<Turn> turns = new ArrayList<>();
        for (Participant participant : participants) {
            turns.add(new Turn(turns.size(), participant.key(), "So says " + participant.key() + " in " + id, null, null));
        }
        workspace.calls().add(new Call(new CallId(id), id, new Source("text", id + ".txt", null), TimingClass.NONE, null, id, List.of(participants), turns),
                () -> {});
    }

    private Map<String, Side> sides() {
        Map<String, Side> sides = new TreeMap<>();
        workspace.calls().forEach(call -> call.participants().forEach(one -> sides.put(call.id() + " " + one.key(), one.side())));
        return sides;
    }

    private RosterEditor.Plan plan(String pasted, String... removed) {
        return editor.plan(pasted, List.of(removed), Progress.silent());
    }

    private static List<String> shown(RosterEditor.Plan plan) {
        return plan.moved().stream().map(one -> one.call() + " " + one.participant() + ": " + one.from() + " to " + one.to()).sorted().toList();
    }

    @Test
    void aPlanSaysWhatChangesAndChangesNothing() {
        Map<String, Side> before = sides();
        RosterEditor.Plan plan = plan("Jo Bell\n@northwind.test");
        assertEquals(
                List.of("one Jo Bell: OTHER to REP", "one Tom Egan: OTHER to CUSTOMER", "three Jo Bell: OTHER to REP", "three Kim Sun: OTHER to CUSTOMER",
                        "two Ann: OTHER to REP", "two Mia Roth: OTHER to CUSTOMER"),
                shown(plan));
        assertEquals(before, sides());
        assertEquals(List.of(), editor.entries());
    }

    @Test
    void whatIsMadeIsWhatWasPlannedAndAllOfItCanBeTakenBack() {
        Map<String, Side> before = sides();
        RosterEditor.Plan plan = plan("Jo Bell; ann@northwind.test");
        editor.apply(plan, "Nora");
        assertEquals(List.of("ann@northwind.test", "Jo Bell"), editor.entries());
        plan.moved().forEach(one -> assertEquals(one.to(), sides().get(one.call() + " " + one.participant())));
        assertTrue(workspace.calls().find(new CallId("three")).orElseThrow().sidesSettled());
        editor.takeBack("Nora");
        assertEquals(before, sides());
        assertEquals(List.of(), editor.entries());
    }

    @Test
    void changesAreTakenBackTheLatestFirstAlsoAfterARestartAndNoneIsForgotten() {
        Map<String, Side> atFirst = sides();
        editor.apply(plan("Jo Bell"), "Nora");
        Map<String, Side> withJo = sides();
        editor.apply(plan("ann@northwind.test"), "Nora");
        editor.apply(plan("", "Jo Bell"), "Ben");
        close();
        reopen();
        assertEquals(List.of("ann@northwind.test"), editor.entries());
        assertTrue(editor.canTakeBack());
        editor.takeBack("Nora");
        assertEquals(List.of("ann@northwind.test", "Jo Bell"), editor.entries());
        editor.takeBack("Nora");
        assertEquals(withJo, sides());
        close();
        reopen();
        editor.takeBack("Nora");
        assertEquals(atFirst, sides());
        assertEquals(List.of(), editor.entries());
        assertFalse(editor.canTakeBack());
        assertEquals(Optional.empty(), editor.takeBack("Nora"), "what takes a change back is none to take back");
        assertEquals(
                List.of("Nora +[Jo Bell] -[]", "Nora +[ann@northwind.test] -[]", "Ben +[] -[Jo Bell]",
                        "Nora +[Jo Bell] -[]", "Nora +[] -[ann@northwind.test]", "Nora +[] -[Jo Bell]"),
                workspace.rosterChanges().history().stream().map(one -> one.by() + " +" + one.added() + " -" + one.removed()).toList());
    }

    @Test
    void whoGoesIsNoRepAnyMoreUnlessAnotherEntryHolds() {
        editor.apply(plan("Jo Bell, ann@northwind.test, northwind.test"), "Nora");
        RosterEditor.Plan plan = plan("", "Jo Bell", "ann@northwind.test");
        assertEquals(List.of("one Jo Bell: REP to OTHER", "three Jo Bell: REP to OTHER"), shown(plan));
        editor.apply(plan, "Nora");
        assertEquals(List.of("northwind.test"), editor.entries());
        assertEquals(Side.REP, sides().get("two Ann"));
    }

    @Test
    void whatAPersonSettledStays() {
        workspace.calls().assignSides(List.of(new SideAssignment(new CallId("one"), "Jo Bell", Side.CUSTOMER, "Nora", CLOCK.instant())));
        RosterEditor.Plan plan = plan("Jo Bell");
        assertEquals(1, plan.kept());
        assertEquals(List.of("three Jo Bell: OTHER to REP", "three Kim Sun: OTHER to CUSTOMER"), shown(plan));
        editor.apply(plan, "Nora");
        workspace.calls().assignSides(List.of(new SideAssignment(new CallId("three"), "Kim Sun", Side.REP, "Nora", CLOCK.instant())));
        editor.takeBack("Nora");
        assertEquals(Side.REP, sides().get("three Kim Sun"), "settled since, so it is not put back");
        assertEquals(Side.OTHER, sides().get("three Jo Bell"));
    }

    @Test
    void whatAPersonSettlesBetweenPlanAndChangeStays() {
        RosterEditor.Plan plan = plan("Jo Bell");
        workspace.calls().assignSides(List.of(new SideAssignment(new CallId("one"), "Jo Bell", Side.CUSTOMER, "Nora", CLOCK.instant())));
        editor.apply(plan, "Nora");
        assertEquals(Side.CUSTOMER, sides().get("one Jo Bell"));
        assertEquals(Side.REP, sides().get("three Jo Bell"));
    }

    @Test
    void listsComeAsMailProgramsAndTablesGiveThem() {
        assertEquals(
                List.of("Jo Bell", "jo.bell@northwind.test", "Ann Lee", "@northwind.test", "Tom Egan", "Mia Roth"),
                plan("\"Jo Bell\" <jo.bell@northwind.test>, Ann Lee\n# the whole company\n@northwind.test\tTom Egan;jo bell\nRoth, Mia\n\n").added());
        RosterEditor.Plan plan = plan("gmail.com\n1234\nJo Bell\n" + "x".repeat(90));
        assertEquals(List.of("gmail.com", "1234", "x".repeat(90)), plan.refused().stream().map(RosterEditor.Refused::entry).toList());
        assertEquals(List.of("Jo Bell"), plan.added());
        editor.apply(plan, "Nora");
        assertTrue(plan("JO  BELL").isEmpty());
        assertEquals(List.of("JO BELL"), plan("JO  BELL").known());
    }
}
