package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.Edit;
import org.turnwise.annotation.Labeling;

/** Kill, restart, undo: whatever somebody did, bulk edits, spans, episodes and the scheme among it. {@code -Dturnwise.work.kills=200} makes it a soak. */
class KillRestartUndoTest {

    private static final int KILLS = Integer.getInteger("turnwise.work.kills", 5);

    @TempDir
    private Path folder;

    @Test
    void theJournalReplaysToTheSameStateAfterEachKillAndEachUndo() throws Exception {
        Random random = new Random(20261121);
        Set<String> done = new TreeSet<>();
        int undone = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = workUntilKilled(random);
            try (Workspace workspace = Workspace.open(folder)) {
                List<Edit> edits = workspace.journal().edits();
                assertTrue(edits.size() >= acknowledged, "kill " + kill + ": edit " + acknowledged + " was acknowledged, and " + edits.size() + " are there");
                assertEquals(edits.size(), edits.getLast().seq(), "no edit is missing in between");
                Replay.assertProjectionIs(edits, workspace.journal());
                edits.forEach(edit -> done.add(edit.what()));
                RandomWork ann = new RandomWork(workspace, Worker.CALLS, "Ann", Clock.systemUTC());
                if (!workspace.schemeVersions().all().isEmpty()) {
                    assertEquals(workspace.schemeVersions().all().getLast().scheme(), ann.scheme.now());
                }
                undone += undoAndRedo(workspace, ann, 1 + random.nextInt(6));
            }
        }
        assertTrue(undone >= KILLS, "edits from before a restart can be taken back after it; " + undone + " were");
        for (String sort : List.of("Label scheme: merged", "Comment", "Corrected the call", "Given", "Undid", "Redid", " on 2 turns", "“", "objection",
                "Took back", "Decided on")) {
            assertTrue(done.stream().anyMatch(what -> what.contains(sort)), "nobody did: " + sort);
        }
    }

    /**
     * As far as the person's edits go, or as long as nothing hinders: each step is stored, and the way back leads to where it began.
     *
     * @return how many steps
     */
    private static int undoAndRedo(Workspace workspace, RandomWork ann, int steps) {
        Set<Annotation> before = ann.standing();
        var scheme = ann.scheme.now().labels();
        int undone = 0;
        for (int i = 0; i < steps && taken(ann.labeling::undo).isPresent(); i++) {
            undone++;
            Replay.assertProjectionIs(workspace.journal().edits(), workspace.journal());
        }
        for (int i = 0; i < undone; i++) {
            assertTrue(ann.labeling.redo().isPresent());
            Replay.assertProjectionIs(workspace.journal().edits(), workspace.journal());
        }
        assertEquals(before, ann.standing(), "redone, all is as it was");
        assertEquals(scheme, ann.scheme.now().labels());
        return undone;
    }

    private static Optional<Edit> taken(Supplier<Optional<Edit>> undo) {
        try {
            return undo.get();
        } catch (Labeling.NotAllowed refused) {
            return Optional.empty();
        }
    }

    /** @return the last edit acknowledged before the kill, all that was still in the pipe included */
    private long workUntilKilled(Random random) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m", "-cp",
                        System.getProperty("java.class.path"), Worker.class.getName(), folder.toString(), Long.toString(random.nextLong()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", printed.readLine());
            long acknowledged = 0;
            for (int i = 10 + random.nextInt(40); i >= 0; i--) {
                acknowledged = Long.parseLong(printed.readLine());
            }
            LockSupport.parkNanos(random.nextInt(3_000_000));
            // by its handle, which leaves open the pipe with what it said last
            process.toHandle().destroyForcibly();
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                acknowledged = line.matches("\\d+") ? Math.max(acknowledged, Long.parseLong(line)) : acknowledged;
            }
            return acknowledged;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
