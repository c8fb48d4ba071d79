package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javafx.event.EventTarget;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.ui.common.EmptyState;
import org.turnwise.ui.shell.Screen;

/** What can be seen can be clicked: on every screen the mouse reaches each button, field, list and table, and nothing that isn't seen lies in front of them. */
@Execution(ExecutionMode.SAME_THREAD)
class MouseTest {

    @TempDir
    private Path folder;

    @Test
    void theMouseReachesWhatItPointsAt() throws IOException {
        Path calls = HostileCalls.write(folder.resolve("calls"), 4);
        Set<String> faults = new TreeSet<>();
        int[] reached = {0};
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder.resolve("out.jsonl"), 1280, 800)) {
            AtomicReference<EventTarget> under = new AtomicReference<>();
            Hands.onFx(() -> {
                desktop.scene.addEventFilter(MouseEvent.MOUSE_MOVED, event -> under.set(event.getTarget()));
                return true;
            });
            Robot robot = Hands.onFx(Robot::new);
            desktop.hands.press("Ctrl+O Ctrl+2 Home F");
            for (Screen screen : Screen.values()) {
                desktop.hands.press(screen.keys());
                withoutHints(desktop, robot);
                Hands.onFx(() -> {
                    List<Control> controls = new ArrayList<>();
                    collect(desktop.scene.getRoot(), controls);
                    for (Control control : controls) {
                        Point2D point = pointIn(control);
                        robot.mouseMove(point);
                        if (!(under.get() instanceof Node node) || !within(node, control) && !instead(node)) {
                            faults.add(screen.id() + ": " + control.getClass().getSimpleName() + " " + control.getId() + " " + control.getStyleClass()
                                    + " is behind " + under.get());
                        }
                        reached[0]++;
                    }
                    return true;
                });
            }
        }
        assertEquals("", String.join("\n", faults));
        assertTrue(reached[0] > 120, reached[0] + " controls were pointed at");
    }

    @Test
    void turnsAndCallsAreChosenByMouse() throws IOException {
        Path calls = HostileCalls.write(folder.resolve("calls"), 4);
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder.resolve("out.jsonl"), 1280, 800)) {
            desktop.hands.press("Ctrl+O Ctrl+2 Home Enter Ctrl+J Home");
            Robot robot = Hands.onFx(Robot::new);
            click(desktop, robot, ".turn-list .list-cell", 1);
            assertEquals(1, Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()));
            Object before = Hands.onFx(() -> desktop.workbench.queue().openProperty().get());
            click(desktop, robot, "#queueList .list-cell", 1);
            Object after = Hands.onFx(() -> desktop.workbench.queue().openProperty().get());
            assertTrue(!after.equals(before), "another call is opened");
        }
    }

    /** A hint of what was pointed at last would lie over what is pointed at next. */
    private static void withoutHints(HeadlessDesktop desktop, Robot robot) {
        Hands.onFx(() -> {
            robot.mouseMove(desktop.scene.getRoot().localToScreen(1, 1));
            return true;
        });
        desktop.hands.waitFor(() -> Window.getWindows().stream().noneMatch(window -> window instanceof PopupWindow && window.isShowing()), "hints to go");
    }

    private static void click(HeadlessDesktop desktop, Robot robot, String cells, int index) {
        Hands.onFx(() -> {
            Node cell = desktop.scene.getRoot().lookupAll(cells).stream()
                    .filter(node -> node instanceof javafx.scene.control.IndexedCell<?> one && one.getIndex() == index && one.isVisible())
                    .findFirst().orElseThrow();
            Bounds bounds = cell.localToScreen(cell.getLayoutBounds());
            robot.mouseMove(bounds.getMaxX() - 40, bounds.getMinY() + 6);
            robot.mousePress(MouseButton.PRIMARY);
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        desktop.hands.settle();
    }

    private static void collect(Node node, List<Control> into) {
        if (!node.isVisible()) {
            return;
        }
        boolean meant = node instanceof ButtonBase || node instanceof ListView<?> || node instanceof TableView<?> || node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>;
        if (meant && !node.isDisabled() && isInView(node)) {
            into.add((Control) node);
        }
        boolean cells = node instanceof ListView<?> || node instanceof TableView<?> || node instanceof ComboBoxBase<?>;
        if (node instanceof Parent parent && !cells) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    /** Not scrolled out of sight. */
    private static boolean isInView(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            Bounds around = at.localToScene(at.getLayoutBounds());
            if (around.getWidth() > 0 && !around.contains(bounds.getCenterX(), bounds.getCenterY())) {
                return false;
            }
        }
        return bounds.getWidth() > 0 && bounds.getHeight() > 0;
    }

    /** The middle of a button; in larger ones a place near the top, as a placeholder may stand in the middle. */
    private static Point2D pointIn(Control control) {
        Bounds bounds = control.getLayoutBounds();
        boolean small = control instanceof Button || control instanceof TextInputControl;
        return control.localToScreen(bounds.getCenterX(), small ? bounds.getCenterY() : Math.min(bounds.getCenterY(), 14));
    }

    /** What says that there is nothing to see yet is seen instead of what it lies over. */
    private static boolean instead(Node node) {
        return node != null && (node instanceof EmptyState || instead(node.getParent()));
    }

    private static boolean within(Node node, Node ancestor) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == ancestor) {
                return true;
            }
        }
        return false;
    }
}
