package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.ContentHash;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/**
 * Mutates every fixture, over and over: bytes flipped, pieces cut out, doubled, swapped with those of another format, signs that formats hang on put
 * anywhere. Whatever
 * comes of it is a whole call or a report line, and what is stored of it is what was read. {@code mvn test -Pmutations} tries ten thousand.
 */
class MutatedInputTest {

    private static final int MUTATIONS = Integer.getInteger("turnwise.mutations", 1_300);
    private static final long SEED = Long.getLong("turnwise.mutations.seed", 7);
    /** In wall-clock time, so generous: a busy machine is no fault of the readers. */
    private static final long HANGS_MS = Long.getLong("turnwise.mutations.hang", 20_000);
    /** In processor time of one file; {@code mvn test -Pmutations} sets two seconds. */
    private static final long LONGEST_MS = Long.getLong("turnwise.mutations.longest", Long.MAX_VALUE);
    private static final int FILES_AN_IMPORT = 200;
    private static final Path FIGURES = Path.of("target", "mutations.txt");
    private static final List<String> SIGNS = List.of(
            "-->", "00:00:01.000 --> 00:00:02.000", "\n\n", "\r", ": ", "<v ", "</v>", "<", ">", "[", "]]", "{", "}", "\"", "&#0;", "&amp;amp;", "\0",
                    "\uFEFF", "\u202E", "WEBVTT\n", "NOTE\n",
            "99:99:99", "-1:0:0", "9999999999999999999", "1e309", "NaN", ",", ";", "\t", "((((((((((", "**", ">> ", "  1:23\n", "Jane Doe: ", "\uD83D\uDE00",
                    "PK\u0003\u0004", " ".repeat(5000),
            ":".repeat(3000), "<v ".repeat(2000), "0:0:0.0\n".repeat(500), "[[".repeat(1000), "\"".repeat(999));

    @TempDir
    Path folder;

    private record Seed(String name, byte[] bytes) {}

    @Test
    void aCallOrAReportLine() throws Exception {
        List<Seed> seeds = seeds();
        Random random = new Random(SEED);
        long slowest = 0;
        String slowestWhat = "none";
        try (ExecutorService reader = Executors.newSingleThreadExecutor(); Storing storing = new Storing(folder)) {
            for (int i = 0; i < MUTATIONS; i++) {
                Seed seed = seeds.get(i % seeds.size());
                byte[] mutated = mutated(seed, seeds, random);
                String what = "mutation " + i + " of " + seed.name() + " with seed " + SEED;
                Path file = storing.write(seed.name(), mutated);
                Timed timed = within(reader.submit(() -> timed(file)), what, mutated);
                if (timed.millis() > slowest) {
                    slowest = timed.millis();
                    slowestWhat = what;
                }
                check(timed.read(), what);
                storing.read(file, timed.read());
            }
            storing.importRest();
            assertTrue(slowest <= LONGEST_MS, slowestWhat + " took " + slowest + " ms");
            Files.createDirectories(FIGURES.getParent());
            Files.writeString(FIGURES, "%d damaged files of %d fixtures, seed %d: 0 crashes, 0 half-imports; %d calls came in whole, %d files were refused or held none.%nThe slowest took %d ms of processor time: %s.%n"
                    .formatted(MUTATIONS, seeds.size(), SEED, storing.calls(), storing.withoutCalls, slowest, slowestWhat));
        }
        System.getLogger("mutations").log(System.Logger.Level.INFO, MUTATIONS + " mutations of " + seeds.size() + " fixtures; the slowest took " + slowest
                + " ms of processor time: " + slowestWhat);
    }

    /** Imports what was tried, some hundred files at once, and checks that what is stored then are the calls that were read, each as it was read. */
    private static final class Storing implements AutoCloseable {
        private final Path folder;
        private final Workspace workspace;
        private final Importer importer;
        private final Map<String, Read> tried = new HashMap<>();
        private final Set<List<Turn>> read = new HashSet<>();
        private final Set<String> stored = new HashSet<>();
        private Path batch;
        private int files;
        private int reported;
        private int withoutCalls;

        Storing(Path folder) throws IOException {
            this.folder = folder;
            workspace = Workspace.open(folder.resolve("workspace"));
            importer = ResumeTest.importer(workspace);
            batch = Files.createDirectory(folder.resolve("batch"));
        }

        Path write(String name, byte[] content) throws IOException {
            if (files > 0 && files % FILES_AN_IMPORT == 0) {
                importRest();
                batch = Files.createDirectory(folder.resolve("batch" + files));
            }
            return Files.write(batch.resolve("%05d-%s".formatted(++files, name)), content);
        }

        void read(Path file, Read said) {
            tried.put(file.getFileName().toString(), said);
            said.calls().forEach(one -> read.add(one.call().turns()));
            withoutCalls += said.calls().isEmpty() ? 1 : 0;
        }

        void importRest() throws IOException {
            ImportReport report = importer.run(List.of(batch), Progress.silent());
            reported += report.imported().size();
            assertEquals(reported, workspace.calls().count(), "calls that are there and were not reported, or the other way round");
            for (ImportReport.Arrived arrived : report.imported()) {
                Call call = workspace.calls().find(arrived.call()).orElseThrow();
                assertTrue(read.contains(call.turns()), () -> arrived + " is not stored as it was read: " + call.turns());
                assertEquals(arrived.turns(), call.turns().size(), arrived.file());
                stored.add(ContentHash.of(call.turns()));
            }
            tried.forEach((file, said) -> assertNothingVanished(file, said, report));
            tried.clear();
            report.failed().forEach(failed -> assertFalse(failed.reason().contains("fault in Turnwise"), failed.toString()));
            try (Stream<Path> tried = Files.list(batch)) {
                for (Path file : tried.toList()) {
                    Files.delete(file);
                }
            }
        }

