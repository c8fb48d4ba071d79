package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.cli.Surroundings;
import org.turnwise.task.Progress;

class TourTest {

    @TempDir
    private Path out;

    @Test
    void theTourLeavesAPictureOfEachScreenADatasetAndASummary() throws IOException {
        HeadlessDesktop.startToolkit();
        List<Path> written = Tour.run(out, Surroundings.Theme.DARK, Progress.silent(), Path.of("sample-calls").toAbsolutePath());

        List<Path> pictures = written.stream().filter(file -> file.toString().endsWith(".png")).toList();
        assertTrue(pictures.size() >= 5, pictures.toString());
        for (Path picture : pictures) {
            assertEquals(1440, ImageIO.read(picture.toFile()).getWidth());
        }
        String summary = Files.readString(out.resolve("summary.txt"));
        assertTrue(summary.contains("Scorer 2 (candidate)"), summary);
        assertTrue(Files.readString(out.resolve("dataset.jsonl")).contains("worth a second look"));
        assertTrue(Files.exists(out.resolve("dataset.jsonl.manifest.json")));
    }
}
