package org.turnwise.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** The index through imports, ends in the middle, damage and a change of workspace. */
class TurnIndexTest {

    @TempDir Path folder;

    @Test
    void whatCameInAfterTheLastCommitIsTakenInAtTheNextStart() {
        try (Talk talk = new Talk(folder)) {
            talk.call("a", "needle");
            assertEquals(List.of("a:0"), talk.places("needle"));
            talk.call("b", "other needle");
            assertEquals(1, talk.find.behind());
        }
        try (Talk talk = new Talk(folder)) {
            assertEquals(1, talk.find.behind());
            assertEquals(List.of("a:0", "b:0"), talk.places("needle"));
            assertEquals(0, talk.find.behind());
        }
    }

    @Test
    void cancelledItKeepsWhatItHasAndGoesOnFromThere() {
        try (Talk talk = new Talk(folder)) {
            for (int i = 0; i < 30; i++) {
                talk.call("call " + i, "needle " + i);
            }
            assertThrows(CancellationException.class, () -> talk.find.catchUp(new Progress() {
                private int asked;

                @Override
                public void report(double done, String what) {}

                @Override
                public boolean cancelled() {
                    return ++asked > 10;
                }
            }));
            assertEquals(10, talk.find.search(new Search("needle", SearchFilter.NONE), List::of, 0, 50, Progress.silent()).total());
            assertEquals(30, talk.found(new Search("needle", SearchFilter.NONE)).total());
        }
    }

    @Test
    void aDamagedIndexIsMadeAnew() throws IOException {
        try (Talk talk = new Talk(folder)) {
            talk.call("a", "needle");
            talk.places("needle");
        }
        for (Path file : files()) {
            Files.write(file, new byte[] {1, 2, 3});
        }
        try (Talk talk = new Talk(folder)) {
            assertEquals(List.of("a:0"), talk.places("needle"));
        }
        for (Path file : files()) {
            if (!file.getFileName().toString().startsWith("segments")) {
                Files.delete(file);
            }
        }
        try (Talk talk = new Talk(folder)) {
            assertEquals(List.of("a:0"), talk.places("needle"));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("search"))) {
            List<Path> all = files.toList();
            assertTrue(all.size() > 1);
            return all;
        }
    }

    @Test
    void theIndexOfAnotherWorkspaceIsNotBelieved(@TempDir Path other) throws IOException {
        try (Talk talk = new Talk(folder)) {
            talk.call("a", "needle");
            talk.call("b", "other needle");
            talk.places("needle");
        }
        try (Workspace workspace = Workspace.open(other)) {
            assertEquals(0, workspace.calls().count());
        }
        Files.createDirectories(other.resolve("search"));
        for (Path file : files()) {
            Files.copy(file, other.resolve("search").resolve(file.getFileName()));
        }
        try (Talk talk = new Talk(other)) {
            talk.call("c", "needle");
            assertEquals(List.of("c:0"), talk.places("needle"));
        }
    }
}
