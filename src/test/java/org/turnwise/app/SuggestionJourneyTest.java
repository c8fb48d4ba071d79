package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Labeling;
import org.turnwise.call.Call;
import org.turnwise.settings.Settings;
import org.turnwise.suggestion.LabelledCalls;
import org.turnwise.suggestion.Precision;

/** Suggestions taken and left through the real window with keys alone, and undone after a restart. Leaves pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class SuggestionJourneyTest {

    private static final Call CALL = LabelledCalls.fresh("call");

    @TempDir
    private Path folder;

    private HeadlessDesktop desktop() {
        HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), folder.resolve("none"), folder.resolve("out.jsonl"), 1280, 800);
        desktop.hands.press("Ctrl+J Home");
        return desktop;
    }

    private static List<String> on(HeadlessDesktop desktop, int ordinal) {
        return desktop.composition.workspace().journal().current(CALL.id()).stream()
                .filter(a -> a.target().ordinals().contains(ordinal)).map(Annotation::label).sorted().toList();
    }

    private static int inHand(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get());
    }

    private static long dashed(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".chip.suggestion").stream().filter(javafx.scene.Node::isVisible).count());
    }

    @Test
    void suggestionsNeedNoMouse() throws Exception {
        try (Composition before = Composition.open(folder.resolve("workspace"), Clock.systemUTC())) {
            LabelledCalls.label(before.workspace().calls(), new Labeling(before.workspace().journal(), before.scheme(), "Nora", before.clock(), edit -> {}));
            before.workspace().calls().add(CALL, () -> {});
            before.workspace().settings().put(Settings.LAST_CALL, CALL.id().value());
        }
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            assertEquals(List.of(), desktop.composition.workspace().journal().current(CALL.id()), "what is suggested is no label");
            assertTrue(dashed(desktop) >= 4, () -> dashed(desktop) + " dashed chips are in view");

            hands.press("Space Space");
            assertEquals(3, inHand(desktop), "the next turns with a suggestion, past the one without");
            hands.press("Ctrl+G");
            hands.picture(Path.of("target/pictures/suggestions.png"));
            hands.press("Ctrl+D");
            hands.picture(Path.of("target/pictures/suggestions-dark.png"));
            hands.press("Ctrl+D Ctrl+D Enter");
            assertEquals(List.of("O_PRICE"), on(desktop, 3));

            hands.press("Space Space Delete");
            assertEquals(5, inHand(desktop));
            assertEquals(List.of(), on(desktop, 5));
            long chips = dashed(desktop);
            hands.press("Ctrl+Z");
            assertEquals(chips + 1, dashed(desktop), "a rejection is taken back");
            hands.press("Ctrl+Shift+Z");
            assertEquals(chips, dashed(desktop));

            hands.press("Down Down 5");
            assertEquals(List.of("O_COMPETITOR"), on(desktop, 7), "its own key takes it");
            long edits = desktop.composition.workspace().journal().size();
            hands.press("Shift+Enter");
            assertEquals(edits + 1, desktop.composition.workspace().journal().size(), "all sure ones in one edit");
            assertEquals(List.of("R_OPEN"), on(desktop, 0));
            assertEquals(List.of("R_ASK"), on(desktop, 4));
            assertEquals(new Precision(0, 1), desktop.composition.workspace().suggestionDecisions().precisions().get("O_EFFORT"));
            assertEquals(new Precision(1, 1), desktop.composition.workspace().suggestionDecisions().precisions().get("O_PRICE"));
            hands.picture(Path.of("target/pictures/suggestions-accepted.png"));
            hands.press("Ctrl+Z");
            assertEquals(List.of(), on(desktop, 0));
        }
        try (HeadlessDesktop desktop = desktop()) {
            assertEquals(List.of("O_PRICE"), on(desktop, 3));
            long chips = dashed(desktop);
            for (int i = 0; i < 3; i++) {
                desktop.hands.press("Ctrl+Z");
            }
            assertEquals(List.of(), desktop.composition.workspace().journal().current(CALL.id()));
            assertEquals(chips + 3, dashed(desktop), "all three are suggestions again");
            assertTrue(desktop.composition.workspace().suggestionDecisions().precisions().isEmpty());
            assertFalse(Files.size(Path.of("target/pictures/suggestions.png")) == 0);
        }
    }
}
