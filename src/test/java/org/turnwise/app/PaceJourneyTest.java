package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Labeling;
import org.turnwise.annotation.Rereading;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.queue.QueueReason;
import org.turnwise.queue.WorkStatus;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.LabelledCalls;

/** Guidance, pace, session and a call that comes back, through the real window with keys alone. Leaves pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class PaceJourneyTest {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final Call CALL = LabelledCalls.fresh("call");
    private static final Call OTHER = other();

    @TempDir
    private Path folder;

    private static Call other() {
        List<Turn> turns = List.of(
                new Turn(0, "r", "Thank you for making the time today.", null, null), new Turn(1, "c", "It is a bit too much money for us.", null, null));
        return new Call(
                new CallId("other"), "Another call", new Source("text", "other.txt", null), TimingClass.NONE, null, "Another",
                List.of(new Participant("r", "Rita", Side.REP), new Participant("c", "Carl", Side.CUSTOMER)), turns);
    }

    private HeadlessDesktop desktop() {
        return desktop(Clock.systemUTC());
    }

    private HeadlessDesktop desktop(Clock clock) {
        HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder.resolve("none"), folder.resolve("out.jsonl"), 1280, 800, clock);
        desktop.hands.press("Ctrl+J Home");
        return desktop;
    }

    private static String shown(HeadlessDesktop desktop, String id) {
        return Hands.onFx(() -> {
            StringBuilder texts = new StringBuilder();
            desktop.scene.getRoot().lookupAll("#" + id).stream().filter(PaceJourneyTest::isInView).forEach(node -> collect(node, texts));
            return texts.toString();
        });
    }

    /** Screens that are not in view have parts of the same name. */
    private static boolean isInView(Node node) {
        return node == null || node.isVisible() && isInView(node.getParent());
    }

    private static void collect(Node node, StringBuilder into) {
        if (node instanceof TextFlow flow) {
            flow.getChildren().forEach(part -> into.append(((Text) part).getText()));
            into.append('\n');
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isEmpty()) {
            into.append(labeled.getText()).append('\n');
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private static boolean visible(HeadlessDesktop desktop, String id) {
        return Hands.onFx(() -> desktop.scene.lookup("#" + id).isVisible());
    }

    private static String pace(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((Button) desktop.scene.lookup(".pace-line")).getAccessibleText());
    }

    private void openedOn(Call call) {
        try (Composition before = Composition.open(folder.resolve("workspace"), Clock.systemUTC())) {
            LabelledCalls.label(before.workspace().calls(), new Labeling(before.workspace().journal(), before.scheme(), "Nora", before.clock(), edit -> {}));
            before.workspace().calls().add(CALL, () -> {});
            before.workspace().calls().add(OTHER, () -> {});
            before.workspace().settings().put(Settings.LAST_CALL, call.id().value());
        }
    }

    @Test
    void guidanceFollowsTheLabelInHandAndHides() {
        openedOn(CALL);
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            assertTrue(shown(desktop, "guidance").contains("Begin a label's key"), shown(desktop, "guidance"));
            hands.press("S");
            assertTrue(shown(desktop, "guidance").contains("Discovery: Problems, their causes"), "what the next key can mean");
            hands.picture(PICTURES.resolve("guidance-begun.png"));
            hands.press("Escape Down Down Down 1");
            String price = shown(desktop, "guidance");
            assertTrue(price.contains(desktop.composition.scheme().now().label("O_PRICE").orElseThrow().guidance()), price);
            assertTrue(price.contains("“"), "an example of the team's: " + price);
            assertFalse(price.contains(CALL.title() + ", turn"), "never of the call in hand");
            hands.picture(PICTURES.resolve("guidance.png"));
            hands.press("Ctrl+D");
            hands.picture(PICTURES.resolve("guidance-dark.png"));
            hands.press("F1");
            assertFalse(visible(desktop, "guidance"));
        }
        try (HeadlessDesktop desktop = desktop()) {
            assertFalse(visible(desktop, "guidance"), "it stays as it was left");
            desktop.hands.press("F1");
            assertTrue(visible(desktop, "guidance"));
        }
    }

    @Test
    void whatIsBesideAndBelowStaysInItsPlaceWhileALabelIsSet() {
        openedOn(CALL);
        try (HeadlessDesktop desktop = desktop()) {
            List<Bounds> before = places(desktop);
            for (String key : List.of("S", "O", "Down", "Ctrl+Z", "Up")) {
                desktop.hands.press(key);
                assertEquals(before, places(desktop), "after " + key);
            }
        }
    }

    private static List<Bounds> places(HeadlessDesktop desktop) {
        return Stream.of("#inspectorHolder", "#guidance", ".turn-list")
                .map(place -> Hands.onFx(() -> desktop.scene.lookup(place).localToScene(desktop.scene.lookup(place).getLayoutBounds())))
                .toList();
    }

    @Test
    void paceAndSessionSurviveARestart() {
        openedOn(CALL);
        String line;
        String summary;
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            assertTrue(pace(desktop).startsWith("Done today 0 · left "), pace(desktop));
            hands.press("Down Down Down 1 Ctrl+Z Ctrl+Shift+Z 2 Down Down Delete Ctrl+Shift+S");
            assertTrue(visible(desktop, "session"));
            assertFalse(visible(desktop, "labelsPane"));
            hands.press("Ctrl+Enter");
            line = pace(desktop);
            assertTrue(line.startsWith("Done today 1 · left "), line);
            summary = shown(desktop, "session");
            for (String expected : List.of("Calls done\n1", "Objection\n2", "Undone\n1", "Done again\n1", "too little for a rate")) {
                assertTrue(summary.contains(expected), expected + " in " + summary);
            }
            hands.picture(PICTURES.resolve("session.png"));
            hands.press("Ctrl+H");
            assertTrue(visible(desktop, "history"));
            assertFalse(visible(desktop, "session"), "one at a time");
            hands.press("Ctrl+H");
            assertTrue(visible(desktop, "labelsPane"));
        }
        try (HeadlessDesktop desktop = desktop()) {
            assertEquals(line, pace(desktop));
            desktop.hands.press("Ctrl+Shift+S");
            assertEquals(summary, shown(desktop, "session"));
            desktop.hands.press("Ctrl+D");
            desktop.hands.picture(PICTURES.resolve("session-dark.png"));
        }
    }

    /** Twelve calls, each in two minutes and a half, at noon of a fixed day. */
    @Test
    void whatIsLeftIsSaidOnceItIsKnown() {
        Instant noon = LocalDate.of(2026, 11, 12).atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant();
        AtomicReference<Instant> now = new AtomicReference<>(noon);
        try (Composition before = Composition.open(folder.resolve("workspace"), ((InstantSource) now::get).withZone(ZoneOffset.UTC))) {
            Labeling labeling = new Labeling(before.workspace().journal(), before.scheme(), before.annotator(), before.clock(), edit -> {});
            Label price = before.scheme().now().label("O_PRICE").orElseThrow();
            for (int i = 0; i < 60; i++) {
                Call call = numbered(i);
                before.workspace().calls().add(call, () -> {});
                for (int turn = 1; i < 12 && turn < 12; turn += 2) {
                    now.set(now.get().plusSeconds(20 + i));
                    labeling.toggle(call, new Target.OfTurn(call.id(), turn), price);
                }
                if (i < 12) {
                    now.set(now.get().plusSeconds(30));
                    labeling.status(call.id(), Statuses.SUBMITTED, true);
                }
            }
        }
        Clock clock = Clock.fixed(now.get().plusSeconds(60), ZoneOffset.UTC);
        try (HeadlessDesktop desktop = desktop(clock)) {
            // 72 labels, the first without a time, in 12 × 30 s and the sum of 6 × (20 + i) s less the first 20 s: 36.27 minutes; calls took 130 to 216 s
            assertEquals("Done today 12 · left 48, 2.0 labels/min, about 2–3 h of work", pace(desktop));
            desktop.hands.press("Ctrl+Shift+S Ctrl+J");
            assertTrue(shown(desktop, "session").contains("36 min worked"), shown(desktop, "session"));
            desktop.hands.picture(PICTURES.resolve("pace.png"));
            desktop.hands.press("Ctrl+D");
            desktop.hands.picture(PICTURES.resolve("pace-dark.png"));
            desktop.hands.press("Ctrl+D");
            desktop.hands.picture(PICTURES.resolve("pace-contrast.png"));
        }
    }

    private static Call numbered(int number) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            turns.add(i % 2 == 0
                    ? new Turn(i, "r", "What would it take for site " + number + " to begin?", null, null)
                    : new Turn(i, "c", "A lower price than " + (number + i) + ".", null, null));
        }
        return new Call(
                new CallId("call " + number), "Halden Foods, site " + number, new Source("text", "call.txt", null), TimingClass.NONE, null,
                "customer " + number,
                List.of(new Participant("r", "Rita", Side.REP), new Participant("c", "Carl", Side.CUSTOMER)), turns);
    }

    private static List<String> said(HeadlessDesktop desktop, String by) {
        return desktop.composition.workspace().journal().current(CALL.id()).stream()
                .filter(a -> a.kind() != LabelKind.STATUS && a.annotator().equals(by)).map(Annotation::label).sorted().toList();
    }

    @Test
    void aCallComesBackUnlabeledAndBothReadingsAreCompared() {
        String me;
        try (Composition before = Composition.open(folder.resolve("workspace"), Clock.offset(Clock.systemUTC(), Duration.ofDays(-20)))) {
            me = before.annotator();
            before.workspace().calls().add(CALL, () -> {});
            before.workspace().calls().add(OTHER, () -> {});
            Labeling first = new Labeling(before.workspace().journal(), before.scheme(), me, before.clock(), edit -> {});
            first.toggle(CALL, new Target.OfTurn(CALL.id(), 3), before.scheme().now().label("O_PRICE").orElseThrow());
            first.toggle(CALL, new Target.OfTurn(CALL.id(), 5), before.scheme().now().label("O_TIMING").orElseThrow());
            first.status(CALL.id(), Statuses.SUBMITTED, true);
            before.workspace().settings().put("comeback.share", "1.0");
            before.workspace().settings().put(Settings.LAST_CALL, OTHER.id().value());
        }
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            assertEquals(QueueReason.RECHECK, Hands.onFx(() -> desktop.workbench.queue().item(CALL.id()).orElseThrow().reason()));
            hands.press("Ctrl+Enter");
            assertEquals(CALL.id(), Hands.onFx(() -> desktop.workbench.annotate().shownCall()).orElseThrow(), "it is served like any other");
            hands.press("Ctrl+J Home");
            hands.picture(PICTURES.resolve("comeback.png"));
            assertEquals("", shown(desktop, "turnList .chip"), "without what was said");
            hands.press("Down Down Down 1");
            assertEquals("Price", shown(desktop, "turnList .chip").strip());
            hands.press("Ctrl+H");
            assertTrue(shown(desktop, "history").contains("Price on turn 3"), shown(desktop, "history"));
            assertFalse(shown(desktop, "history").contains("Timing"), "nor is it told by the history");
            hands.press("Ctrl+H Ctrl+J Ctrl+Enter");
            assertEquals(WorkStatus.SUBMITTED, Hands.onFx(() -> desktop.workbench.queue().item(CALL.id()).orElseThrow().status()));
            assertEquals(List.of("O_PRICE", "O_TIMING"), said(desktop, me));
            assertEquals(List.of("O_PRICE"), said(desktop, Rereading.by(me)));
            hands.press("Ctrl+7 S");
            String figures = shown(desktop, "labels");
            assertTrue(figures.contains("Price") && figures.contains("Timing") && figures.contains("1.00"), figures);
            hands.picture(PICTURES.resolve("agreement-self.png"));
            hands.press("Shift+S Ctrl+D");
            hands.picture(PICTURES.resolve("agreement-self-dark.png"));
            hands.press("Ctrl+1 Ctrl+Shift+S");
            assertTrue(shown(desktop, "session").contains("Calls read twice\n1"), shown(desktop, "session"));
        }
    }

    /** The window is left open: the day ends in it, and two weeks later what was submitted comes back in it. */
    @Test
    void anOpenWindowFollowsTheClock() {
        Instant lateAtNight = LocalDate.of(2026, 11, 12).atTime(23, 50).atZone(ZoneId.systemDefault()).toInstant();
        AtomicReference<Instant> now = new AtomicReference<>(lateAtNight);
        Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
        openedOn(CALL);
        try (Composition before = Composition.open(folder.resolve("workspace"), clock)) {
            before.workspace().settings().put("comeback.share", "1.0");
        }
        try (HeadlessDesktop desktop = desktop(clock)) {
            Hands hands = desktop.hands;
            hands.press("Down Down Down 1 Ctrl+Enter");
            assertTrue(pace(desktop).startsWith("Done today 1"), pace(desktop));
            now.set(lateAtNight.plus(Duration.ofMinutes(20)));
            look(desktop);
            assertTrue(pace(desktop).startsWith("Done today 0"), pace(desktop));
            hands.press("Ctrl+J Home Down 1 Ctrl+Shift+S");
            String session = shown(desktop, "session");
            assertTrue(session.contains("12 Nov, 23:50 to 13 Nov, 00:10"), session);
            assertTrue(session.contains("Calls done\n1"), session);

            now.set(lateAtNight.plus(Duration.ofDays(13)));
            look(desktop);
            assertEquals(WorkStatus.SUBMITTED, Hands.onFx(() -> desktop.workbench.queue().item(CALL.id()).orElseThrow().status()), "not yet");
            now.set(lateAtNight.plus(Duration.ofDays(15)));
            look(desktop);
            assertEquals(QueueReason.RECHECK, Hands.onFx(() -> desktop.workbench.queue().item(CALL.id()).orElseThrow().reason()));
        }
    }

    private static void look(HeadlessDesktop desktop) {
        Hands.onFx(() -> {
            desktop.workbench.watch().look();
            return true;
        });
        desktop.hands.settle();
    }
}
