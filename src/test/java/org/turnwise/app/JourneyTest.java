package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Statuses;
import org.turnwise.annotation.Target;
import org.turnwise.call.CallId;
import org.turnwise.call.Side;
import org.turnwise.reward.RewardSignal;
import org.turnwise.scoring.ScorerVersion;
import org.turnwise.scoring.ScorerVersions;
import org.turnwise.task.Progress;

/** The whole loop through the real window, with keys alone: import, queue, label, retrain, export. */
@Execution(ExecutionMode.SAME_THREAD)
class JourneyTest {

    private static final String[] WORDS = {"budget", "Tuesday", "rollout", "depot", "price", "team", "pilot", "contract", "maybe", "sure", "never", "van"};

    @TempDir
    private Path folder;

    @Test
    void theLoopNeedsNoMouse() throws IOException {
        Path calls = folder.resolve("calls.jsonl");
        Path exported = folder.resolve("dataset.jsonl");
        Files.write(calls, conversations(60));
        try (HeadlessDesktop desktop = new HeadlessDesktop(folder.resolve("workspace"), calls, exported, 1280, 800)) {
            Hands hands = desktop.hands;

            hands.press("Ctrl+O");
            assertEquals(60, desktop.composition.workspace().calls().count());

            ScorerVersions versions = desktop.composition.workspace().scorerVersions();
            hands.press("Ctrl+3 T");
            assertEquals(List.of(ScorerVersion.Status.CANDIDATE), versions.all().stream().map(ScorerVersion::status).toList());
            hands.press("Ctrl+P");
            assertEquals(1, versions.active().orElseThrow().number());

            hands.press("Ctrl+2 Enter");
            CallId open = Hands.onFx(() -> desktop.workbench.queue().openProperty().get());

            labelTwoTurns(desktop);
            List<Annotation> labels = desktop.composition.workspace().journal().current(open);
            assertTrue(labels.stream().anyMatch(a -> a.kind() == LabelKind.STAGE), labels.toString());
            assertTrue(labels.stream().anyMatch(a -> a.label().equals("Q_SITUATION")), labels.toString());
            assertTrue(labels.stream().anyMatch(a -> a.label().equals("O_PRICE")), labels.toString());
            assertTrue(labels.stream().anyMatch(a -> "needs two days".equals(a.text())), labels.toString());
            assertTrue(desktop.composition.outcomes().known(open).orElseThrow().signals().stream()
                    .anyMatch(signal -> signal.origin() == RewardSignal.Origin.ANALYST));

            assertTrue(labels.stream().anyMatch(a -> "call him in May".equals(a.text()) && a.target() instanceof Target.OfCall), labels.toString());

            hands.press("Ctrl+Z");
            assertEquals(labels.size() - 1, desktop.composition.workspace().journal().current(open).size());
            hands.press("Ctrl+Shift+Z");
            assertEquals(labels.size(), desktop.composition.workspace().journal().current(open).size());

            hands.press("Ctrl+Enter");
            assertEquals(Set.of(Statuses.SUBMITTED), desktop.composition.workspace().journal().statuses().get(open));
            assertFalse(open.equals(Hands.onFx(() -> desktop.workbench.queue().openProperty().get())));

            CallId second = Hands.onFx(() -> desktop.workbench.queue().openProperty().get());
            hands.press("N");
            hands.type("unfinished thought");
            hands.press("Ctrl+Enter");
            assertTrue(desktop.composition.workspace().journal().current(second).stream().anyMatch(a -> "unfinished thought".equals(a.text())),
                    "a note that is being typed stays with its turn when the next call comes");

            hands.press("Ctrl+3 T");
            assertEquals(2, versions.all().size());
            assertEquals(1, versions.active().orElseThrow().number());

            hands.press("Ctrl+5 Ctrl+E");
            assertTrue(Files.size(exported) > 0);
        }
        assertReimports(exported);
    }

    private static void labelTwoTurns(HeadlessDesktop desktop) {
        Hands hands = desktop.hands;
        hands.press("Home");
        Side first = Hands.onFx(() -> desktop.workbench.annotate().inHand().side().orElseThrow());
        assertEquals(Side.REP, first);
        hands.press("S O A 1 Alt+3 Down 1 - N");
        hands.type("needs two days");
        hands.press("Enter K M Shift+N");
        hands.type("call him in May");
        hands.press("Enter");
    }

    private void assertReimports(Path exported) {
        try (Composition other = Composition.open(folder.resolve("other"), java.time.Clock.systemUTC())) {
            assertEquals(60, other.importer().run(List.of(exported), Progress.silent()).imported().size());
            assertEquals(9, other.workspace().journal().labelCounts().values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    /** Short calls of random words, every second one won; in those the customer says one word more often, so that there is something to learn. */
    private static List<String> conversations(int count) {
        Random random = new Random(1);
        List<String> lines = new ArrayList<>();
        for (int call = 0; call < count; call++) {
            StringBuilder turns = new StringBuilder();
            for (int turn = 0; turn < 10; turn++) {
                boolean customer = turn % 2 == 1;
                String extra = customer && call % 2 == 1 && random.nextInt(3) > 0 ? "we agree" : "";
                turns.append(turn == 0 ? "" : ",").append("{\"speaker\":\"%s\",\"text\":\"%s %s\"}".formatted(
                        customer ? "customer" : "rep", words(random), extra));
            }
            lines.add("{\"id\":\"call-%03d\",\"turns\":[%s],\"outcome\":%d}".formatted(call, turns, call % 2));
        }
        return lines;
    }

    private static String words(Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 6 + random.nextInt(10); i++) {
            words.add(WORDS[random.nextInt(WORDS.length)]);
        }
        return String.join(" ", words);
    }
}
