package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Turn;

/** Whatever JSON is thrown at the readers, a report line comes back, and no half a call. */
class HostileJsonTest {

    @TempDir
    Path folder;

    private static List<Path> fixtures() throws IOException {
        try (Stream<Path> files = Files.list(Read.FIXTURES.resolve("json"))) {
            return files.sorted().toList();
        }
    }

    private static void noFault(Read read, String what) {
        assertTrue(read.failed().stream().noneMatch(failed -> failed.reason().contains("fault in Turnwise")), () -> what + ": " + read.failed());
        for (var call : read.calls()) {
            for (Turn turn : call.call().turns()) {
                assertTrue(turn.endMs() == null || turn.startMs() != null && turn.endMs() >= turn.startMs(), () -> what + ": " + turn);
            }
        }
    }

    @Test
    void cutAnywhereNothingComesInButALineOfTheReport() throws IOException {
        for (Path fixture : fixtures()) {
            byte[] whole = Files.readAllBytes(fixture);
            String name = fixture.getFileName().toString();
            int end = new String(whole, StandardCharsets.UTF_8).stripTrailing().getBytes(StandardCharsets.UTF_8).length;
            for (int i = 1; i < end; i += i < 24 || i > end - 24 ? 1 : 31) {
                Read read = Read.bytes(folder, name, Arrays.copyOf(whole, i));
                noFault(read, name + " cut at " + i);
                boolean atLineEnd = name.endsWith(".jsonl") && (whole[i] == '\n' || whole[i - 1] == '\n');
                assertTrue(atLineEnd || read.calls().isEmpty(), name + " cut at " + i + " still yields " + read.calls());
                assertTrue(atLineEnd || !read.failed().isEmpty(), name + " cut at " + i);
            }
        }
    }

    @Test
    void aCutIsNamedByLine() throws IOException {
        byte[] whole = Files.readAllBytes(Read.FIXTURES.resolve("json/fathom.json"));
        String refusal = Read.bytes(folder, "cut.json", Arrays.copyOf(whole, whole.length / 2)).refusal();
        assertTrue(refusal.matches("(?s)[1-9]\\d*: the file ends before its JSON does \\(column \\d+\\).*"), refusal);
    }

    @Test
    void damagedAnywhere() throws IOException {
        Random random = new Random(7);
        for (Path fixture : fixtures()) {
            byte[] whole = Files.readAllBytes(fixture);
            for (int i = 0; i < 30; i++) {
                byte[] damaged = whole.clone();
                for (int j = 0; j <= random.nextInt(3); j++) {
                    damaged[random.nextInt(damaged.length)] = (byte) "{}[]\":,0a-\\ \n9eN".charAt(random.nextInt(16));
                }
                noFault(Read.bytes(folder, fixture.getFileName().toString(), damaged), fixture + " " + i);
            }
        }
    }

    @Test
    void valuesOfEveryKindWhereOthersAreExpected() throws IOException {
        String[] kinds = {"null", "true", "\"\"", "\"x\"", "[]", "{}", "[null]", "[[]]", "[1]", "-1", "1e400", "1e-400", "123456789012345678901234567890",
                "NaN", "\"\\ud800\"", "\"\\u0000\""};
        Random random = new Random(11);
        for (Path fixture : fixtures()) {
            String json = Files.readString(fixture);
            for (int i = 0; i < 30; i++) {
                int colon = json.indexOf(':', random.nextInt(json.length()));
                int end = colon < 0 ? -1 : json.indexOf(',', colon);
                if (end > 0) {
                    String odd = json.substring(0, colon + 1) + kinds[random.nextInt(kinds.length)] + json.substring(end);
                    noFault(Read.text(folder, fixture.getFileName().toString(), odd), odd);
                }
            }
        }
    }

    @Test
    void deepNesting() {
        for (String open : List.of("[", "{\"a\":", "[{\"transcript\":", "{\"results\":[")) {
            Read read = Read.text(folder, "deep.json", open.repeat(300_000));
            assertEquals(1, read.failed().size(), open);
            noFault(read, open);
        }
        String closed = "{\"text\":" + "[".repeat(150) + "]".repeat(150) + "}";
        assertTrue(Read.text(folder, "closed.json", closed).refusal().contains("nothing in it"));
    }

    @Test
    void hugeArraysAreRefusedAndNotKept() throws IOException {
        Path numbers = folder.resolve("numbers.json");
        write(numbers, "{\"results\":[", "1,", 4_000_000, "1]}");
        Path words = folder.resolve("words.json");
        write(words, "{\"segments\":[", "{\"start\":1,\"end\":2,\"text\":\"and so on\",\"avg_logprob\":0},", 600_000, "{}]}");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(Read.of(numbers).refusal().contains("2 million values"), Read.of(numbers).refusal());
            assertTrue(Read.of(words).refusal().contains("2 million values"));
        });
    }

    @Test
    void manyCallsComeInWithTheMemoryOfOne() throws IOException {
        Path many = folder.resolve("many.json");
        String call = "{\"callTranscripts\":[{\"callId\":\"1\",\"transcript\":[{\"speakerId\":\"1\",\"sentences\":[{\"start\":0,\"end\":70000,\"text\":\""
                + "word ".repeat(1000) + "\"}]}]}]},\n";
        write(many, "[", call, 4_000, call.strip().replaceFirst(",$", "]"));
        assertTrue(Files.size(many) > 16 * 1024 * 1024, "larger than one call may be");
        assertEquals(4_001, Read.of(many).calls().size());
    }

    @Test
    void oneBadCallDoesNotKeepOutTheOthers() {
        String call = "{\"sentences\":[{\"media_channel\":1,\"transcript\":\"Hm\",\"start_time\":\"%s\",\"end_time\":\"2\"}]}";
        Read read = Read.text(folder, "some.json", "[" + call.formatted("1") + ",\n" + call.formatted("soon") + ",\n" + call.formatted("1.5") + "]");
        assertEquals(2, read.calls().size());
        assertEquals(2, read.failed().getFirst().line());
        assertFalse(read.failed().getFirst().reason().isBlank());
    }

    @Test
    void encodings() throws IOException {
        String json = Files.readString(Read.FIXTURES.resolve("json/meet_rest.json"));
        List<String> turns = Read.text(folder, "utf8.json", json).turns();
        assertEquals(turns, Read.text(folder, "bom.json", "\uFEFF" + json).turns());
        assertEquals(turns, Read.bytes(folder, "utf16.json", ("\uFEFF" + json).getBytes(StandardCharsets.UTF_16LE)).turns());
    }

    private static void write(Path file, String start, String again, int times, String end) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(start.getBytes(StandardCharsets.UTF_8));
            byte[] bytes = again.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
            out.write(end.getBytes(StandardCharsets.UTF_8));
        }
    }
}
