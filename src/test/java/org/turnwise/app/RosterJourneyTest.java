package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.call.Side;
import org.turnwise.ui.shell.Theme;

/** Many reps at once through the real window: pasted, seen in the preview, written, taken off and brought back, by keys and by mouse. */
@Execution(ExecutionMode.SAME_THREAD)
class RosterJourneyTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private Path folder;

    private HeadlessDesktop desktop() throws IOException {
        Path calls = Files.createDirectories(folder.resolve("calls"));
        Files.writeString(calls.resolve("depot.txt"),
                "Jo Bell: How many pumps run at night?\nTom Egan: Two of them, as far as I know.\nJo Bell: Then we plan for two.\n");
        Files.writeString(calls.resolve("yard.txt"), "Ann Lee (Northwind): Who signs the order?\nMia Roth: Our plant manager does.\nAnn Lee (Northwind): "
                + "Shall I write to her?\n");
        return new HeadlessDesktop(folder.resolve("workspace"), calls, folder.resolve("out.jsonl"), 1280, 800);
    }

    private static Set<String> reps(HeadlessDesktop desktop) {
        Set<String> reps = new TreeSet<>();
        desktop.composition.workspace().calls().forEach(
                call -> call.participants().stream().filter(one -> one.side() == Side.REP).forEach(one -> reps.add(one.key())));
        return reps;
    }

    private static Set<String> roster(HeadlessDesktop desktop) {
        return new TreeSet<>(desktop.composition.workspace().calls().repRoster().keySet());
    }

    private static int shown(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((ListView<?>) desktop.scene.lookup("#rosterMoved")).getItems().size());
    }

    private static void paste(HeadlessDesktop desktop, String text) {
        Hands.onFx(() -> {
            TextArea field = (TextArea) desktop.scene.lookup("#rosterPaste");
            field.requestFocus();
            field.appendText(text);
            return true;
        });
        desktop.hands.settle();
    }

    @Test
    void manyRepsComeAndGoByKeys() throws IOException {
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+O");
            assertEquals(Set.of(), reps(desktop));
            desktop.hands.press("L");
            paste(desktop, "Jo Bell\n@northwind.test\ngmail.com");
            desktop.hands.press("Ctrl+Shift+S");
            assertEquals(Set.of(), roster(desktop), "nothing is written that was not shown");
            desktop.hands.press("Ctrl+Shift+P");
            assertEquals(4, shown(desktop));
            assertEquals(Set.of(), roster(desktop));
            picture(desktop, "roster-preview");
            desktop.hands.press("Ctrl+Shift+S");
            assertEquals(Set.of("Jo Bell", "@northwind.test"), roster(desktop));
            assertEquals(Set.of("Jo Bell", "Ann Lee (Northwind)"), reps(desktop));
            picture(desktop, "roster-made");

            Hands.onFx(() -> {
                ListView<?> entries = (ListView<?>) desktop.scene.lookup("#roster");
                entries.requestFocus();
                entries.getSelectionModel().selectAll();
                return true;
            });
            desktop.hands.press("Delete");
            assertEquals(2, shown(desktop));
            picture(desktop, "roster-leaving");
            desktop.hands.press("Ctrl+Shift+S");
            assertEquals(Set.of(), roster(desktop));
            assertEquals(Set.of(), reps(desktop));
            desktop.hands.press("Ctrl+Shift+U");
            assertEquals(Set.of("Jo Bell", "Ann Lee (Northwind)"), reps(desktop));
            desktop.hands.press("Ctrl+Shift+U");
            assertEquals(Set.of(), reps(desktop));
            assertEquals(Set.of(), roster(desktop));
        }
    }

    @Test
    void theSameByMouse() throws IOException {
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+O L");
            paste(desktop, "Jo Bell");
            click(desktop, "Show what changes");
            assertEquals(2, shown(desktop));
            click(desktop, "Change the roster");
            assertEquals(Set.of("Jo Bell"), reps(desktop));
            assertFalse(List.copyOf(roster(desktop)).isEmpty());
            click(desktop, "Undo");
            assertEquals(Set.of(), reps(desktop));
        }
    }

    private static void click(HeadlessDesktop desktop, String text) {
        Hands.onFx(() -> {
            Button button = desktop.scene.getRoot().lookupAll(".button").stream().map(Button.class::cast)
                    .filter(one -> text.equals(one.getText()) && isShown(one)).findFirst()
                    .orElseThrow(() -> new AssertionError("there is no button \"" + text + "\""));
            assertFalse(button.isDisabled(), text);
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                button.fireEvent(new MouseEvent(type, 4, 4, 4, 4, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, true,
                        false, true, null));
            }
            return true;
        });
        desktop.hands.settle();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static void picture(HeadlessDesktop desktop, String name) throws IOException {
        Files.createDirectories(PICTURES);
        desktop.hands.picture(PICTURES.resolve(name + ".png"));
        Hands.onFx(() -> {
            desktop.workbench.use(Theme.DARK);
            return true;
        });
        desktop.hands.picture(PICTURES.resolve(name + "-dark.png"));
        Hands.onFx(() -> {
            desktop.workbench.use(Theme.LIGHT);
            return true;
        });
    }
}
