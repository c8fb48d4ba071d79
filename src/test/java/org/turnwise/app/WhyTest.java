package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a forecast is what it is, through the real window on the sample calls; leaves pictures in target/pictures. */
class WhyTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhyForTheTurnInHandAndGoesToTheTurnsItNames() {
        Path samples = SampleCalls.folder().orElseThrow();
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), samples, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+3 T Ctrl+P Ctrl+2 Home Enter Ctrl+J End");
            assertFalse(Hands.onFx(() -> desktop.scene.lookup("#why").isVisible()), "nobody asked yet");

            hands.press("Ctrl+I");
            int last = Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get());
            assertTrue(sentence(desktop).contains(" after turn " + last + ","), sentence(desktop));
            assertFalse(Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".why-pane .pill").isEmpty()), "calls that went alike, with what came of them");
            String finished = Hands.onFx(() -> ((Label) desktop.scene.lookup("#why-finished")).getText());
            assertTrue(finished.contains(" now that the call is over,"), finished);
            picture(hands, "why-light");

            hands.press("Alt+Up");
            assertTrue(sentence(desktop).contains(" after turn " + (last - 1) + ","), sentence(desktop));
            assertEquals(null, Hands.onFx(() -> desktop.scene.lookup("#why-finished")), "the call is not over there");
            hands.press("Ctrl+D");
            picture(hands, "why-dark");

            hands.press("Home");
            for (int turn = 0; turn < last && Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".why-turn").isEmpty()); turn++) {
                hands.press("Alt+Down");
            }
            picture(hands, "why-early-dark");
            List<Integer> named = Hands.onFx(() -> {
                Set<Node> rows = desktop.scene.getRoot().lookupAll(".why-turn");
                Button first = (Button) rows.iterator().next();
                String tooltip = first.getTooltip().getText();
                first.fire();
                return List.of(Integer.parseInt(tooltip.replaceAll("(?s).*\\D(\\d+)$", "$1")));
            });
            hands.settle();
            assertEquals(named.getFirst(), Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()));

            String before = call(desktop);
            Hands.onFx(() -> {
                ((Button) desktop.scene.getRoot().lookup(".why-near")).fire();
                return true;
            });
            hands.settle();
            assertNotEquals(before, call(desktop), "a call that went alike opens");

            hands.press("Ctrl+I");
            assertFalse(Hands.onFx(() -> desktop.scene.lookup("#why").isVisible()), "and no longer");
        }
    }

    private static String call(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((Label) desktop.scene.lookup("#callTitle")).getText());
    }

    private static String sentence(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((Label) desktop.scene.lookup("#why-sentence")).getText());
    }

    private static void picture(Hands hands, String name) {
        Path file = Path.of("target", "pictures", name + ".png");
        file.getParent().toFile().mkdirs();
        hands.picture(file);
        assertTrue(Files.exists(file));
    }
}
