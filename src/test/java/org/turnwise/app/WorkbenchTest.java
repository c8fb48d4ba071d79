package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.ui.command.Command;
import org.turnwise.ui.command.Commands;
import org.turnwise.ui.command.KeyStroke;
import org.turnwise.ui.shell.Screen;

/** The window as a whole: every screen loads and comes into view, and no key means two things. */
@Execution(ExecutionMode.SAME_THREAD)
class WorkbenchTest {

    @TempDir
    private Path folder;

    @Test
    void everyScreenLoadsAndComesIntoViewByItsKey() {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder, folder, 1280, 800)) {
            for (Screen screen : Screen.values()) {
                assertNotNull(Screen.class.getResource(screen.fxml()));
                desktop.hands.press(screen.keys());
                assertEquals(screen, Hands.onFx(() -> desktop.workbench.shell().screenProperty().get()));
            }
        }
    }

    @Test
    void noLabelKeyIsAlsoTheKeyOfACommand() {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder, folder, 1280, 800)) {
            for (Side side : Side.values()) {
                Commands together = new Commands();
                desktop.workbench.commands().on(Screen.ANNOTATE.id()).forEach(together::add);
                LabelScheme.standard().labels().stream()
                        .filter(label -> label.sides().contains(side) && label.key() != null && !label.key().equals("N"))
                        .filter(label -> label.family() == null)
                        .forEach(label -> together.add(Command.of("label." + label.id(), "", label.name(), label.key(), Screen.ANNOTATE.id(), () -> {})));
                assertFalse(together.all().isEmpty());
            }
        }
    }

    @Test
    void everyCommandCanBeReachedByKeyOrIsAButtonWithoutOne() {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder, folder, 1280, 800)) {
            List<String> keyless = desktop.workbench.commands().all().stream().filter(c -> c.strokes().isEmpty()).map(Command::id).toList();
            assertEquals(List.of("data.samples"), keyless, "the palette reaches these, but nothing else does");
            assertEquals(List.of(new KeyStroke("K", true, false, false)), desktop.workbench.commands().get("app.palette").strokes());
        }
    }

    @Test
    void aCallOfFiveThousandTurnsOpensAndDrawsOnlyWhatIsInView() throws IOException {
        Path calls = folder.resolve("long.jsonl");
        Files.writeString(calls, "{\"id\":\"long\",\"turns\":[" + String.join(",", longCall(5_000)) + "]}\n");
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O");
            desktop.hands.press("Ctrl+1 Ctrl+Down End");
            assertEquals(4_999, Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()));
            int cells = Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".turn-cell").size());
            assertTrue(cells > 3 && cells < 60, cells + " turns are drawn");
        }
    }

    @Test
    void theLayoutIsThereAgainAfterARestart() {
        Path workspace = folder.resolve("workspace");
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, folder, folder, 1280, 800)) {
            Hands.onFx(() -> {
                SplitPane panes = (SplitPane) desktop.scene.lookup("#panes");
                panes.setDividerPosition(0, 0.25);
                panes.layout();
                Event.fireEvent(panes, new MouseEvent(MouseEvent.MOUSE_RELEASED, 0, 0, 0, 0, MouseButton.PRIMARY, 1,
                        false, false, false, false, false, false, false, false, false, true, null));
                return true;
            });
            desktop.hands.press(Screen.QUEUE.keys());
        }
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, folder, folder, 1280, 800)) {
            assertEquals(Screen.QUEUE, Hands.onFx(() -> desktop.workbench.shell().screenProperty().get()));
            desktop.hands.press(Screen.ANNOTATE.keys());
            assertEquals(0.25, Hands.onFx(() -> ((SplitPane) desktop.scene.lookup("#panes")).getDividerPositions()[0]), 0.005);
        }
        WindowPlace place = new WindowPlace(new Rectangle2D(-1700, 40, 1500, 900), false);
        assertEquals(Optional.of(place), WindowPlace.read(place.written()));
        assertTrue(place.inSight(List.of(new Rectangle2D(-1920, 0, 1920, 1080))));
        assertFalse(place.inSight(List.of(new Rectangle2D(0, 0, 1920, 1080))), "the screen it was on is gone");
        assertEquals(Optional.empty(), WindowPlace.read("nothing like it"));
    }

    @Test
    void aNoteThatIsBeingTypedIsKeptWhenTheWindowCloses() throws IOException {
        Path calls = folder.resolve("short.jsonl");
        Files.writeString(calls, "{\"id\":\"short\",\"turns\":[" + String.join(",", longCall(4)) + "]}\n");
        Path workspace = folder.resolve("workspace");
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, calls, folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O Ctrl+1 Ctrl+Down N");
            desktop.hands.type("half a thought");
            Hands.onFx(() -> {
                desktop.workbench.leave();
                return true;
            });
        }
        try (Composition again = Composition.open(workspace, Clock.systemUTC())) {
            assertEquals(List.of("half a thought"), again.workspace().journal().current(new CallId("short")).stream()
                    .map(a -> String.valueOf(a.text())).toList());
        }
    }

    private static List<String> longCall(int turns) {
        List<String> said = new ArrayList<>();
        IntStream.range(0, turns).forEach(i -> said.add(
                "{\"speaker\":\"%s\",\"text\":\"Thing number %d, said at some length so that it wraps now and then, as talk does in a call that goes on\"}"
                .formatted(i % 2 == 0 ? "rep" : "customer", i)));
        return said;
    }
}
