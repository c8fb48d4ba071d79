package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository.Added;

class WorkspaceTest {

    @TempDir
    Path folder;

    @Test
    void keepsEverythingAcrossRestarts() {
        try (Workspace workspace = Workspace.open(folder.resolve("a/b"))) {
            assertEquals(Added.STORED, workspace.calls().add(Samples.call("one", 4), () -> {}));
            workspace.journal().append(Samples.adds(Samples.annotation("one", 1, LabelKind.OBJECTION, "O_PRICE")), edit -> {});
            workspace.settings().put("theme", "dark");
        }
        try (Workspace workspace = Workspace.open(folder.resolve("a/b"))) {
            assertEquals(Optional.of(Samples.call("one", 4)), workspace.calls().find(new CallId("one")));
            assertEquals(1, workspace.journal().current(new CallId("one")).size());
            assertEquals(Optional.of("dark"), workspace.settings().get("theme"));
        }
    }

    @Test
    void holdsOneFileAndOneLockAndNothingElse() throws IOException {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.settings().put("theme", "dark");
        }
        try (var files = Files.list(folder)) {
            assertEquals("[turnwise.mv.db, workspace.lock]", files.map(file -> file.getFileName().toString()).sorted().toList().toString());
        }
    }

    @Test
    void printsNothing() {
        PrintStream stdout = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Workspace.open(folder).close();
        } finally {
            System.setOut(stdout);
        }
        assertEquals("", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void cannotBeOpenedTwiceInOneProcess() {
        try (Workspace workspace = Workspace.open(folder)) {
            String message = assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(folder)).getMessage();
            assertTrue(message.contains(folder.toString()) && message.contains("this Turnwise has it open already"), message);
            workspace.settings().put("still", "works");
        }
        Workspace.open(folder).close();
    }

    @Test
    void saysSoWhenTheFolderIsAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        String message = assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(file)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("is a file"), message);
    }

    @Test
    void saysSoWhenTheFileIsNoWorkspace() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Path file = folder.resolve("turnwise.mv.db");
        Files.write(file, noise);
        String message = assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(folder)).getMessage();
        assertTrue(message.contains(file.toString()) && message.contains("damaged") && message.contains("backup"), message);
        assertEquals(100_000, Files.size(file), "a damaged file is left as it is");
        assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(folder), "and the lock is let go");
    }

    @Test
    void saysSoWhenTheFileComesFromALaterTurnwise() throws Exception {
        Workspace.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("turnwise"), "sa", "");
                var statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO "flyway_schema_history" SELECT 99, '99', 'later', "type", 'V99__later.sql', "checksum", "installed_by", "installed_on",
                    "execution_time", "success" FROM "flyway_schema_history" WHERE "version" = '1'""");
            statement.execute("SHUTDOWN");
        }
        String message = assertThrows(Workspace.CannotOpen.class, () -> Workspace.open(folder)).getMessage();
        assertTrue(message.contains("newer Turnwise") && message.contains("99") && message.contains("up to " + WorkspaceFile.SHAPE), message);
    }

    @Test
    void knowsTheNumberOfItsLastMigration() throws Exception {
        Path migrations = Path.of(WorkspaceFile.class.getResource("/db/migration").toURI());
        try (var files = Files.list(migrations)) {
            assertEquals(WorkspaceFile.MIGRATIONS, files.count());
        }
    }

    @Test
    void growsByNoMoreThanTwentyKilobytesAWrite() throws IOException {
        try (Workspace workspace = Workspace.open(folder)) {
            for (int i = 0; i < 3000; i++) {
                workspace.settings().put("call.last", "call " + i);
            }
            long size = Files.size(folder.resolve("turnwise.mv.db"));
            assertTrue(size < 60_000_000, "after 3,000 small writes the file has " + size + " bytes");
        }
    }

    @Test
    void startsAnewWhenItWasKilledWhileTheFileWasMade() throws IOException {
        Files.write(folder.resolve("turnwise-unfinished.mv.db"), new byte[5000]);
        try (Workspace workspace = Workspace.open(folder)) {
            assertEquals(0, workspace.calls().count());
        }
        assertFalse(Files.exists(folder.resolve("turnwise-unfinished.mv.db")));
    }

    @Test
    void survivesTheInterruptionOfAThreadThatWrites() {
        try (Workspace workspace = Workspace.open(folder)) {
            for (int i = 0; i < 50; i++) {
                Thread.currentThread().interrupt();
                workspace.settings().put("n", Integer.toString(i));
                assertEquals(Optional.of(Integer.toString(i)), workspace.settings().get("n"));
            }
            assertTrue(Thread.interrupted(), "the interruption is kept for whoever asks");
        }
    }
}
