package org.turnwise.intake.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.Source;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.Importer;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Calls as two tools write them, in a real workspace. */
class DuplicatesTest {

    private static final Instant TEN = Instant.parse("2026-11-12T10:00:12Z");
    private static final String[] VOCABULARY = words(400);

    @TempDir
    Path folder;

    private Workspace workspace;
    private Duplicates duplicates;

    @BeforeEach
    void open() {
        workspace = Workspace.open(folder.resolve("workspace"));
        duplicates = new Duplicates(workspace.calls(), workspace.sketches(), workspace.duplicates(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private static String[] words(int count) {
        Random random = new Random(11);
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = "w" + Integer.toString(random.nextInt(1_000_000), 36) + "x";
        }
        return words;
    }

    /** @param misheard the share of words that the tool got wrong; @param merge how many turns it runs together */
    private void store(String id, int talk, double misheard, int merge, Instant start, TimingClass timing, String second) {
        Random said = new Random(talk);
        Random heard = new Random(id.hashCode());
        List<Turn> turns = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int t = 0; t < 60; t++) {
            for (int w = 0; w < 12; w++) {
                int word = said.nextInt(VOCABULARY.length);
                text.append(heard.nextDouble() < misheard ? "mis" + heard.nextInt(9000) : VOCABULARY[word]).append(' ');
            }
            if ((t + 1) % merge == 0) {
                turns.add(new Turn(turns.size(), turns.size() % 2 == 0 ? "Ines Kord" : second, text.toString(), null, null));
                text.setLength(0);
            }
        }
        workspace.calls().add(new Call(
                new CallId(id), id, new Source("text", id + ".txt", null), timing, start, id,
                List.of(new Participant("Ines Kord", "Ines Kord", Side.REP), new Participant(second, second, Side.CUSTOMER)), turns), () -> {});
    }

    private List<ProbableDuplicate> find() {
        return duplicates.find(Progress.silent());
    }

    @Test
    void twoToolsThatHearATenthOfTheWordsDifferentlyAreFoundAndTheFinerIsBetter() {
        store("otter", 1, 0.1, 2, TEN.plusSeconds(40), TimingClass.TURN_START_S, "Speaker 2");
        store("zoom", 1, 0.1, 1, TEN, TimingClass.SEGMENT_MS, "Tom Egan");
        for (int i = 2; i < 40; i++) {
            store("else" + i, i, 0, 1, TEN, TimingClass.SEGMENT_MS, "Tom Egan");
        }
        List<ProbableDuplicate> found = find();
        assertEquals(1, found.size(), found.toString());
        assertEquals(List.of(new CallId("zoom"), new CallId("otter"), 40_000L),
                List.of(found.getFirst().better(), found.getFirst().other(), found.getFirst().apartMs()));
        assertTrue(found.getFirst().open());
        assertEquals(found, find(), "the same from what was kept");
        assertEquals(40, workspace.sketches().all().size());
    }

    @Test
    void whatAPersonSaysHoldsUntilItIsTakenBackAndNothingIsDeleted() {
        store("a", 1, 0.05, 1, TEN, TimingClass.SEGMENT_MS, "Tom Egan");
        store("b", 1, 0.05, 2, TEN, TimingClass.NONE, "Tom Egan");
        store("c", 1, 0.05, 3, TEN, TimingClass.NONE, "Tom Egan");
        assertEquals(3, find().size());
        Decision.Pair ab = Decision.Pair.of(new CallId("b"), new CallId("a"));
        Decision.Pair ac = Decision.Pair.of(new CallId("a"), new CallId("c"));
        duplicates.decide(ab, new Decision.OneCall(new CallId("b")), "Nora");
        duplicates.decide(ac, new Decision.TwoCalls(), "Nora");
        assertEquals(Set.of(new CallId("b")), workspace.calls().leftOut());
        assertEquals(1, find().stream().filter(ProbableDuplicate::open).count());
        assertEquals(ac, duplicates.takeBack("Nora").orElseThrow().pair());
        assertEquals(ab, duplicates.takeBack("Nora").orElseThrow().pair());
        assertEquals(Set.of(), workspace.calls().leftOut());
        assertFalse(duplicates.canTakeBack());
        assertTrue(duplicates.takeBack("Nora").isEmpty());
        assertEquals(4, workspace.duplicates().history().size());
        assertEquals(3, workspace.calls().count());
    }

    @Test
    void alikenessIsTheShareOfRunsInCommon() {
        store("whole", 7, 0, 1, TEN, TimingClass.NONE, "Tom Egan");
        store("noisy", 7, 0.1, 1, TEN, TimingClass.NONE, "Tom Egan");
        Call whole = workspace.calls().find(new CallId("whole")).orElseThrow();
        Call noisy = workspace.calls().find(new CallId("noisy")).orElseThrow();
        Set<List<String>> a = runs(whole);
        Set<List<String>> b = runs(noisy);
        Set<List<String>> both = new HashSet<>(a);
        both.retainAll(b);
        Set<List<String>> either = new HashSet<>(a);
        either.addAll(b);
        assertEquals((double) both.size() / either.size(), Sketch.of(whole).likeness(Sketch.of(noisy)), 0.12);
        assertEquals(1, Sketch.of(whole).likeness(Sketch.of(whole)));
    }

    private static Set<List<String>> runs(Call call) {
        List<String> words = Sketch.words(call);
        Set<List<String>> runs = new HashSet<>();
        for (int i = 0; i + 3 <= words.size(); i++) {
            runs.add(words.subList(i, i + 3));
        }
        return runs;
    }

    @Test
    void calmAboutTheSampleCallsWhichShareTheirManner() {
        Path samples = Path.of("sample-calls");
        assertTrue(Files.isDirectory(samples));
        Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC()).run(List.of(samples), Progress.silent());
        assertEquals(List.of(), find());
    }
}
