package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.call.CallHeader;
import org.turnwise.call.CallId;
import org.turnwise.ui.common.Hint;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.Theme;

/**
 * At the smallest window and at a large one: nothing runs out of the pane it is in, and what is cut short can be read in full. Pictures in
 * target/pictures/layout.
 */
@Execution(ExecutionMode.SAME_THREAD)
class LayoutTest {

    private static final Path PICTURES = Path.of("target/pictures/layout");
    private static final double ROUNDING = 1.5;

    @TempDir
    private Path folder;

    private final Set<String> faults = new TreeSet<>();

    @Test
    void smallAndLight() throws IOException {
        look(1280, 800, Theme.LIGHT);
        assertEquals("", String.join("\n", faults));
    }

    @Test
    void largeAndDark() throws IOException {
        look(1920, 1080, Theme.DARK);
        assertEquals("", String.join("\n", faults));
    }

    private void look(double width, double height, Theme theme) throws IOException {
        Path calls = HostileCalls.write(folder.resolve("calls"), 40);
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder.resolve("out.jsonl"), width, height)) {
            Hands.onFx(() -> {
                desktop.desktop.use(theme);
                return true;
            });
            Sight sight = new Sight(desktop, (int) width + "-" + theme.name().toLowerCase(Locale.ROOT));
            for (Screen screen : Screen.values()) {
                desktop.hands.press(screen.keys());
                sight.take("empty-" + screen.id());
            }
            Hands hands = desktop.hands;
            hands.press("Ctrl+3 T");
            sight.take("model-too-few");
            hands.press("Ctrl+O Ctrl+5");
            sight.take("data");
            hands.press("Ctrl+3 T");
            hands.press("Ctrl+P T");
            sight.take("model");
            hands.press("Ctrl+2");
            sight.take("queue");
            hands.press("G");
            sight.take("queue-give");
            hands.press("Escape Ctrl+2 Home F Down F Ctrl+1");
            open(desktop, HostileCalls.LONG_TITLE);
            hands.press("Home S O Down 1 2 8 Shift+P Shift+D . Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right Shift+Right 3");
            hands.press("Down Alt+3 A 1 V 2 Down Down 1 N");
            hands.type("a note that goes on for rather longer than anybody would have thought at first sight of the field");
            hands.press("Enter Home Down L 1");
            sight.take("annotate-long");
            hands.press("Home Down Shift+Down Shift+Down Shift+Down Ctrl+T");
            sight.take("annotate-chosen");
            hands.press("Ctrl+T Ctrl+H");
            sight.take("history");
            hands.press("Ctrl+H Ctrl+Shift+S");
            sight.take("session");
            hands.press("Ctrl+Shift+S Ctrl+I");
            sight.take("why");
            hands.press("Ctrl+I");
            open(desktop, HostileCalls.FIVE_THOUSAND);
            hands.press("End");
            inFullView(desktop, "after End");
            hands.press("Alt+1");
            inFullView(desktop, "after a label");
            sight.take("annotate-5000");
            open(desktop, HostileCalls.ARABIC);
            hands.press("Home Down 1 . Shift+Right");
            sight.take("annotate-arabic");
            hands.press("Escape");
            open(desktop, HostileCalls.EMOJI);
            hands.press("Home Down 1");
            sight.take("annotate-emoji");
            open(desktop, "many people");
            sight.take("annotate-many");
            hands.press("Ctrl+4");
            sight.take("rewards");
            hands.press("Ctrl+6");
            hands.type("clinics");
            hands.press("Enter");
            sight.take("find");
            hands.press("Ctrl+7");
            sight.take("agreement");
            hands.press("Ctrl+8 N");
            hands.type("Who can sign this");
            sight.take("review");
            hands.press("Escape Ctrl+9 Down Down");
            sight.take("scheme");
            hands.press("Ctrl+K");
            sight.take("palette");
            hands.press("Escape ?");
            sight.take("shortcuts");
            hands.press("Escape Ctrl+U");
            sight.take("people");
        }
    }

    private void inFullView(HeadlessDesktop desktop, String when) {
        String cut = Hands.onFx(() -> {
            Node list = desktop.scene.lookup(".turn-list");
            Bounds seen = list.localToScene(list.getLayoutBounds());
            int turn = desktop.workbench.annotate().selectedProperty().get();
            return list.lookupAll(".list-cell").stream()
                    .filter(node -> node instanceof IndexedCell<?> row && row.isVisible() && row.getIndex() == turn)
                    .map(row -> row.localToScene(row.getLayoutBounds()))
                    .filter(row -> row.getMinY() >= seen.getMinY() - ROUNDING && row.getMaxY() <= seen.getMaxY() + ROUNDING)
                    .findFirst().map(row -> "").orElse("turn " + turn + " is not in full view " + when);
        });
        if (!cut.isEmpty()) {
            faults.add(cut);
        }
    }

    private static void open(HeadlessDesktop desktop, String title) {
        CallId call = desktop.composition.workspace().calls().headers().stream()
                .filter(header -> header.title().startsWith(title)).map(CallHeader::id).findFirst().orElseThrow();
        Hands.onFx(() -> {
            desktop.workbench.annotate().goTo(call, 0);
            return true;
        });
        desktop.hands.settle();
        desktop.hands.press("Ctrl+J");
    }

    /** Looks at what is shown now, and keeps a picture of it. */
    private final class Sight {

        private final HeadlessDesktop desktop;
        private final String how;

        Sight(HeadlessDesktop desktop, String how) {
            this.desktop = desktop;
            this.how = how;
        }

        void take(String what) {
            desktop.hands.picture(PICTURES.resolve(what + "-" + how + ".png"));
            Hands.onFx(() -> {
                visit(desktop.scene.getRoot(), what + " " + how);
                return true;
            });
        }

        private void visit(Node node, String where) {
            if (!node.isVisible() || node.getOpacity() == 0) {
                return;
            }
            if (node instanceof Region region && node.getParent() instanceof Pane pane && node.isManaged() && pane.getWidth() > 0 && !inUnusedCell(node)) {
                double from = region.getLayoutX();
                double to = from + region.getWidth();
                if (to > pane.getWidth() + ROUNDING || from < -ROUNDING) {
                    faults.add(where + ": " + named(node) + " runs from " + Math.round(from) + " to " + Math.round(to) + " in " + named(pane) + " " + Math.round(pane.getWidth())
                            + " wide");
                }
            }
            if (node instanceof Labeled labeled && cut(labeled) && !tipped(labeled) && !inUnusedCell(node)) {
                faults.add(where + ": " + named(node) + " is cut short and has no tooltip");
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> visit(child, where));
            }
        }
    }

    /** A list keeps cells at hand that show nothing at the moment. */
    private static boolean inUnusedCell(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof javafx.scene.control.IndexedCell<?> cell && (cell.isEmpty() || !cell.isVisible())) {
                return true;
            }
        }
        return false;
    }

    private static boolean cut(Labeled labeled) {
        String text = labeled.getText();
        return text != null && !text.isEmpty() && labeled.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text shown && shown != labeled.getGraphic() && !letters(shown.getText()).equals(letters(text)));
    }

    private static String letters(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static boolean tipped(Labeled labeled) {
        for (Node at = labeled; at != null; at = at.getParent()) {
            boolean hinted = at.getAccessibleHelp() != null && at.getProperties().containsKey(Hint.class);
            boolean tooltip = at instanceof javafx.scene.control.Control control && control.getTooltip() != null;
            if (hinted || tooltip || at.getProperties().values().stream().anyMatch(Tooltip.class::isInstance)) {
                return true;
            }
        }
        return false;
    }

    private static String named(Node node) {
        String text = node instanceof Labeled labeled ? " “" + labeled.getText() + "”" : "";
        return node.getClass().getSimpleName() + (node.getId() == null ? "" : "#" + node.getId()) + node.getStyleClass() + text;
    }
}
