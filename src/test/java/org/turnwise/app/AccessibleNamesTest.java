package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.ui.shell.Screen;

/** Whatever can have the focus says what it is to somebody who doesn't see it: on every screen, full and in front of the overlays. */
@Execution(ExecutionMode.SAME_THREAD)
class AccessibleNamesTest {

    @TempDir
    private Path folder;

    @Test
    void everythingThatTakesTheFocusHasAName() {
        Set<String> nameless = new TreeSet<>();
        List<Control> seen = new ArrayList<>();
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), Path.of("sample-calls"), folder.resolve("out.jsonl"), 1280, 800)) {
            for (String before : new String[] {"", "Ctrl+O"}) {
                desktop.hands.press(before);
                for (Screen screen : Screen.values()) {
                    desktop.hands.press(screen.keys());
                    look(desktop, screen.id() + " " + before, nameless, seen);
                }
            }
            desktop.hands.press("Ctrl+2 Enter Ctrl+J Home .");
            look(desktop, "marking words", nameless, seen);
            for (String overlay : new String[] {"Ctrl+H", "Ctrl+Shift+S", "Ctrl+Shift+S Ctrl+I", "Ctrl+K", "Escape ?"}) {
                desktop.hands.press(overlay);
                look(desktop, overlay, nameless, seen);
            }
        }
        assertTrue(new HashSet<>(seen).size() > 60, seen.size() + " controls were looked at");
        assertEquals("", String.join("\n", nameless));
    }

    private static void look(HeadlessDesktop desktop, String where, Set<String> nameless, List<Control> seen) {
        Hands.onFx(() -> {
            desktop.scene.getRoot().applyCss();
            desktop.scene.getRoot().layout();
            List<Node> all = new ArrayList<>();
            collect(desktop.scene.getRoot(), all);
            for (Node node : all) {
                if (node instanceof Control control && control.isFocusTraversable() && !(control instanceof ScrollPane)) {
                    seen.add(control);
                    if (!named(control, all)) {
                        nameless.add(where + ": " + control.getClass().getSimpleName() + " " + control.getId() + " " + control.getStyleClass());
                    }
                }
            }
            return true;
        });
    }

    private static void collect(Node node, List<Node> into) {
        if (node.isVisible()) {
            into.add(node);
            boolean inner = node instanceof ComboBoxBase<?>;
            if (node instanceof Parent parent && !inner) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
            }
        }
    }

    private static boolean named(Control control, List<Node> all) {
        Tooltip tooltip = control.getTooltip();
        return says(control.getAccessibleText())
                || control instanceof Labeled labeled && says(labeled.getText())
                || tooltip != null && says(tooltip.getText())
                || all.stream().anyMatch(node -> node instanceof Label label && label.getLabelFor() == control && says(label.getText()));
    }

    private static boolean says(String text) {
        return text != null && !text.isBlank();
    }
}
