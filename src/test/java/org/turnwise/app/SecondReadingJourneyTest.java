package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.agreement.Disagreement;
import org.turnwise.annotation.agreement.Readings;
import org.turnwise.call.CallId;
import org.turnwise.review.Team;
import org.turnwise.settings.Settings;
import org.turnwise.ui.shell.Theme;

/** Two people read the same calls blind on one laptop and a third decides, through the real window with keys alone. Pictures in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class SecondReadingJourneyTest {

    private static final Path PICTURES = Path.of("target/pictures");

    @TempDir
    private Path folder;

    private Path calls() throws IOException {
        StringBuilder calls = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            StringBuilder turns = new StringBuilder();
            for (int t = 0; t < 8; t++) {
                String said = t % 2 == 0
                        ? "What would it take for all of your sites to start in week " + (t + i) + " of next year?"
                        : "Anything above ten thousand goes to the board in January. I can recommend it, and I can not sign it myself.";
                turns.append(t == 0 ? "" : ",").append("{\"speaker\":\"%s\",\"text\":\"%s\"}".formatted(t % 2 == 0 ? "rep" : "customer", said));
            }
            calls.append("{\"id\":\"Halden Foods 0%d, pricing\",\"turns\":[%s]}\n".formatted(i, turns));
        }
        return Files.writeString(folder.resolve("calls.jsonl"), calls);
    }

    private static String shownAtWork(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((Button) desktop.scene.lookup("#annotator")).getText());
    }

    private static void comes(HeadlessDesktop desktop, String name) {
        desktop.hands.press("Ctrl+U");
        desktop.hands.type(name);
        desktop.hands.press("Enter");
        assertEquals(name, shownAtWork(desktop));
        assertEquals(name, desktop.composition.annotator());
    }

    private static List<Annotation> standing(HeadlessDesktop desktop, CallId call) {
        return desktop.composition.workspace().journal().current(call);
    }

    private static List<Disagreement> disagreements(HeadlessDesktop desktop) {
        return new Readings(desktop.composition.workspace().journal(), desktop.composition.workspace().calls(), Set::of).disagreements();
    }

    private static String words(HeadlessDesktop desktop) {
        return Hands.onFx(() -> desktop.scene.getRoot().lookupAll(".label").stream()
                .filter(node -> node instanceof Label label && label.getText() != null && isShown(label))
                .map(node -> ((Label) node).getText())
                .collect(Collectors.joining("\n")));
    }

    private static boolean isShown(javafx.scene.Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    @Test
    void callsAreGivenToTwoReadBlindAndAThirdDecides() throws IOException {
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls(), folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O");
            comes(desktop, "Eli");
            hands.press("Ctrl+2 Home Shift+Down G Tab");
            hands.press("Escape G");
            nameReader(desktop, "Ada");
            nameReader(desktop, "Bo");
            hands.press("2");
            hands.picture(PICTURES.resolve("assign.png"));
            Hands.onFx(() -> {
                desktop.desktop.use(Theme.DARK);
                return true;
            });
            hands.picture(PICTURES.resolve("assign-dark.png"));
            Hands.onFx(() -> {
                desktop.desktop.use(Theme.LIGHT);
                return true;
            });
            hands.press("Shift+Enter");
            assertEquals(List.of(new Team.Member("Ada", 2, 0), new Team.Member("Bo", 2, 0)),
                    desktop.composition.team().members().stream().filter(m -> m.left() > 0).toList());
            List<CallId> given = desktop.composition.workspace().journal().carrying(Statuses.ASSIGNED, 10).stream().map(a -> a.target().call()).distinct()
                    .sorted().toList();
            assertEquals(2, given.size());
            hands.press("Escape Ctrl+U");
            hands.picture(PICTURES.resolve("people.png"));
            hands.press("Escape");

            comes(desktop, "Ada");
            hands.press("Ctrl+2 Home Enter Ctrl+J Home Down 1 Down Down 2 Alt+3");
            CallId first = Hands.onFx(() -> desktop.desktop.workbench().annotate().shownCall().orElseThrow());
            assertTrue(given.contains(first), "what she was given stands first");
            hands.press("K S Ctrl+Enter");
            assertTrue(standing(desktop, first).stream().filter(a -> a.kind() != LabelKind.STATUS).allMatch(a -> a.annotator().equals("Ada")));

            comes(desktop, "Bo");
            hands.press("Ctrl+6");
            hands.press("Ctrl+2 Home Enter Ctrl+J");
            CallId his = Hands.onFx(() -> desktop.desktop.workbench().annotate().shownCall().orElseThrow());
            assertEquals(first, his, "he is given the same calls");
            assertFalse(words(desktop).contains("Stalled"), words(desktop));
            hands.picture(PICTURES.resolve("blind-reading.png"));
            hands.press("Ctrl+7");
            assertFalse(words(desktop).contains("Ada"), words(desktop));
            hands.press("Ctrl+1 Home Down 2 Down Down 2 Ctrl+Enter");
            assertEquals(Set.of("Ada", "Bo"), standing(desktop, first).stream().filter(a -> a.kind() == LabelKind.OBJECTION).map(Annotation::annotator)
                    .collect(Collectors.toSet()));
            assertEquals(1, desktop.composition.team().members().stream().filter(m -> m.name().equals("Bo")).findFirst().orElseThrow().left());

            comes(desktop, "Eli");
            assertEquals(1, disagreements(desktop).size());
            hands.press("Ctrl+7");
            hands.picture(PICTURES.resolve("adjudicate.png"));
            hands.press("O");
            hands.picture(PICTURES.resolve("adjudicate-other.png"));
            hands.press("7");
            assertEquals(List.of("O_FIT"), disagreements(desktop).getFirst().decided().stream().map(Annotation::label).toList());
            assertEquals("Eli (adjudicator)", disagreements(desktop).getFirst().decided().getFirst().annotator());
            hands.press("U L");
            assertEquals(List.of("O_PRICE"), disagreements(desktop).getFirst().decided().stream().map(Annotation::label).toList());
            Hands.onFx(() -> {
                desktop.desktop.use(Theme.DARK);
                return true;
            });
            hands.picture(PICTURES.resolve("adjudicate-dark.png"));
        }
    }

    private static void nameReader(HeadlessDesktop desktop, String name) {
        Hands.onFx(() -> {
            desktop.scene.lookup("#assign-somebody").requestFocus();
            return true;
        });
        desktop.hands.type(name);
        desktop.hands.press("Enter");
    }

    /** A note that is being typed when somebody else comes to work is the first one's; a key pressed afterwards is the other's. */
    @Test
    void whatIsBegunUnderANameIsKeptUnderItAndUndoneByNobodyElse() throws IOException {
        Path workspace = folder.resolve("workspace");
        CallId call;
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, calls(), folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O");
            comes(desktop, "Ada");
            hands.press("Ctrl+1 Home Down 1 N");
            hands.type("half a thought");
            call = Hands.onFx(() -> desktop.desktop.workbench().annotate().shownCall().orElseThrow());
            comes(desktop, "Bo");
            assertEquals(Set.of("Ada"), standing(desktop, call).stream().map(Annotation::annotator).collect(Collectors.toSet()));
            assertTrue(standing(desktop, call).stream().anyMatch(a -> "half a thought".equals(a.text())));
            hands.press("Ctrl+Z");
            assertEquals(2, standing(desktop, call).size(), "nothing of Ada's is Bo's to take back");
            hands.press("Ctrl+1 Home Down Down Down 2");
            assertEquals(Set.of("Bo"), standing(desktop, call).stream().filter(a -> a.target().ordinals().contains(3)).map(Annotation::annotator)
                    .collect(Collectors.toSet()));
            hands.press("Ctrl+Z");
            assertEquals(2, standing(desktop, call).size());
            hands.press("Ctrl+U Escape F");
            assertEquals("Bo", shownAtWork(desktop), "nobody was chosen");
            assertEquals(List.of("Bo"), standing(desktop, call).stream().filter(a -> a.label().equals(Statuses.FLAGGED)).map(Annotation::annotator).toList());
            comes(desktop, "Ada");
            hands.press("Ctrl+1 Home Ctrl+Z");
            assertFalse(standing(desktop, call).stream().anyMatch(a -> "half a thought".equals(a.text())), "her last edit was the note");
        }
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, folder, folder, 1280, 800)) {
            assertEquals("Ada", shownAtWork(desktop));
            assertEquals("Ada", desktop.composition.workspace().settings().get(Settings.ANNOTATOR).orElseThrow());
            assertTrue(desktop.composition.team().members().stream().map(Team.Member::name).toList().containsAll(List.of("Ada", "Bo")));
        }
    }
}
