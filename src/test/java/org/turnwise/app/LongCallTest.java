package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListCell;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.settings.Settings;

/** A call of thousands of turns, of one line and of many. */
@Execution(ExecutionMode.SAME_THREAD)
class LongCallTest {

    private static final CallId LONG = new CallId("long");
    private static final int TURNS = 3_000;

    @TempDir
    Path folder;

    private HeadlessDesktop openOnIt() {
        try (Composition before = Composition.open(folder, Clock.systemUTC())) {
            before.workspace().calls().add(call(), () -> {});
            before.workspace().settings().put(Settings.LAST_CALL, LONG.value());
        }
        return new HeadlessDesktop(folder, folder, folder.resolve("out"), 1280, 800);
    }

    @Test
    void anyTurnIsGoneToAndTheWindowComesToRest() {
        try (HeadlessDesktop desktop = openOnIt()) {
            desktop.hands.press("Ctrl+J End");
            assertInView(desktop, TURNS - 1);
            assertFreeWhileKeysArePressed(desktop, TURNS - 1);
            desktop.hands.press("1 2 Alt+1");
            assertInView(desktop, TURNS - 1);
            desktop.hands.press("Home");
            assertInView(desktop, 0);
            assertFreeWhileKeysArePressed(desktop, 0);
            Hands.onFx(() -> {
                desktop.workbench.annotate().goTo(LONG, 1_777);
                return true;
            });
            desktop.hands.settle();
            assertInView(desktop, 1_777);
            desktop.hands.press("S O");
            assertInView(desktop, 1_777);
            assertTrue(Hands.onFx(() -> desktop.scene.lookup(".turn-list").lookupAll(".stage-row").stream().anyMatch(Node::isVisible)),
                    "under its stage's heading");
            desktop.hands.waitFor(() -> !flow(desktop).isNeedsLayout(), "the list to be laid out");
            assertFalse(Hands.onFx(() -> flow(desktop).isNeedsLayout()), "and nothing more is to do");
        }
    }

    @Test
    void aFrameLeavesNothingToLayOutForTheNext() {
        try (HeadlessDesktop desktop = openOnIt()) {
            desktop.hands.press("Ctrl+J Home");
            List<Boolean> left = Collections.synchronizedList(new ArrayList<>());
            Hands.onFx(() -> {
                desktop.scene.addPostLayoutPulseListener(() -> left.add(desktop.scene.getRoot().isNeedsLayout()));
                return true;
            });
            desktop.hands.press("S O Alt+Down S O 1 Alt+Down S O");
            assertFalse(left.isEmpty(), "frames were drawn");
            assertFalse(left.contains(true), "of " + left.size() + " frames " + left.stream().filter(is -> is).count() + " left something");
        }
    }

    private static Parent flow(HeadlessDesktop desktop) {
        return (Parent) desktop.scene.lookup(".turn-list").lookup(".virtual-flow");
    }

    private static void assertInView(HeadlessDesktop desktop, int turn) {
        assertEquals(turn, Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()));
        Bounds list = Hands.onFx(() -> desktop.scene.lookup(".turn-list").localToScene(desktop.scene.lookup(".turn-list").getLayoutBounds()));
        List<Bounds> found = rows(desktop, turn);
        assertTrue(
                found.stream().anyMatch(row -> list.getMinY() <= row.getMinY() + 1 && row.getMaxY() <= list.getMaxY() + 1),
                "turn " + turn + " is in view: " + found + " in " + list);
    }

    private static List<Bounds> rows(HeadlessDesktop desktop, int turn) {
        return Hands.onFx(() -> {
            List<Bounds> places = new ArrayList<>();
            for (Node words : desktop.scene.lookup(".turn-list").lookupAll(".turn-words")) {
                if (((Text) words).getText().startsWith("Turn " + turn + " ")) {
                    Node row = words;
                    while (!(row instanceof ListCell<?>)) {
                        row = row.getParent();
                    }
                    places.add(row.localToScene(row.getLayoutBounds()));
                }
            }
            return places;
        });
    }

    /** What the next key can mean is shown at the foot of the window, and for a turn down there at its head. */
    private static void assertFreeWhileKeysArePressed(HeadlessDesktop desktop, int turn) {
        desktop.hands.press("S");
        Node keys = desktop.scene.lookup(".continuations");
        Bounds shown = Hands.onFx(() -> keys.localToScene(keys.getLayoutBounds()));
        assertTrue(Hands.onFx(keys::isVisible));
        assertTrue(rows(desktop, turn).stream().noneMatch(row -> row.intersects(shown)), "turn " + turn + " is free of " + shown);
        desktop.hands.press("Escape");
    }

    private static Call call() {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            turns.add(new Turn(i, i % 2 == 0 ? "rep" : "customer", "Turn " + i + " said"
                    + " and what else there was to say".repeat(i % 7 == 0 ? 25 : i % 3), null, null));
        }
        List<Participant> both = List.of(new Participant("rep", "Rosa Long", Side.REP), new Participant("customer", "Carl Long", Side.CUSTOMER));
        return new Call(LONG, "A long call", new Source("test", "test", null), TimingClass.NONE, null, "test", both, turns);
    }
}