        /** Each call that was read of a file is here, or the report says why not; and so of a file without calls. */
        private void assertNothingVanished(String file, Read said, ImportReport report) {
            long arrived = report.imported().stream().filter(one -> one.file().contains(file)).count();
            long here = report.duplicates().stream().filter(one -> one.file().contains(file)).count();
            long failed = report.failed().stream().filter(one -> one.file().contains(file)).count();
            long skipped = report.skipped().stream().filter(one -> one.file().contains(file)).count();
            assertTrue(arrived + here + failed >= said.calls().size(), () -> file + ": of " + said.calls().size() + " calls " + arrived + " came in, " + here
                    + " were here and " + failed + " were refused");
            assertTrue(arrived + here + failed + skipped > 0, () -> file + " vanished");
            if (failed == 0) {
                said.calls().forEach(one -> assertTrue(stored.contains(ContentHash.of(one.call().turns())), () -> file + ": " + one.call().id() + " is not here"));
            }
        }

        int calls() {
            return reported;
        }

        @Override
        public void close() {
            workspace.close();
        }
    }

    private record Timed(Read read, long millis) {}

    private static Timed timed(Path file) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Read read = Read.of(file);
        return new Timed(read, (threads.getCurrentThreadCpuTime() - before) / 1_000_000);
    }

    private static Timed within(Future<Timed> reading, String what, byte[] mutated) throws IOException, InterruptedException {
        try {
            return reading.get(HANGS_MS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            Path kept = Files.write(Files.createTempFile("mutated", ".bin"), mutated);
            throw new AssertionError(what + " hangs or escapes; it is kept in " + kept, e);
        }
    }

    private static void check(Read read, String what) {
        assertFalse(read.calls().isEmpty() && read.failed().isEmpty() && read.skipped().isEmpty(), what + " vanished");
        for (ImportReport.Failed failed : read.failed()) {
            assertFalse(failed.reason().contains("fault in Turnwise"), what + ": " + failed);
            assertFalse(failed.reason().isBlank(), what);
        }
        for (ImportedCall read1 : read.calls()) {
            Call call = read1.call();
            for (Turn turn : call.turns()) {
                assertTrue(turn.endMs() == null || turn.startMs() != null && turn.endMs() >= turn.startMs(), what + ": " + turn);
                assertFalse(turn.text().isBlank(), what);
            }
            assertEquals(call, call.prefix(call.turns().size()), what);
        }
    }

    private List<Seed> seeds() throws IOException {
        List<Seed> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Read.FIXTURES)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                seeds.add(name.endsWith(".docx.xml") ? new Seed(name.replace(".xml", ""), Docx.ofFixture(name)) : new Seed(name, Files.readAllBytes(file)));
            }
        }
        byte[] zip = Docx.zip(Map.of("a.vtt", seeds.getLast().bytes(), "b.txt", "Ann Lee: a\nBo Dahl: b\n".getBytes(StandardCharsets.UTF_8)));
        seeds.add(new Seed("calls.zip", zip));
        seeds.add(new Seed("zoom.vtt.gz", HostileInputTest.gzip(Files.readAllBytes(Read.FIXTURES.resolve("zoom_cloud.vtt")))));
        return seeds;
    }

    private static byte[] mutated(Seed seed, List<Seed> seeds, Random random) throws IOException {
        byte[] bytes = seed.bytes();
        if (seed.name().endsWith(".docx") && random.nextInt(3) > 0) {
            String xml = new String(Files.readAllBytes(Read.FIXTURES.resolve(seed.name() + ".xml")), StandardCharsets.UTF_8);
            return Docx.of(new String(changed(xml.getBytes(StandardCharsets.UTF_8), seeds, random), StandardCharsets.UTF_8));
        }
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            bytes = changed(bytes, seeds, random);
        }
        return bytes;
    }

    private static byte[] changed(byte[] bytes, List<Seed> seeds, Random random) {
        if (bytes.length == 0) {
            return SIGNS.get(random.nextInt(SIGNS.size())).getBytes(StandardCharsets.UTF_8);
        }
        int at = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, at + 1 + random.nextInt(60));
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, at, random);
            case 1 -> Arrays.copyOf(bytes, at);
            case 2 -> joined(bytes, 0, at, bytes, to, bytes.length);
            case 3 -> joined(bytes, 0, to, bytes, at, bytes.length);
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size())).bytes();
                yield joined(bytes, 0, at, other, Math.min(other.length, random.nextInt(other.length + 1)), other.length);
            }
            case 5, 6 -> {
                byte[] sign = SIGNS.get(random.nextInt(SIGNS.size())).getBytes(StandardCharsets.UTF_8);
                yield joined(joined(bytes, 0, at, sign, 0, sign.length), 0, at + sign.length, bytes, at, bytes.length);
            }
            default -> shuffledLines(bytes, random);
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] flipped = bytes.clone();
        flipped[at] = (byte) random.nextInt(256);
        return flipped;
    }

    private static byte[] joined(byte[] first, int from, int to, byte[] second, int secondFrom, int secondTo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(first, from, to - from);
        out.write(second, secondFrom, secondTo - secondFrom);
        return out.toByteArray();
    }

    private static byte[] shuffledLines(byte[] bytes, Random random) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("(?<=\n)", -1)));
        int one = random.nextInt(lines.size());
        lines.set(one, lines.get(random.nextInt(lines.size())));
        return String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
    }
}
