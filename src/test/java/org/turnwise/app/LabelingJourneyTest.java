package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;

/** Words, several turns and objections labeled through the real window with keys alone, and all of it undone after a restart. */
@Execution(ExecutionMode.SAME_THREAD)
class LabelingJourneyTest {

    private static final CallId CALL = new CallId("call");
    private static final String EMOJI = "👩🏽‍💻";

    @TempDir
    private Path folder;

    private HeadlessDesktop desktop() {
        return new HeadlessDesktop(folder.resolve("workspace"), folder.resolve("call.jsonl"), folder.resolve("out.jsonl"), 1280, 800);
    }

    private static Set<Annotation> labels(HeadlessDesktop desktop) {
        return new HashSet<>(desktop.composition.workspace().journal().current(CALL));
    }

    private static List<String> on(HeadlessDesktop desktop, Target target) {
        return labels(desktop).stream().filter(a -> a.target().equals(target)).map(Annotation::label).sorted().toList();
    }

    private static Target turn(int ordinal) {
        return new Target.OfTurn(CALL, ordinal);
    }

    @Test
    void wordsTurnsAndObjectionsNeedNoMouse() throws IOException {
        String[] said = {"Hello", EMOJI + " too dear", "Look at value", "Hm", "See the numbers", "Fine then", "Good"};
        StringBuilder turns = new StringBuilder();
        for (int i = 0; i < said.length; i++) {
            turns.append(i == 0 ? "" : ",").append("{\"speaker\":\"%s\",\"text\":\"%s\"}".formatted(i % 2 == 0 ? "rep" : "customer", said[i]));
        }
        Files.writeString(folder.resolve("call.jsonl"), "{\"id\":\"call\",\"turns\":[" + turns + "]}\n");
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home");

            hands.press("Shift+Down Shift+Down S O");
            assertEquals(Set.of(turn(0), turn(1), turn(2)), labels(desktop).stream().map(Annotation::target).collect(Collectors.toSet()),
                    "one stage on three turns");
            assertEquals(1, desktop.composition.workspace().journal().size(), "in one edit");
            hands.press("1");
            assertEquals(3, labels(desktop).size(), "a customer's label goes on none of them, since two are the rep's");

            hands.press("Home Down 1 . Shift+Right Shift+P");
            int emoji = EMOJI.codePointCount(0, EMOJI.length());
            assertEquals(List.of("FLAG_PII"), on(desktop, new Target.OfSpan(CALL, 1, 0, emoji + 4, EMOJI + " too")), labels(desktop).toString());

            hands.press("Shift+Down Shift+Down Shift+Down Shift+Down L 1");
            Target episode = new Target.OfTurns(CALL, List.of(1, 2, 4, 5));
            assertEquals(List.of("RESOLVED"), on(desktop, episode), () -> labels(desktop) + " "
                    + Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()
                    + " " + desktop.workbench.annotate().messageProperty().get()));
            hands.press("Home Down L W L 2");
            assertEquals(List.of("PARTIAL", "SEVERITY_2"), on(desktop, episode));

            hands.press("Ctrl+T Home Down G");
            hands.press("Up Up Ctrl+T");
            assertTrue(on(desktop, turn(1)).contains("P_GOAL"), labels(desktop).toString());
            hands.picture(folder.resolve("labeling.png"));
            assertTrue(Files.size(folder.resolve("labeling.png")) > 0);
        }
        try (HeadlessDesktop desktop = desktop()) {
            long edits = desktop.composition.workspace().journal().size();
            for (long i = 0; i < edits; i++) {
                desktop.hands.press("Ctrl+Z");
            }
            assertEquals(Set.of(), labels(desktop));
            assertEquals(2 * edits, desktop.composition.workspace().journal().size());
        }
    }

    @Test
    void aLabelMovesOnToTheNextTurnIfAsked() throws IOException {
        Files.writeString(folder.resolve("call.jsonl"),
                "{\"id\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"a\"},{\"speaker\":\"customer\",\"text\":\"b\"},"
                + "{\"speaker\":\"customer\",\"text\":\"c\"},{\"speaker\":\"rep\",\"text\":\"d\"}]}\n");
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home Ctrl+T 1 2 G");
            assertEquals(List.of("O_PRICE"), on(desktop, turn(0)));
            assertEquals(List.of("O_TIMING"), on(desktop, turn(1)));
            assertEquals(List.of("P_GOAL"), on(desktop, turn(2)));
        }
    }

    @Test
    void theHistoryBringsBackByKey() throws IOException {
        Files.writeString(folder.resolve("call.jsonl"),
                "{\"id\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"a\"},{\"speaker\":\"rep\",\"text\":\"b\"}]}\n");
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home 1 2 G");
            assertEquals(List.of("O_PRICE", "O_TIMING", "P_GOAL"), on(desktop, turn(0)));
            desktop.hands.press("Ctrl+H Down Ctrl+Delete");
            assertEquals(List.of("O_PRICE", "P_GOAL"), on(desktop, turn(0)), "the one before the last is taken back, the last stays");
            desktop.hands.press("Home End Shift+Delete");
            assertEquals(List.of("O_PRICE"), on(desktop, turn(0)), "as it stood after the first");
            desktop.hands.press("Ctrl+H Ctrl+Z Ctrl+Z");
            assertEquals(List.of("O_PRICE", "O_TIMING", "P_GOAL"), on(desktop, turn(0)));
            assertEquals(7, desktop.composition.workspace().journal().size());
        }
    }

    @Test
    void aKeyThatWasChangedIsKept() throws IOException {
        Files.writeString(folder.resolve("call.jsonl"),
                "{\"id\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"a\"},{\"speaker\":\"rep\",\"text\":\"b\"}]}\n");
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home ?");
            desktop.hands.type("brush");
            desktop.hands.press("Enter Enter U");
            desktop.hands.press("Enter");
            assertEquals("U", Hands.onFx(() -> ((Label) ((Button) desktop.scene.lookup("#label-O_BRUSHOFF")).getGraphic()).getText()),
                    "its button shows the new key at once");
            desktop.hands.press("Escape Ctrl+J");
            assertEquals(Set.of(), labels(desktop), "keys meant for the sheet label nothing");
            desktop.hands.press("U");
            assertEquals(List.of("O_BRUSHOFF"), on(desktop, turn(0)));
        }
        try (HeadlessDesktop desktop = desktop()) {
            desktop.hands.press("Ctrl+J Home 9");
            assertEquals(List.of("O_BRUSHOFF"), on(desktop, turn(0)), "its own key does nothing");
            desktop.hands.press("U");
            assertEquals(List.of(), on(desktop, turn(0)));
        }
    }
}
