package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
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
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.common.FxTasks;

/** What the frames that follow a labeling key show, and what they leave as it is: a frame made for nothing stands in the way of the next. */
@Execution(ExecutionMode.SAME_THREAD)
class KeyFrameTest {

    private static final CallId CALL = new CallId("call");

    @TempDir
    Path folder;

    private HeadlessDesktop desktop() {
        List<Turn> turns = IntStream.range(0, 12).mapToObj(i -> new Turn(i, i % 2 == 0 ? "rep" : "customer", "Said in turn " + i, null, null)).toList();
        List<Participant> both = List.of(new Participant("rep", "Rosa", Side.REP), new Participant("customer", "Carl", Side.CUSTOMER));
        try (Composition before = Composition.open(folder, Clock.systemUTC())) {
            before.workspace().calls().add(
                    new Call(CALL, "A call", new Source("test", "test", null), TimingClass.NONE, null, "test", both, turns), () -> {});
            before.workspace().settings().put(Settings.LAST_CALL, CALL.value());
        }
        return new HeadlessDesktop(folder, folder, folder.resolve("out"), 1280, 800);
    }

    @Test
    void whatTheNextKeyCanMeanGoesTogetherWithTheLabelComing() throws InterruptedException {
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+J Home S");
            Node hint = desktop.scene.lookup(".continuations");
            CountDownLatch diskIsFree = new CountDownLatch(1);
            FxTasks writes = desktop.desktop.lanes().getLast();
            Hands.onFx(() -> writes.quietly("keep the disk busy", progress -> {
                diskIsFree.await();
                return true;
            }, done -> {}, failed -> {}));
            desktop.hands.hit(KeyStroke.sequence("O").getFirst());
            awaitFrames(desktop, 3);
            assertTrue(Hands.onFx(hint::isVisible), "the label isn't on the disk yet");
            assertFalse(hasStage(desktop));
            diskIsFree.countDown();
            desktop.hands.settle();
            assertFalse(Hands.onFx(hint::isVisible));
            assertTrue(hasStage(desktop));
        }
    }

    @Test
    void givenUpKeysLeaveNothingBehind() {
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+J Home S");
            Node hint = desktop.scene.lookup(".continuations");
            assertTrue(Hands.onFx(hint::isVisible));
            assertNull(hint.getEffect(), "a shadow would be drawn anew at every key");
            desktop.hands.press("Escape");
            assertFalse(Hands.onFx(hint::isVisible));
            desktop.hands.press("S");
            assertTrue(Hands.onFx(hint::isVisible), "and they can be begun again");
        }
    }

    @Test
    void theStagesBelowTheForecastAreFilledAnewAndNotMadeAnew() {
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+J Home S O Down Down S D");
            List<Node> before = blocks(desktop);
            assertEquals(2, before.size());
            desktop.hands.press("Down Down S O");
            List<Node> more = blocks(desktop);
            assertEquals(3, more.size());
            assertEquals(before, more.subList(0, 2));
            desktop.hands.press("Ctrl+Z");
            assertEquals(before, blocks(desktop), "the third is out of sight");
        }
    }

    private static List<Node> blocks(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".stage-block").stream().filter(Node::isVisible)
                .sorted((a, b) -> Double.compare(a.getLayoutX(), b.getLayoutX())).toList());
    }

    private static boolean hasStage(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.lookup(".turn-list").lookupAll(".stage-row").stream().anyMatch(Node::isVisible));
    }

    private static void awaitFrames(HeadlessDesktop desktop, int count) throws InterruptedException {
        CountDownLatch made = new CountDownLatch(1);
        AtomicInteger frames = new AtomicInteger();
        Hands.onFx(() -> {
            desktop.scene.addPostLayoutPulseListener(() -> {
                if (frames.incrementAndGet() < count) {
                    Platform.requestNextPulse();
                } else {
                    made.countDown();
                }
            });
            Platform.requestNextPulse();
            return true;
        });
        made.await();
    }
}
