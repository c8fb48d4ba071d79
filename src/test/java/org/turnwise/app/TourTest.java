package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.cli.Surroundings;
import org.turnwise.task.Progress;
import org.turnwise.ui.shell.Theme;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tour on the sample calls, and what can be asked in the workspace that it leaves. Pictures of that in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class TourTest {

    @TempDir
    private static Path out;

    private static List<Path> written;

    @BeforeAll
    static void goRound() {
        HeadlessDesktop.startToolkit();
        written = Tour.run(out, Surroundings.Theme.DARK, Progress.silent(), Path.of("sample-calls").toAbsolutePath());
    }

    @Test
    void leavesAPictureOfEachScreenADatasetAndASummary() throws IOException {
        List<Path> pictures = written.stream().filter(file -> file.toString().endsWith(".png")).toList();
        assertTrue(pictures.size() >= 5, pictures.toString());
        for (Path picture : pictures) {
            assertEquals(1440, ImageIO.read(picture.toFile()).getWidth());
        }
        String summary = Files.readString(out.resolve("summary.txt"));
        assertTrue(summary.contains("Scorer 2 (candidate)"), summary);
        assertEquals(
                "call PRICING_REJECTION, 0 STAGE_OPENING, 0 R_OPEN, 1 STAGE_OBJECTION, 1 O_PRICE, 1 DELTA_-1, 2 OBJ_CLARIFY, 2 QUALITY_NEUTRAL, "
                        + "3 O_PRICE, 3 O_COMPETITOR, 3 DELTA_-1, 4 STAGE_DISCOVERY, 4 OBJ_ACK, 4 Q_PROBLEM, 5 O_NEED, 6 PROBE, 6 QUALITY_STRONG, "
                        + "7 P_PAIN_MILD, 8 Q_IMPACT, 8 QUALITY_STRONG, 9 O_NEED, 10 NEXT_PROPOSE, 10 QUALITY_NEUTRAL, 11 STAGE_OBJECTION, 11 O_TIMING, "
                        + "11 DELTA_-1, 12 STAGE_PRICING, 12 PRICE_DISCOUNT, 12 FLAG_UNPROMPTED, 12 QUALITY_WEAK, 12 NOTE, 13 O_PRICE, 13 DELTA_-1, "
                        + "14 Q_BUDGET, 14 QUALITY_NEUTRAL, 15 P_DECLINE",
                String.join(", ", labels(out.resolve("dataset.jsonl"))));
        assertTrue(Files.exists(out.resolve("dataset.jsonl.manifest.json")));
    }

    /** Of the one call that has any, as turn and label. */
    private static List<String> labels(Path dataset) throws IOException {
        List<String> labels = new ArrayList<>();
        for (String line : Files.readAllLines(dataset)) {
            JsonNode call = JsonMapper.shared().readTree(line);
            call.path("annotations").forEach(label -> labels.add(label.path("turn").asString("call") + " " + label.path("label").asString()));
        }
        return labels;
    }

    @Test
    void saysWhyForTheTurnInHandAndGoesToTheTurnsItNames() {
        try (HeadlessDesktop desktop = new HeadlessDesktop(out.resolve("workspace"), out, out, 1280, 800)) {
            Hands hands = desktop.hands;
            Hands.onFx(() -> {
                desktop.desktop.use(Theme.LIGHT);
                return true;
            });
            hands.press("Ctrl+2 Home Enter Ctrl+J End");
            assertFalse(Hands.onFx(() -> desktop.scene.lookup(".why-pane").isVisible()), "nobody asked yet");

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
            assertFalse(Hands.onFx(() -> desktop.scene.lookup(".why-pane").isVisible()), "and no longer");
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
