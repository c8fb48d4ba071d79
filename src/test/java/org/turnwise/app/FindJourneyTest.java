package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.find.Found.FoundTurn;
import org.turnwise.ui.shell.Screen;
import org.turnwise.ui.shell.Theme;

/** From a word to the turn it was said in and back, by key; pictures stay in target/pictures. */
@Execution(ExecutionMode.SAME_THREAD)
class FindJourneyTest {

    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private Path folder;

    @Test
    void aWordLeadsToTheTurnItWasSaidInAndTheCallsIntoTheQueue() throws IOException {
        Path calls = Files.write(folder.resolve("calls.jsonl"), conversations());
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder, 1280, 800)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+F");
            picture(hands, "find-no-calls");
            hands.press("Ctrl+O Ctrl+F");
            picture(hands, "find-start");

            hands.type("procurement");
            assertEquals(12, list(desktop).getItems().size());
            picture(hands, "find-found");

            hands.press("Enter Down Enter");
            assertEquals(Screen.ANNOTATE, Hands.onFx(() -> desktop.workbench.shell().screenProperty().get()));
            FoundTurn second = list(desktop).getItems().get(1);
            assertEquals(second.call(), Hands.onFx(() -> desktop.workbench.queue().openProperty().get()));
            assertEquals(second.said().turn().ordinal(), Hands.onFx(() -> desktop.workbench.annotate().selectedProperty().get()));

            hands.press("F3");
            FoundTurn third = list(desktop).getItems().get(2);
            assertEquals(third.call(), Hands.onFx(() -> desktop.workbench.queue().openProperty().get()));
            hands.press("Shift+F3");
            assertEquals(second.call(), Hands.onFx(() -> desktop.workbench.queue().openProperty().get()));

            hands.press("Ctrl+F");
            put(desktop, "\"open quote");
            hands.settle();
            assertEquals(12, list(desktop).getItems().size(), "what was found stays while a quote is open");
            assertFalse(message(desktop).isEmpty());
            picture(hands, "find-error");
            put(desktop, "");
            hands.type("zebra");
            assertTrue(list(desktop).getItems().isEmpty());
            picture(hands, "find-nothing");

            put(desktop, "procurement -slow");
            hands.settle();
            assertEquals(11, list(desktop).getItems().size());
            hands.press("Ctrl+S");
            hands.type("fast");
            hands.press("Enter");
            assertEquals(List.of("fast"), desktop.composition.searches().all().stream().map(kept -> kept.name()).toList());

            hands.press("Enter Ctrl+Enter");
            assertEquals(Screen.QUEUE, Hands.onFx(() -> desktop.workbench.shell().screenProperty().get()));
            assertEquals(11, Hands.onFx(() -> desktop.workbench.queue().shown().size()));
            picture(hands, "find-queue");
            hands.press("A");
            assertEquals(40, Hands.onFx(() -> desktop.workbench.queue().shown().size()));
        }
    }

    @Test
    void whatCameInCanBeFoundBeforeAnybodyLooks() throws IOException {
        Path calls = Files.write(folder.resolve("calls.jsonl"), conversations());
        Path workspace = folder.resolve("workspace");
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, calls, folder, 1280, 800)) {
            desktop.hands.press("Ctrl+O");
            assertEquals(40, desktop.composition.workspace().calls().count());
            assertEquals(0, desktop.composition.find().behind(), "after an import");
        }
        try (Composition elsewhere = Composition.open(workspace, java.time.Clock.systemUTC())) {
            Path more = Files.writeString(
                    folder.resolve("more.jsonl"), "{\"id\":\"more\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"One word more.\"}]}\n");
            elsewhere.importer().run(List.of(more), org.turnwise.task.Progress.silent());
            assertEquals(1, elsewhere.find().behind());
        }
        try (HeadlessDesktop desktop = new HeadlessDesktop(workspace, calls, folder, 1280, 800)) {
            assertEquals(0, desktop.composition.find().behind(), "after a start");
        }
    }

    @Test
    void filtersNarrowWhatIsFoundAndLargeWindowsAndDarkOnesShowIt() throws IOException {
        Path calls = Files.write(folder.resolve("calls.jsonl"), conversations());
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, folder, 1900, 1000)) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+F");
            hands.type("we");
            int all = list(desktop).getItems().size();
            Hands.onFx(() -> {
                desktop.workbench.use(Theme.DARK);
                return true;
            });
            hands.press("Enter U");
            hands.type("no such source");
            hands.press("Enter");
            assertTrue(list(desktop).getItems().isEmpty());
            Hands.onFx(() -> {
                list(desktop).requestFocus();
                return true;
            });
            hands.press("X");
            assertEquals(all, list(desktop).getItems().size());
            picture(hands, "find-dark-1900");
        }
    }

    private static void put(HeadlessDesktop desktop, String words) {
        Hands.onFx(() -> {
            ((TextField) node(desktop, ".find-field")).setText(words);
            return true;
        });
    }

    private static String message(HeadlessDesktop desktop) {
        return Hands.onFx(() -> ((Label) node(desktop, ".find-message")).getText());
    }

    @SuppressWarnings("unchecked")
    private static ListView<FoundTurn> list(HeadlessDesktop desktop) {
        return (ListView<FoundTurn>) node(desktop, ".find-list");
    }

    private static javafx.scene.Node node(HeadlessDesktop desktop, String style) {
        return Objects.requireNonNull(desktop.scene.lookup(style), style);
    }

    private static void picture(Hands hands, String name) {
        hands.picture(PICTURES.resolve(name + ".png"));
    }

    /** Forty calls, in twelve of which procurement is spoken of; one company has a long name. */
    private static List<String> conversations() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String company = i == 3
                    ? "Aktiengesellschaft für Elektrizitätsversorgung und Fernwärme Ober- und Niederösterreich, renewal with three departments"
                    : "Brightwater " + i;
            String answer = i % 10 < 3
                    ? "We would have to take it to procurement first, and they are " + (i == 0 ? "slow" : "thorough") + ", case " + i + "."
                    : "We like it, number " + i + ", but not this year 🙂 – the budget is spent, and the team has its hands full with the move to the new "
                            + "building until spring at least.";
            lines.add("""
                    {"id":"%s","turns":[{"speaker":"rep","text":"What would have to happen for you to start in week %d?"},\
                    {"speaker":"customer","text":"%s"},\
                    {"speaker":"rep","text":"I see. Shall we talk about what that would take?"}],"outcome":%d}"""
                    .formatted(company, i, answer, i % 2));
        }
        return lines;
    }
}
