package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Edit;

/** Kills a process that writes, over and over. {@code -Dturnwise.kills=1000} makes it a soak. */
class DurabilityTest {

    private static final int KILLS = Integer.getInteger("turnwise.kills", 10);

    @TempDir
    Path folder;

    @Test
    void losesNoAcknowledgedEditHoweverTheProcessIsKilled() throws Exception {
        Random random = new Random(20261112);
        long known = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long acknowledged = labelUntilKilled(random);
            try (Workspace workspace = Workspace.open(folder)) {
                List<Edit> edits = workspace.journal().edits();
                assertTrue(
                        edits.size() >= acknowledged, "kill " + kill + ": edit " + acknowledged + " was acknowledged, and " + edits.size() + " are there");
                assertTrue(acknowledged > known, "each process added to what those before it had saved");
                assertEquals(edits.size(), edits.getLast().seq(), "no edit is missing in between");
                assertEquals(edits.size(), workspace.rewards().size(), "what came with an edit is there with it");
                Replay.assertProjectionIs(edits, workspace.journal());
                known = edits.size();
            }
        }
    }

    /** @return the last edit acknowledged before the kill, all that was still in the pipe included */
    private long labelUntilKilled(Random random) throws IOException, InterruptedException {
        Process process = labeler(random.nextLong());
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", printed.readLine());
            long acknowledged = 0;
            for (int i = random.nextInt(40); i >= 0; i--) {
                acknowledged = Long.parseLong(printed.readLine());
            }
            LockSupport.parkNanos(random.nextInt(3_000_000));
            // By its handle, which leaves open the pipe with what it said last.
            process.toHandle().destroyForcibly();
            for (String line = printed.readLine(); line != null; line = printed.readLine()) {
                acknowledged = line.matches("\\d+") ? Math.max(acknowledged, Long.parseLong(line)) : acknowledged;
            }
            return acknowledged;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void isRefusedWhileAnotherProcessHasTheWorkspaceOpen() throws Exception {
        Process process = labeler(1);
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals("open", printed.readLine());
            String message = assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(folder)).getMessage();
            assertTrue(message.contains(folder.toString()) && message.contains("another Turnwise (process " + process.pid() + ")"), message);
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (Workspace workspace = Workspace.open(folder)) {
            assertTrue(refusalOfAnother().contains("another Turnwise (process " + ProcessHandle.current().pid() + ")"));
            workspace.settings().put("still", "works");
        }
    }

    private String refusalOfAnother() throws IOException, InterruptedException {
        Process process = labeler(1);
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            return String.valueOf(printed.readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private Process labeler(long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Labeler.class.getName(),
                        folder.toString(),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
