package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Label;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.LabelScheme;
import org.turnwise.call.CallId;
import org.turnwise.ui.shell.Theme;

/** A label in use is renamed, two are merged, and all of it is undone after a restart: through the real window with keys alone, and by command line. */
@Execution(ExecutionMode.SAME_THREAD)
class SchemeJourneyTest {

    private static final CallId CALL = new CallId("call");
    private static final Path PICTURES = Path.of("target", "pictures");

    @TempDir
    private Path folder;

    private HeadlessDesktop desktop() {
        return new HeadlessDesktop(folder.resolve("workspace"), folder.resolve("call.jsonl"), folder.resolve("out.jsonl"), 1280, 800);
    }

    private static List<String> labels(HeadlessDesktop desktop) {
        return desktop.composition.workspace().journal().current(CALL).stream().map(a -> a.target().ordinals() + " " + a.label()).sorted().toList();
    }

    private void call() throws IOException {
        Files.writeString(folder.resolve("call.jsonl"),
                "{\"id\":\"call\",\"turns\":[{\"speaker\":\"customer\",\"text\":\"That is more than we wanted to spend.\"},"
                + "{\"speaker\":\"rep\",\"text\":\"What had you set aside?\"},{\"speaker\":\"customer\",\"text\":\"Not this quarter, and not that "
                        + "much.\"}]}\n");
    }

    @Test
    void labelsInUseAreRenamedMergedAndBroughtBackByKeys() throws IOException {
        call();
        Files.createDirectories(PICTURES);
        try (HeadlessDesktop desktop = desktop()) {
            Hands hands = desktop.hands;
            hands.press("Ctrl+O Ctrl+2 Enter Ctrl+J Home 1 Down Down 2");
            assertEquals(List.of("[0] O_PRICE", "[2] O_TIMING"), labels(desktop));
            hands.press("Ctrl+9 Home");
            choose(desktop, "O_PRICE");
            hands.press("E");
            hands.type("Costs too much");
            hands.press("Ctrl+Enter");
            assertEquals("Costs too much", name(desktop, "O_PRICE"));
            picture(desktop, "scheme-renamed");

            choose(desktop, "O_TIMING");
            hands.press("Ctrl+L M");
            choose(desktop, "O_PRICE");
            picture(desktop, "scheme-merging");
            hands.press("Ctrl+Enter");
            assertEquals(List.of("[0] O_PRICE", "[2] O_PRICE"), labels(desktop));
            picture(desktop, "scheme-merged");
            hands.press("Ctrl+1 Ctrl+J End 2");
            assertEquals(List.of("[0] O_PRICE", "[2] O_PRICE"), labels(desktop), "the key of a label that is gone puts nothing on");
            picture(desktop, "scheme-annotate");
        }
        try (HeadlessDesktop desktop = desktop()) {
            assertEquals("Costs too much", name(desktop, "O_PRICE"));
            desktop.hands.press("Ctrl+9 Ctrl+Z");
            assertEquals(List.of("[0] O_PRICE", "[2] O_TIMING"), labels(desktop));
            desktop.hands.press("Ctrl+Z");
            assertEquals(LabelScheme.standard().labels(), desktop.composition.scheme().now().labels());
            picture(desktop, "scheme-undone");
            desktop.hands.press("Ctrl+Z Ctrl+Z");
            assertEquals(List.of(), labels(desktop));
        }
    }

    /** Among the objections, from wherever the list stands. */
    private static void choose(HeadlessDesktop desktop, String objection) {
        desktop.hands.press("Ctrl+L Home ] ]");
        List<String> objections = desktop.composition.scheme().now().ofKind(LabelKind.OBJECTION).stream().map(Label::id).toList();
        for (int i = 0; i < objections.indexOf(objection); i++) {
            desktop.hands.press("Down");
        }
    }

    private static String name(HeadlessDesktop desktop, String label) {
        return desktop.composition.scheme().now().label(label).map(Label::name).orElseThrow();
    }

    private static void picture(HeadlessDesktop desktop, String name) {
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

    @Test
    void theSchemeGoesOverByFileOnTheCommandLine() throws IOException {
        call();
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertEquals(0, CommandLineRun.of(one, "import", folder.resolve("call.jsonl")).code());
        assertEquals(0, CommandLineRun.of(two, "import", folder.resolve("call.jsonl")).code());
        Path file = folder.resolve("scheme.json");
        assertEquals(0, CommandLineRun.of(one, "scheme", "--export", file).code());
        Files.writeString(file, Files.readString(file).replace("\"Price\"", "\"Cost\"").replace("\"1.0\"", "\"2.0\""));
        CommandLineRun taken = CommandLineRun.of(two, "scheme", "--import", file);
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().contains("Renamed “Price” to “Cost”."), taken.out());
        CommandLineRun shown = CommandLineRun.of(two, "--json", "scheme");
        assertEquals("sales-core 2.0", shown.json().get("scheme").asString());
        assertEquals(2, shown.json().get("versions").size());
        CommandLineRun again = CommandLineRun.of(two, "scheme", "--import", file);
        assertEquals(1, again.code());
        assertTrue(again.err().contains("in use already"), again.err());
        Files.writeString(file, "{\n\n]");
        CommandLineRun bad = CommandLineRun.of(two, "scheme", "--import", file);
        assertEquals(1, bad.code());
        assertTrue(bad.err().contains("scheme.json") && bad.err().contains("line 3"), bad.err());
        assertEquals(2, CommandLineRun.of(two, "scheme", "--import", file, "--export", file).code());
    }
}
