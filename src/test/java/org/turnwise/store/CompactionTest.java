package org.turnwise.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {

    @TempDir
    private Path folder;

    @Test
    void aFileThatGrewIsSmallAgainOnTheNextOpeningAndSaysTheSame() throws IOException {
        Path file = folder.resolve("turnwise.mv.db");
        int settings = 0;
        try (Workspace workspace = Workspace.open(folder)) {
            while (Files.size(file) < 2 * Compaction.SMALLEST) {
                workspace.settings().put("name " + settings % 50, "value " + settings);
                settings++;
            }
        }
        long grown = Files.size(file);
        try (Workspace workspace = Workspace.open(folder)) {
            assertTrue(Files.size(file) < grown / 4, grown + " bytes became " + Files.size(file));
            for (int i = settings - 50; i < settings; i++) {
                assertEquals("value " + i, workspace.settings().get("name " + i % 50).orElse(""));
            }
        }
        assertFalse(Files.exists(folder.resolve("turnwise-compacted.mv.db")));
    }

    @Test
    void aCompactionThatWasKilledHalfwayLeavesTheWorkspaceAsItWas() throws IOException {
        try (Workspace workspace = Workspace.open(folder)) {
            workspace.settings().put("kept", "yes");
        }
        Files.writeString(folder.resolve("turnwise-compacted.mv.db"), "half a file");
        try (Workspace workspace = Workspace.open(folder)) {
            assertEquals("yes", workspace.settings().get("kept").orElse(""));
        }
    }
}
