package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.cli.Surroundings;
import org.turnwise.task.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
        assertEquals(
                "call PRICING_REJECTION, 0 STAGE_OPENING, 0 R_OPEN, 1 STAGE_OBJECTION, 1 O_PRICE, 1 DELTA_-1, 2 OBJ_CLARIFY, 2 QUALITY_NEUTRAL, "
                        + "3 O_PRICE, 3 O_COMPETITOR, 3 DELTA_-1, 4 STAGE_DISCOVERY, 4 OBJ_ACK, 4 Q_PROBLEM, 5 O_NEED, 6 PROBE, 6 QUALITY_STRONG, "
                        + "7 P_PAIN_MILD, 8 Q_IMPACT, 8 QUALITY_STRONG, 9 O_NEED, 10 NEXT_PROPOSE, 10 QUALITY_NEUTRAL, 11 STAGE_OBJECTION, 11 O_TIMING, "
                        + "11 DELTA_-1, 12 STAGE_PRICING, 12 PRICE_DISCOUNT, 12 FLAG_UNPROMPTED, 12 QUALITY_WEAK, 12 NOTE, 13 O_PRICE, 13 DELTA_-1, "
                        + "14 Q_BUDGET, 14 QUALITY_NEUTRAL, 15 P_DECLINE",
                String.join(", ", labels(out.resolve("dataset.jsonl"))));
        assertTrue(Files.exists(out.resolve("dataset.jsonl.manifest.json")));
    }

    /** Of the one call that has any, as turn and label. */
    private static List<String> labels(Path dataset) throws IOException {
        List<String> labels = new ArrayList<>();
        for (String line : Files.readAllLines(dataset)) {
            JsonNode call = JsonMapper.shared().readTree(line);
            call.path("annotations").forEach(label -> labels.add(label.path("turn").asString("call") + " " + label.path("label").asString()));
        }
        return labels;
    }
}
