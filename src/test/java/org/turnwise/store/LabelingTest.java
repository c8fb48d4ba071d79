package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Labeling.NotAllowed;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;

class LabelingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-12T09:00:00Z"), ZoneOffset.UTC);
    private static final LabelScheme SCHEME = LabelScheme.standard();

    /** Turn 0 is the rep's, turn 1 the customer's, and so on. */
    private static final Call CALL = Samples.call("one", 6);

    private static final Call OTHER = Samples.call("two", 6);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Labeling ann;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder);
        ann = labeling("Ann");
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private void restart() {
        workspace.close();
        open();
    }

    private Labeling labeling(String annotator) {
        return new Labeling(workspace.journal(), SCHEME, annotator, CLOCK, edit -> {});
    }

    private static Label label(String id) {
        return SCHEME.label(id).orElseThrow();
    }

    private static Target turn(int ordinal) {
        return new Target.OfTurn(CALL.id(), ordinal);
    }

    private static Target whole() {
        return new Target.OfCall(CALL.id());
    }

    private Edit toggle(int ordinal, String id) {
        return ann.toggle(CALL, turn(ordinal), label(id));
    }

    private List<String> on(Target target) {
        return workspace.journal().current(target.call()).stream().filter(a -> a.target().equals(target)).map(Annotation::label).toList();
    }

    @Test
    void putsALabelOnAndTakesItOff() {
        assertEquals("Price on turn 1", toggle(1, "O_PRICE").what());
        assertEquals(List.of("O_PRICE"), on(turn(1)));
        assertEquals("Took Price off turn 1", toggle(1, "O_PRICE").what());
        assertEquals(List.of(), on(turn(1)));
    }

    @Test
    void replacesWhatATurnCarriesOnce() {
        toggle(1, "STAGE_PRICING");
        assertEquals("Objection in place of Pricing on turn 1", toggle(1, "STAGE_OBJECTION").what());
        toggle(1, "DELTA_-1");
        toggle(1, "DELTA_-2");
        assertEquals(Set.of("STAGE_OBJECTION", "DELTA_-2"), new HashSet<>(on(turn(1))));
        ann.toggle(CALL, whole(), label("STALL"));
        ann.toggle(CALL, whole(), label("DEMO_BOOKED"));
        assertEquals(List.of("DEMO_BOOKED"), on(whole()));
    }

    @Test
    void replacesAFamilyWithItsSubtype() {
        toggle(0, "R_ASK");
        toggle(0, "Q_IMPACT");
        assertEquals(List.of("Q_IMPACT"), on(turn(0)));
    }

    @Test
    void allowsThreeActsAndObjectionsATurnAndAnyNumberOfFlags() {
        toggle(1, "O_PRICE");
        toggle(1, "O_TIMING");
        toggle(1, "P_PAIN");
        toggle(1, "P_PAIN_SEVERE");
        toggle(1, "FLAG_RISK");
        toggle(1, "FLAG_COACH_THIS");
        toggle(1, "FLAG_PII");
        toggle(1, "FLAG_GOOD_EXAMPLE");
        String message = notAllowed(1, "P_GOAL");
        assertTrue(message.contains("3 acts and objections on turn 1") && message.contains("take one off"), message);
        labeling("Ben").toggle(CALL, turn(1), label("P_GOAL"));
    }

    @Test
    void refusesLabelsThatDoNotGoThere() {
        assertEquals("Price goes on customer turns; turn 0 is said by Priya Raman, who is the rep", notAllowed(0, "O_PRICE"));
        assertEquals("Strong goes on rep turns; turn 1 is said by Tom Okafor, who is the customer", notAllowed(1, "QUALITY_STRONG"));
        assertTrue(notAllowed(6, "O_PRICE").contains("is on turn 6, but the call has turns 0 to 5"));
        assertTrue(notAllowed(1, "DEMO_BOOKED").contains("goes on the whole call"));
        assertTrue(notAllowed(1, "NOTE").contains("write the note"));
        assertThrows(NotAllowed.class, () -> ann.toggle(CALL, whole(), label("O_PRICE")));
        Call unsettled = CALL.withSides(Map.of("Tom", Side.OTHER));
        String message = assertThrows(NotAllowed.class, () -> ann.toggle(unsettled, turn(1), label("O_PRICE"))).getMessage();
        assertTrue(message.contains("side is not settled"), message);
        assertEquals(0, workspace.journal().size());
    }

    private String notAllowed(int ordinal, String id) {
        return assertThrows(NotAllowed.class, () -> toggle(ordinal, id)).getMessage();
    }

    @Test
    void keepsASpansSideAndProvesItsWords() {
        Target words = Target.OfSpan.in(CALL, 1, 0, 6);
        assertEquals("Price on “turn 1” in turn 1", ann.toggle(CALL, words, label("O_PRICE")).what());
        assertEquals(List.of("O_PRICE"), on(words));
        assertEquals(List.of(), on(turn(1)), "the turn itself carries nothing");
        assertTrue(refusal(() -> ann.toggle(CALL, Target.OfSpan.in(CALL, 0, 0, 4), label("O_PRICE"))).contains("goes on customer turns"));
        assertTrue(refusal(() -> ann.toggle(CALL, words, label("STAGE_PITCH"))).contains("goes on a turn, not on words within a turn"));
        Target moved = new Target.OfSpan(CALL.id(), 1, 1, 7, "turn 1");
        assertTrue(refusal(() -> ann.toggle(CALL, moved, label("O_PRICE"))).contains("quotes other words than turn 1 says from 1 to 7"));
        Target beyond = new Target.OfSpan(CALL.id(), 1, 998, 1000, "ab");
        assertTrue(refusal(() -> ann.toggle(CALL, beyond, label("O_PRICE"))).contains("goes to 1000, but turn 1 has"));
        assertThrows(IllegalArgumentException.class, () -> new Target.OfSpan(CALL.id(), 1, 0, 2, "one too many"));
        restart();
        assertEquals(List.of("O_PRICE"), on(words));
        ann.undo();
        assertEquals(List.of(), on(words));
    }

    @Test
    void labelsSeveralTurnsInOneEditOrNone() {
        toggle(3, "P_PAIN");
        Edit edit = ann.toggleOnTurns(CALL, List.of(5, 1, 3), label("P_PAIN"));
        assertEquals("Pain on 2 turns", edit.what());
        for (int ordinal : List.of(1, 3, 5)) {
            assertEquals(List.of("P_PAIN"), on(turn(ordinal)));
        }
        long before = workspace.journal().size();
        String message = refusal(() -> ann.toggleOnTurns(CALL, List.of(0, 1, 2, 3), label("O_PRICE")));
        assertTrue(message.startsWith("2 of the 4 turns don't take Price: 0, 2. Nothing was changed."), message);
        assertEquals(before, workspace.journal().size());
        assertEquals("Took Pain off 3 turns", ann.toggleOnTurns(CALL, List.of(1, 3, 5), label("P_PAIN")).what());
        restart();
        ann.undo();
        ann.undo();
        assertEquals(List.of(), on(turn(1)));
        assertEquals(List.of("P_PAIN"), on(turn(3)), "what stood before the bulk edit stands again");
    }

    @Test
    void linksAnObjectionWithWhatWasDoneAboutItAndHowItEnded() {
        Edit linked = ann.link(CALL, List.of(1, 2, 3, 4), label("UNRESOLVED")).orElseThrow();
        Target open = new Target.OfTurns(CALL.id(), List.of(1, 2, 4));
        assertEquals(open, linked.added().getFirst().target(), "the customer's turn between the rep's is no part of it");
        assertEquals(Optional.empty(), ann.link(CALL, List.of(1, 2, 4), label("UNRESOLVED")));
        ann.toggle(CALL, open, label("SEVERITY_3"));
        ann.link(CALL, List.of(1, 2, 4, 5), label("RESOLVED"));
        Target closed = new Target.OfTurns(CALL.id(), List.of(1, 2, 4, 5));
        assertEquals(List.of(), on(open));
        assertEquals(List.of("RESOLVED", "SEVERITY_3"), on(closed));
        restart();
        assertEquals(List.of("RESOLVED", "SEVERITY_3"), on(closed));
        ann.toggle(CALL, closed, label("RESOLVED"));
        assertEquals(List.of(), on(closed), "with its resolution an episode ends");
        ann.undo();
        ann.undo();
        assertEquals(List.of("UNRESOLVED", "SEVERITY_3"), on(open));
    }

    @Test
    void refusesEpisodesThatAreNone() {
        assertTrue(refusal(() -> ann.link(CALL, List.of(0, 1), label("RESOLVED"))).contains("starts with a customer turn"));
        assertTrue(refusal(() -> ann.toggle(CALL, new Target.OfTurns(CALL.id(), List.of(1, 3, 4)), label("RESOLVED"))).contains("rep turns only"));
        assertTrue(refusal(() -> ann.toggle(CALL, new Target.OfTurns(CALL.id(), List.of(1, 2)), label("SEVERITY_1"))).contains("how it ended"));
        assertTrue(refusal(() -> ann.toggle(CALL, new Target.OfTurns(CALL.id(), List.of(1)), label("O_PRICE"))).contains("not on an objection as a whole"));
        assertThrows(IllegalArgumentException.class, () -> new Target.OfTurns(CALL.id(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Target.OfTurns(CALL.id(), List.of(3, 1)));
        assertEquals(0, workspace.journal().size());
    }

    private static String refusal(Runnable edit) {
        return assertThrows(NotAllowed.class, edit::run).getMessage();
    }

    @Test
    void writesChangesAndRemovesNotes() {
        assertEquals("Note on turn 1", ann.note(turn(1), " December blocks ").orElseThrow().what());
        assertEquals(Optional.empty(), ann.note(turn(1), "December blocks"));
        assertEquals("Changed the note on turn 1", ann.note(turn(1), "January").orElseThrow().what());
        assertEquals("January", workspace.journal().current(CALL.id()).getFirst().text());
        assertEquals("Took the note off turn 1", ann.note(turn(1), "  ").orElseThrow().what());
        assertEquals(Optional.empty(), ann.note(turn(1), ""));
        ann.undo();
        assertEquals("January", workspace.journal().current(CALL.id()).getFirst().text());
    }

    @Test
    void keepsSubmittedAndSkippedApart() {
        ann.status(CALL.id(), Statuses.SKIPPED, true);
        ann.status(CALL.id(), Statuses.FLAGGED, true);
        ann.status(CALL.id(), Statuses.SUBMITTED, true);
        assertEquals(Map.of(CALL.id(), Set.of(Statuses.FLAGGED, Statuses.SUBMITTED)), workspace.journal().statuses());
        assertEquals(Map.of(), workspace.journal().labelCounts());
        assertEquals(Optional.empty(), ann.status(CALL.id(), Statuses.SUBMITTED, true));
        ann.undo();
        assertEquals(Map.of(CALL.id(), Set.of(Statuses.FLAGGED, Statuses.SKIPPED)), workspace.journal().statuses());
        assertThrows(IllegalArgumentException.class, () -> ann.status(CALL.id(), "status.other", true));
    }

    @Test
    void undoesAndRedoesAcrossCallsAndRestarts() {
        toggle(1, "O_PRICE");
        ann.toggle(OTHER, new Target.OfTurn(OTHER.id(), 1), label("P_PAIN"));
        restart();
        assertEquals("Undid: Pain on turn 1", ann.undo().orElseThrow().what());
        restart();
        assertEquals("Undid: Price on turn 1", ann.undo().orElseThrow().what());
        assertEquals(Optional.empty(), ann.undo());
        restart();
        assertEquals("Redid: Price on turn 1", ann.redo().orElseThrow().what());
        assertEquals("Undid: Price on turn 1", ann.undo().orElseThrow().what());
        ann.redo();
        toggle(3, "O_FIT");
        assertEquals(Optional.empty(), ann.redo(), "something was done since");
        assertEquals(List.of("O_PRICE"), on(turn(1)));
        assertEquals(List.of(), workspace.journal().current(OTHER.id()));
    }

    @Test
    void leavesOtherAnnotatorsEditsToThem() {
        toggle(1, "O_PRICE");
        Labeling ben = labeling("Ben");
        assertEquals(Optional.empty(), ben.nextUndo());
        ben.toggle(CALL, turn(1), label("O_PRICE"));
        assertEquals(List.of("O_PRICE", "O_PRICE"), on(turn(1)));
        ann.undo();
        assertEquals("Ben", workspace.journal().current(CALL.id()).getFirst().annotator());
    }

    @Test
    void refusesToUndoWhatSomebodyElseChangedSince() {
        ann.status(CALL.id(), Statuses.SUBMITTED, true);
        labeling("Ben").status(CALL.id(), Statuses.SUBMITTED, false);
        long before = workspace.journal().size();
        String message = assertThrows(NotAllowed.class, ann::undo).getMessage();
        assertTrue(message.contains("Call submitted") && message.contains("somebody else"), message);
        assertEquals(before, workspace.journal().size());
    }

    @Test
    void seesWhatTheSameAnnotatorDidElsewhere() {
        Labeling window = labeling("Ann");
        toggle(1, "O_PRICE");
        assertEquals("Price on turn 1", window.nextUndo().orElseThrow().what());
        window.undo();
        assertEquals(Optional.empty(), ann.nextUndo());
    }

    @Test
    void changesNothingWhenWhatGoesAlongsideFails() {
        Labeling failing = new Labeling(workspace.journal(), SCHEME, "Ann", CLOCK, edit -> {
            throw new IllegalStateException("the ledger is full");
        });
        assertThrows(IllegalStateException.class, () -> failing.toggle(CALL, turn(1), label("O_PRICE")));
        assertEquals(0, workspace.journal().size());
        assertEquals(List.of(), on(turn(1)));
        assertEquals(Optional.empty(), failing.nextUndo());
    }

    /** Against a model that keeps every state whole. */
    @Test
    void undoAlwaysGoesBackToTheStateBeforeAndTheJournalAlwaysReplays() {
        Deque<Set<Annotation>> past = new ArrayDeque<>();
        Deque<Set<Annotation>> future = new ArrayDeque<>();
        Set<Annotation> now = state();
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            for (int step = 0; step < 120; step++) {
                int what = random.nextInt(10);
                if (what < 5) {
                    if (edit(random)) {
                        past.push(now);
                        future.clear();
                        now = state();
                    }
                } else if (what < 7) {
                    assertEquals(!past.isEmpty(), ann.undo().isPresent());
                    if (!past.isEmpty()) {
                        future.push(now);
                        now = past.pop();
                    }
                } else if (what < 9) {
                    assertEquals(!future.isEmpty(), ann.redo().isPresent());
                    if (!future.isEmpty()) {
                        past.push(now);
                        now = future.pop();
                    }
                } else if (random.nextInt(4) == 0) {
                    restart();
                }
                if (what >= 5) {
                    assertEquals(now, state(), "seed " + seed + ", step " + step);
                }
            }
            Replay.assertProjectionIs(workspace.journal().edits(), workspace.journal());
        }
    }

    private boolean edit(Random random) {
        List<Label> labels = SCHEME.labels();
        Call call = random.nextBoolean() ? CALL : OTHER;
        CallId id = call.id();
        try {
            return switch (random.nextInt(6)) {
                case 0 -> ann.note(new Target.OfTurn(id, random.nextInt(2)), List.of("", "a", "b").get(random.nextInt(3))).isPresent();
                case 1 -> ann.status(id, List.of(Statuses.SKIPPED, Statuses.SUBMITTED).get(random.nextInt(2)), random.nextBoolean()).isPresent();
                default -> {
                    Label label = labels.get(random.nextInt(labels.size()));
                    Target target = label.kind() == LabelKind.OUTCOME ? new Target.OfCall(id) : new Target.OfTurn(id, random.nextInt(2));
                    ann.toggle(call, target, label);
                    yield true;
                }
            };
        } catch (NotAllowed e) {
            return false;
        }
    }

    private Set<Annotation> state() {
        List<Annotation> state = new ArrayList<>(workspace.journal().current(CALL.id()));
        state.addAll(workspace.journal().current(OTHER.id()));
        return new HashSet<>(state);
    }
}
