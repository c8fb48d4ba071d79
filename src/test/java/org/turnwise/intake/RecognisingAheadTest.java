package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.Unreadable;

class RecognisingAheadTest {

    @TempDir
    Path folder;

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void filesComeInTheOrderTheyWereGivenInHoweverManyAreLookedAtAhead() throws IOException, Unreadable {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            files.add(file("talk" + i + ".txt", "Ann Lee: Is pump " + i + " on?\nBo Dahl: It is.\n"));
        }
        try (RecognisingAhead ahead = new RecognisingAhead(files, ReadContext.none())) {
            for (Path file : files) {
                assertEquals(file.getFileName().toString(), ahead.next().file().name());
            }
        }
    }

    @Test
    void aFileThatIsNothingFailsInItsPlaceAndTheNextOneIsFound() throws IOException, Unreadable {
        List<Path> files = List.of(file("one.txt", "Ann Lee: Is it on?\nBo Dahl: It is.\n"), file("nothing.txt", "pumps"), folder.resolve("gone.txt"),
                file("two.txt", "Ann Lee: Is it off?\nBo Dahl: It is.\n"));
        try (RecognisingAhead ahead = new RecognisingAhead(files, ReadContext.none())) {
            assertEquals("one.txt", ahead.next().file().name());
            assertThrows(Unreadable.class, ahead::next);
            assertThrows(IOException.class, ahead::next);
            assertEquals("two.txt", ahead.next().file().name());
        }
    }
}
