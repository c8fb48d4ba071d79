package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.watch.WatchedFolder;
import org.turnwise.store.Workspace;

/** Looks into real folders. */
class WatchedFolderTest {

    @TempDir
    Path folder;

    private static List<String> ready(WatchedFolder watched) {
        return assertInstanceOf(WatchedFolder.Seen.class, watched.look()).files().stream().map(file -> file.getFileName().toString()).toList();
    }

    @Test
    void aFileIsReadyOnceItsSizeIsSteadyAndComesOnce() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/deep")).getParent();
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            WatchedFolder watched = new WatchedFolder(workspace.settings(), workspace.watchedFiles());
            assertInstanceOf(WatchedFolder.Off.class, watched.look());
            watched.watch(in);
            Path growing = Files.writeString(in.resolve("deep/one.txt"), "Rep: Hello");
            Files.writeString(in.resolve("two.vtt.part"), "WEBVTT");
            Files.writeString(in.resolve("picture.png"), "no transcript");
            assertEquals(List.of(), ready(watched));
            Files.writeString(growing, "Rep: Hello\nCustomer: Hi\n");
            assertEquals(List.of(), ready(watched), "it has grown since");
            assertEquals(1, ((WatchedFolder.Seen) watched.look()).ready().size());
            watched.taken((WatchedFolder.Seen) watched.look());
            assertEquals(List.of(), ready(watched));
        }
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            WatchedFolder watched = new WatchedFolder(workspace.settings(), workspace.watchedFiles());
            assertEquals(in, watched.folder().orElseThrow(), "still watched when the workspace is opened again");
            ready(watched);
            assertEquals(List.of(), ready(watched), "and what came in is remembered");
            Files.writeString(in.resolve("deep/one.txt"), "Rep: Hello again\nCustomer: Hi\n");
            ready(watched);
            assertEquals(List.of("one.txt"), ready(watched), "what changed comes again");
            watched.stop();
            assertInstanceOf(WatchedFolder.Off.class, watched.look());
        }
    }

    @Test
    void aFolderThatIsGoneIsSaidToBe() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            WatchedFolder watched = new WatchedFolder(workspace.settings(), workspace.watchedFiles());
            watched.watch(in);
            Files.delete(in);
            assertEquals("is not there; check the path", assertInstanceOf(WatchedFolder.Unreachable.class, watched.look()).why());
        }
    }
}
