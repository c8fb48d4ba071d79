package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.intake.reading.ImportedCall;

/** Whatever is thrown at the readers, a report line comes back, and no half a call. */
class HostileInputTest {

    /** Bytes between one cut and the next: every 23rd here, every one with {@code -Pmutations}. */
    private static final int STEP = Integer.getInteger("turnwise.cuts.step", 23);

    @TempDir
    Path folder;

    @Test
    void emptyAndBlank() {
        assertTrue(Read.bytes(folder, "a.vtt", new byte[0]).refusal().contains("empty"));
        assertTrue(Read.text(folder, "b.txt", " \n \n").refusal().contains("empty"));
        assertTrue(Read.text(folder, "c.vtt", "WEBVTT\n\n").refusal().contains("no cue"));
    }

    @Test
    void binary() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertTrue(Read.bytes(folder, "a.vtt", noise).refusal().contains("not text"));
        byte[] hidden = ("WEBVTT\n\n00:00.000 --> 00:01.000\nAnn Lee: hi\n" + " ".repeat(100_000) + "\0").getBytes(StandardCharsets.UTF_8);
        assertTrue(Read.bytes(folder, "b.vtt", hidden).refusal().contains("NUL"));
    }

    @Test
    void fiftyMegabytes() {
        byte[] letters = new byte[50 * 1024 * 1024];
        Random random = new Random(2);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ("abc :<>-0123&\n".charAt(random.nextInt(14)));
        }
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertFalse(Read.bytes(folder, "a.txt", letters).failed().isEmpty());
            byte[] head = "WEBVTT\n\n00:00.000 --> 00:01.000\n".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(head, 0, letters, 0, head.length);
            assertFalse(Read.bytes(folder, "a.vtt", letters).failed().isEmpty());
            byte[] line = letters.clone();
            Arrays.fill(line, (byte) 'x');
            assertFalse(Read.bytes(folder, "line.txt", line).failed().isEmpty());
            assertTrue(Read.bytes(folder, "line.jsonl", withStart(line, "{\"turns\":")).refusal().contains("16 MB"));
        });
    }

    private static byte[] withStart(byte[] bytes, String start) {
        System.arraycopy(start.getBytes(StandardCharsets.UTF_8), 0, bytes, 0, start.length());
        return bytes;
    }

    /** Where lists stand beside each other that are put together by time. */
    @Test
    void manyWordsAndManyChangesOfTheVoice() {
        int many = 90_000;
        String words = IntStream.range(0, many).mapToObj(i -> "{\"name\":\"w\",\"time\":\"" + i + "\",\"duration\":\"1\"}").collect(Collectors.joining(","));
        String voices = IntStream.range(0, many).mapToObj(i -> "{\"name\":\"M" + i % 2 + "\",\"time\":\"" + i + "\",\"duration\":\"1\"}").collect(Collectors.joining(","));
        String stretches = IntStream.range(0, many).mapToObj(i -> "{\"speaker_label\":\"spk_" + i % 2 + "\",\"start_time\":\"" + i + "\",\"end_time\":\"" + (i + 1) + "\"}")
                .collect(Collectors.joining(","));
        String items = IntStream.range(0, many).mapToObj(i -> "{\"type\":\"pronunciation\",\"start_time\":\"" + i + ".5\",\"alternatives\":[{\"content\":\"w\"}]}")
                .collect(Collectors.joining(","));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertEquals(many, Read.text(folder, "a.json", "{\"speakers\":[" + voices + "],\"words\":[" + words + "]}").turns().size());
            assertEquals(many, Read.text(folder, "b.json", "{\"results\":{\"transcripts\":[{\"transcript\":\"w\"}],\"speaker_labels\":{\"segments\":[" + stretches
                    + "]},\"items\":[" + items + "]}}").turns().size());
        });
    }

    @Test
    void overTheBound() {
        byte[] large = "Ann Lee: hello\nBo Dahl: hi\n".repeat(2_600_000).getBytes(StandardCharsets.UTF_8);
        assertTrue(Read.bytes(folder, "large.txt", large).refusal().contains("16 MB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.vtt.gz", "bomb.jsonl.gz", "bomb.txt.gz"})
    void gzipBomb(String name) throws IOException {
        Path bomb = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            out.write((name.contains("jsonl") ? "{\"turns\":" : name.contains("vtt") ? "WEBVTT\n\n" : "Ann Lee: a\nBo Dahl: b\n").getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1024 * 1024];
            Arrays.fill(block, (byte) ' ');
            for (int i = 0; i < 200; i++) {
                out.write(block);
            }
        }
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertTrue(Read.of(bomb).refusal().contains("expands"), Read.of(bomb).refusal()));
    }

    @Test
    void zipAndDamagedGzip() throws IOException {
        Path zip = folder.resolve("a.docx");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("word/document.xml"));
            out.write(1);
        }
        assertTrue(Read.of(zip).refusal().contains("damaged"), Read.of(zip).refusal());
        byte[] gz = gzip(Files.readAllBytes(Read.FIXTURES.resolve("zoom_cloud.vtt")));
        assertEquals(5, Read.bytes(folder, "zoom.vtt.gz", gz).turns().size());
        for (int i = 2; i < gz.length; i++) {
            assertTrue(Read.bytes(folder, "cut.vtt.gz", Arrays.copyOf(gz, i)).calls().isEmpty());
        }
    }

    @Test
    void nothingComesInFromADamagedGzipNotEvenWhatStandsBeforeTheDamage() throws IOException {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            lines.append("{\"id\":\"g").append(i).append("\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"Price is ").append(random.nextLong()).append("\"}]}\n");
        }
        byte[] gz = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(400, Read.bytes(folder, "whole.jsonl.gz", gz).calls().size());
        byte[] damaged = gz.clone();
        damaged[gz.length * 3 / 4] ^= 0x55;
        for (byte[] bad : List.of(damaged, Arrays.copyOf(gz, gz.length * 3 / 4), Arrays.copyOf(gz, gz.length - 5))) {
            Read read = Read.bytes(folder, "bad.jsonl.gz", bad);
            assertEquals(0, read.calls().size());
            assertTrue(read.refusal().contains("damaged or cut off"), read.refusal());
        }
    }

    @Test
    void textInAnEncodingThatCannotBeToldIsRefusedForThat() throws IOException {
        byte[] russian = "1\n00:00:01,000 --> 00:00:02,000\nИван: Привет\n\n2\n00:00:03,000 --> 00:00:04,000\nАнна: Да, слушаю\n".getBytes("KOI8-R");
        assertTrue(Read.bytes(folder, "russian.srt", russian).refusal().contains("encoding"), Read.bytes(folder, "russian.srt", russian).refusal());
        byte[] japanese = "田中: こんにちは、価格は?\n佐藤: 高いです。\n田中: わかりました。\n".getBytes("Shift_JIS");
        assertTrue(Read.bytes(folder, "japanese.txt", japanese).refusal().contains("UTF-8"), Read.bytes(folder, "japanese.txt", japanese).refusal());
        byte[] french = "Zoë Roy: Ça va “bien” ?\nRené Oh: Très bien – le prix est de 50 €.\n".getBytes("windows-1252");
        assertEquals("Zoë Roy|null|null|Ça va “bien” ?", Read.bytes(folder, "french.txt", french).turns().getFirst());
    }

    @Test
    void aDamagedByteDoesNotTurnUtf8IntoNonsense() {
        byte[] text = "Zoë Roy: Ça va bien ?\nRené Oh: Très bien.\nZoë Roy: À vous # voir.\n".getBytes(StandardCharsets.UTF_8);
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xE9;
        Read read = Read.bytes(folder, "damaged.txt", text);
        assertEquals(0, read.calls().size());
        assertEquals(3, read.failed().getFirst().line());
        assertTrue(read.refusal().contains("damaged bytes"), read.refusal());
    }

    @Test
    void ofConversationsThatAreCutOffNothingComesIn() {
        String whole = "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"hello\"}]}\n";
        Read read = Read.text(folder, "cut.jsonl", whole + whole.replace("\"a\"", "\"b\"").substring(0, 40));
        assertEquals(0, read.calls().size());
        assertEquals(2, read.failed().getFirst().line());
        assertTrue(read.refusal().contains("cut off"), read.refusal());
        assertEquals(1, Read.text(folder, "whole.jsonl", whole.strip()).calls().size());
    }

    @Test
    void aLineOfJsonThatIsCutOffSaysSo() {
        Read read = Read.text(folder, "cut.jsonl", "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"hel");
        assertTrue(read.refusal().contains("cut off"), read.refusal());
        assertFalse(read.refusal().contains("Source"), read.refusal());
    }

    @Test
    void aTurnWithoutEndIsRefusedWhenItIsRead() {
        String endless = "word ".repeat(250_000);
        assertTrue(Read.text(folder, "a.txt", "Rep: " + endless + "\nCustomer: hi\n").refusal().contains("1000000"));
        assertTrue(Read.text(folder, "a.jsonl", "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"" + endless + "\"}]}\n").refusal().contains("1000000"));
    }

    static byte[] gzip(byte[] bytes) throws IOException {
        var out = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gz = new GZIPOutputStream(out)) {
            gz.write(bytes);
        }
        return out.toByteArray();
    }

    static List<String> fixtures() throws IOException {
        try (Stream<Path> files = Files.walk(Read.FIXTURES)) {
            return files.filter(Files::isRegularFile).map(file -> Read.FIXTURES.relativize(file).toString()).filter(name -> !name.endsWith(".xml") && name.contains(".")).sorted().toList();
        }
    }

    /** Cut anywhere, a file is refused, or gives turns that begin as the whole's do; where a cue may have been cut, it says so. */
    @ParameterizedTest
    @MethodSource("fixtures")
    void cutAnywhere(String fixture) throws IOException {
        byte[] whole = Files.readAllBytes(Read.FIXTURES.resolve(fixture));
        String words = words(Read.fixture(fixture));
        for (int i = 0; i < whole.length; i += STEP) {
            if (new String(whole, i, whole.length - i, StandardCharsets.UTF_8).isBlank()) {
                break;
            }
            byte[] cut = Arrays.copyOf(whole, i);
            Read read = Read.bytes(folder, Path.of(fixture).getFileName().toString(), cut);
            assertFalse(read.calls().isEmpty() && read.failed().isEmpty(), fixture + " cut at " + i + " vanished");
            for (ImportReport.Failed failed : read.failed()) {
                assertFalse(failed.reason().contains("fault in Turnwise"), fixture + " cut at " + i + ": " + failed);
            }
            boolean atLineEnd = i > 0 && (cut[i - 1] == '\n' || cut[i - 1] == '\r' || i > 1 && cut[i - 1] == 0 && cut[i - 2] == '\n');
            if (!fixture.endsWith("jsonl") && !read.calls().isEmpty() && !atLineEnd) {
                assertFalse(read.calls().getLast().warnings().isEmpty(), fixture + " cut at " + i + " gives a call without a word of warning");
            }
            for (ImportedCall call : read.calls()) {
                call.call().turns().forEach(turn -> assertTrue(turn.endMs() == null || turn.startMs() != null && turn.endMs() >= turn.startMs()));
            }
            assertTrue(!atLineEnd || words.length() >= words(read).length(), fixture + " cut at " + i + " says more than the whole");
        }
    }

    private static String words(Read read) {
        StringBuilder words = new StringBuilder();
        read.calls().forEach(call -> call.call().turns().forEach(turn -> words.append(turn.text()).append(' ')));
        return words.toString();
    }

    @Test
    void conversationsThatAreNone() {
        String turns = "\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\"}]";
        List<String> bad = List.of(
                "{\"id\":\"a\",\"turns\":[]}",
                "{\"id\":\"a\",\"turns\":{}}",
                "{\"id\":\"a\",\"turns\":[1]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":7}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\" \"}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":NaN}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":1e999999999}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":-1}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":2,\"end\":1}]}",
                "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":\"2\"}]}",
                "{\"id\":\"\"," + turns + "}",
                "{\"id\":[]," + turns + "}",
                "{" + turns + "}",
                "{\"id\":\"a\",\"id\":\"b\"," + turns + "}",
                "{\"id\":\"a\",\"outcome\":2," + turns + "}",
                "{\"id\":\"a\",\"outcome\":\"won\"," + turns + "}",
                "{\"id\":\"a\",\"outcome_kind\":\"SOLD\"," + turns + "}",
                "{\"id\":\"a\",\"timing\":\"LATE\"," + turns + "}",
                "{\"id\":\"a\",\"started_at\":\"noon\"," + turns + "}",
                "{\"id\":\"a\"," + turns + "} {}",
                "{\"id\":\"a\"," + turns + ",\"meta\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
                "{\"id\":\"" + "x".repeat(300) + "\"," + turns + "}",
                "{\"id\":\"a\"," + turns + ",\"annotations\":[{\"id\":\"x\"}]}",
                "[1]", "null");
        for (String line : bad) {
            Read read = Read.text(folder, "bad.jsonl", "{\"id\":\"ok\"," + turns + "}\n" + line + "\n");
            assertEquals(1, read.calls().size(), line);
            assertEquals(2, read.failed().getFirst().line(), line);
            assertFalse(read.failed().getFirst().reason().contains("fault"), read.failed().toString());
        }
        Read tiny = Read.text(folder, "tiny.jsonl", "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"a\",\"start\":1e-999999999}]}\n");
        assertEquals(List.of("rep|0|null|a"), tiny.turns());
    }

    /** Sixty thousand of one sign in a line, where a pattern that looks back from each of them would take minutes. */
    @Test
    void noLongLineTakesLong() {
        List<String> signs = List.of(" ", "\t", "(", "[", "*", "_", "`", "#", ">", "-", ":", "1", "a ", "0:0 ", "1:23 ", "](", "<", "|", ", ", "\uFF1A", "A. ");
        List<String> shapes = List.of("%s", "Jane Doe%s\nHello there.\n\n", "Jane Doe: hello%s\nBo Dahl: hi\n", "Jane Doe  0:01\nhello%s\n\n", "Jane Doe\n0:01\nhello %s\n", "[00:01 - 00:02] %s\n",
                "| a | b |\n|---|---|\n| %s |\n", "00:00:01,000 --> 00:00:02,000\n[%s\n\n", "Speaker,Start,%s\nA,1,b\n",
                "(speaker 0) %s\n", "# T\n\n| a | b |\n|---|---|\n| **%s** |\n");
        assertTimeoutPreemptively(Duration.ofSeconds(120), () -> {
            for (String sign : signs) {
                for (String shape : shapes) {
                    Read read = Read.text(folder, "long.txt", shape.formatted(sign.repeat(60_000 / sign.length())).repeat(3));
                    assertTrue(read.failed().stream().noneMatch(failed -> failed.reason().contains("fault in Turnwise")), sign + " in " + shape + ": " + read.failed());
                }
            }
        });
    }

    /** Short enough to be heads of turns, of sections or of a table's columns, and all but one. */
    @Test
    void noNumberOfLinesThatAreNearlyHeadsTakesLong() {
        String blank = " ".repeat(140);
        List<String> nearly = List.of("A" + blank + "(1", "A" + blank + ")", "A" + " (2026-03-14T10:00:00".repeat(7) + ")", "[" + blank + "0.1s", "A" + blank + "[0.1s - ",
                "(speaker 0)" + blank, "#".repeat(79), "*".repeat(78) + ":", "(".repeat(78) + ":", "[end" + blank, "| **" + "a".repeat(80) + blank + "|", "A.B".repeat(40) + ":");
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (String line : nearly) {
                Read read = Read.text(folder, "lines.txt", "Ann: Is it on?\nBo: It is.\n" + (line + "\n").repeat(20_000) + "Ann: Good.\n");
                assertTrue(read.failed().stream().noneMatch(failed -> failed.reason().contains("fault in Turnwise")), line + ": " + read.failed());
            }
        });
    }
}
