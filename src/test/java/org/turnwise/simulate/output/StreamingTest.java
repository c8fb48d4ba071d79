package org.turnwise.simulate.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.simulate.Knobs;
import org.turnwise.simulate.Mode;
import org.turnwise.simulate.Settings;
import org.turnwise.task.Progress;

/** Memory doesn't grow with the number of calls: what is written is larger than all the memory there is. */
class StreamingTest {

    private static final int MEGABYTES = 64;

    @TempDir
    Path folder;

    /** Run in a Java of its own. */
    public static void main(String[] args) {
        new Simulation(Settings.of(20_000, 1, Mode.SHORT, Knobs.NONE), Format.JSONL).write(Path.of(args[0]), Progress.silent());
    }

    @Test
    void moreIsWrittenThanFitsIntoMemory() throws Exception {
        Path said = folder.resolve("said.txt");
        Process java = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + MEGABYTES + "m", "-cp",
                        System.getProperty("java.class.path"),
                        StreamingTest.class.getName(), folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = java.waitFor(5, TimeUnit.MINUTES);
        java.destroyForcibly();
        assertTrue(ended && java.exitValue() == 0, Files.readString(said));
        long written = Files.size(folder.resolve("calls.jsonl")) + Files.size(folder.resolve("truth.jsonl"));
        assertTrue(written > MEGABYTES * 1024L * 1024L, written + " bytes");
        try (var lines = Files.lines(folder.resolve("truth.jsonl"))) {
            assertEquals(20_000, lines.count());
        }
    }
}
