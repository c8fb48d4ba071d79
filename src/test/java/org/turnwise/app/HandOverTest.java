package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.task.Tasks;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.data.Choices;
import org.turnwise.ui.shell.Screen;

/** Another person comes to work, in the real window: what becomes of the workbench before, and of what was under way on it. */
@Execution(ExecutionMode.SAME_THREAD)
class HandOverTest {

    @TempDir
    private Path folder;

    private Path calls() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (String name : List.of("Ardent Legal", "Fenwick Labs", "Halden Foods")) {
            calls.append("""
                    {"id":"%1$s","turns":[{"speaker":"rep","text":"Shall we begin?"},{"speaker":"customer","text":"Not before May, at %1$s."}]}
                    """.formatted(name));
        }
        return Files.writeString(folder.resolve("calls.jsonl"), calls);
    }

    private static void comes(HeadlessDesktop desktop, String name) {
        desktop.hands.press("Ctrl+U");
        desktop.hands.type(name);
        desktop.hands.press("Enter");
        assertEquals(name, desktop.composition.annotator());
    }

    private static Screen screen(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.desktop.workbench().shell().screenProperty().get());
    }

    private static String words(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".label").stream()
                .map(node -> String.valueOf(((Label) node).getText()))
                .collect(Collectors.joining("\n")));
    }

    private static int orders(Desktop desktop) {
        return Hands.onFx(() -> desktop.workbench().queue().generationProperty().get());
    }

    @Test
    void theCallsAreOrderedOnceForWhoeverComes() throws IOException {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O");
            comes(desktop, "Ada");
            assertEquals(1, orders(desktop.desktop));
            assertEquals(3, Hands.onFx(() -> desktop.desktop.workbench().queue().size()));
        }
    }

    @Test
    void theCallsOfANewWorkspaceAreOrderedOnce() throws IOException {
        HeadlessDesktop.startToolkit();
        Path samples = calls();
        Pickers none = new Pickers(new Choices(List::of, Optional::empty, format -> Optional.empty()), Optional::empty);
        try (Desktop desktop = Hands.onFx(() -> new Desktop(Composition.open(folder.resolve("workspace"), Clock.systemUTC()), none))) {
            Scene scene = Hands.onFx(() -> desktop.scene(1280, 800));
            Stage stage = Hands.onFx(() -> {
                Stage shown = new Stage();
                shown.setScene(scene);
                shown.show();
                desktop.setUpWith(samples);
                return shown;
            });
            new Hands(scene, desktop.lanes()).settle();
            assertEquals(3, Hands.onFx(() -> desktop.workbench().queue().size()));
            assertEquals(1, orders(desktop));
            Hands.onFx(() -> {
                stage.hide();
                return true;
            });
        }
    }

    /** While the name is being written nothing takes a key; a name that can't be anybody's leaves everything as it was, and says so. */
    @Test
    void whoeverIsAtWorkStaysIfNobodyElseCanCome() throws IOException, InterruptedException {
        CountDownLatch written = new CountDownLatch(1);
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O");
            comes(desktop, "Ada");
            hands.press("Ctrl+2");
            Workbench hers = Hands.onFx(desktop.desktop::workbench);
            Hands.onFx(() -> {
                desktop.desktop.lanes().getLast().start(new Tasks.Job<>("Writing", true, progress -> {
                    written.await();
                    return true;
                }, done -> {}, error -> {}, () -> {}));
                desktop.desktop.handOver("import");
                return true;
            });
            hands.hit(KeyStroke.sequence("Ctrl+1").getFirst());
            assertEquals(Screen.QUEUE, screen(desktop), "nothing is begun meanwhile");
            assertFalse(Hands.onFx(() -> hers.watch().isOn()));
            written.countDown();
            hands.settle();
            assertSame(hers, Hands.onFx(desktop.desktop::workbench));
            assertEquals("Ada", desktop.composition.annotator());
            assertTrue(words(desktop).contains("import could not come to work: "), words(desktop));
            assertTrue(Hands.onFx(() -> hers.watch().isOn()));
            hands.press("Escape Ctrl+1");
            assertEquals(Screen.ANNOTATE, screen(desktop));
            comes(desktop, "Bo");
            assertNotSame(hers, Hands.onFx(desktop.desktop::workbench));
        } finally {
            written.countDown();
        }
    }

    /** The time now, but for one reading off the JavaFX thread that takes until it is let go. */
    private static final class SlowClock extends Clock {
        private final AtomicBoolean slow = new AtomicBoolean();
        private final CountDownLatch read = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public Instant instant() {
            if (!Platform.isFxApplicationThread() && slow.compareAndSet(true, false)) {
                read.countDown();
                try {
                    letGo.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void anImportThatIsUnderWayIsTheOnlyOneForWhoeverComesToo() throws IOException, InterruptedException {
        SlowClock clock = new SlowClock();
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800, clock)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+5");
            clock.slow.set(true);
            hands.hit(KeyStroke.sequence("Ctrl+O").getFirst());
            clock.read.await();
            Workbench before = Hands.onFx(desktop.desktop::workbench);
            Hands.onFx(() -> {
                desktop.desktop.handOver("Bo");
                return true;
            });
            hands.waitFor(() -> desktop.desktop.workbench() != before, "Bo");
            assertFalse(can(desktop, "data.import"), "one import at a time");
            assertTrue(can(desktop, "data.cancel") || screen(desktop) == Screen.DATA);
            clock.letGo.countDown();
            hands.settle();
            assertTrue(can(desktop, "data.import"));
            assertEquals(3, Hands.onFx(() -> desktop.desktop.workbench().queue().size()), "what came in is there for whoever came meanwhile");
        } finally {
            clock.letGo.countDown();
        }
    }

    private static boolean can(HeadlessDesktop desktop, String command) {
        return Hands.onFx(() -> {
            Command found = desktop.desktop.workbench().commands().get(command);
            return Boolean.TRUE.equals(found.enabled().getValue());
        });
    }

    @Test
    void aWorkbenchGoesOnceItsPersonHasGone() throws IOException {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O");
            comes(desktop, "Ada");
            desktop.hands.press("Ctrl+1 Ctrl+2 Ctrl+3 Ctrl+4 Ctrl+5 Ctrl+6 Ctrl+7 Ctrl+8");
            WeakReference<Workbench> hers = new WeakReference<>(Hands.onFx(desktop.desktop::workbench));
            comes(desktop, "Bo");
            assertGoes(desktop, hers);
        }
    }

    /** Cells that the list has no use for any more are held by nothing of the call. */
    @Test
    void aTurnGoesOnceTheListHasNoUseForIt() throws IOException {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O Ctrl+2 Home Enter");
            List<WeakReference<ListCell<?>>> cells = Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".turn-cell").stream()
                    .map(HandOverTest::cellAround)
                    .flatMap(Optional::stream)
                    .toList());
            assertFalse(cells.isEmpty());
            Hands.onFx(() -> {
                makeAnew(cells.getFirst().get().getListView());
                return true;
            });
            desktop.hands.settle();
            for (WeakReference<ListCell<?>> cell : cells) {
                assertGoes(desktop, cell);
            }
        }
    }

    private static Optional<WeakReference<ListCell<?>>> cellAround(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ListCell<?> cell && cell.getItem() != null && cell.getParent().isVisible()) {
                return Optional.of(new WeakReference<>(cell));
            }
        }
        return Optional.empty();
    }

    private static <T> void makeAnew(ListView<T> list) {
        var factory = list.getCellFactory();
        list.setCellFactory(view -> factory.call(view));
    }

    private static void assertGoes(HeadlessDesktop desktop, WeakReference<?> reference) {
        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            desktop.hands.settle();
        }
        assertNull(reference.get());
    }
}
