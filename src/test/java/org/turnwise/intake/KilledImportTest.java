package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Kills a process that imports, has another go on, and kills that too. {@code -Dturnwise.import.kills=100} makes it a soak. */
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("turnwise.import.kills", 6);
    private static final int FILES = 500;

    @TempDir
    Path folder;

    private Path in;

    @BeforeEach
    void files() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            String words = "It is well, and so are the other %d yards. ".formatted(i).repeat(60);
            Files.writeString(in.resolve("call %04d.txt".formatted(i)), i % 25 == 3 ? "nothing that anybody says" : "Rep: Hello, how is depot " + i + "?\nCustomer: " + words + "\n");
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            many.append("{\"id\":\"m%d\",\"outcome\":1,\"turns\":[{\"speaker\":\"rep\",\"text\":\"Yard %d?\"},{\"speaker\":\"customer\",\"text\":\"Yes, %d.\"}]}%n".formatted(i, i, i));
        }
        Files.writeString(in.resolve("call 0100b.jsonl"), many);
        Files.writeString(in.resolve("outcomes.csv"), "call_id,outcome\nm1,LOST\ncall 0001,WON\nnobody,LOST\n");
    }

    /** Every call with what is known of it: words, sides, and what came of it. */
    private static Map<String, String> held(Workspace workspace) {
        Map<String, String> held = new TreeMap<>();
        workspace.calls().forEach((Call call) -> held.put(call.id().value(), said(call)));
        workspace.rewards().inForce().forEach((call, signals) -> held.merge(call.value(), new TreeSet<>(signals.stream().map(s -> s.origin() + " " + s.kind()).toList()).toString(), String::concat));
        return held;
    }

    private static String said(Call call) {
        return call.source().name() + call.participants() + call.turns();
    }

    @Test
    void whereverItIsKilledTheRestComesInAndNothingTwice() throws Exception {
        Map<String, String> whole;
        int signals;
        int failed;
        try (Workspace workspace = Workspace.open(folder.resolve("uncut"))) {
            ImportReport report = ResumeTest.importer(workspace).run(List.of(in), Progress.silent());
            failed = report.failed().size();
            whole = held(workspace);
            signals = (int) workspace.rewards().size();
        }
        assertEquals(FILES - FILES / 25 + 120, whole.size());
        Random random = new Random(20261121);
        Path place = folder.resolve("killed");
        int inTheMiddle = 0;
        int told = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            killWhileImporting(place, random);
            try (Workspace workspace = Workspace.open(place)) {
                int calls = workspace.calls().count();
                inTheMiddle += calls > 0 && calls < whole.size() ? 1 : 0;
                workspace.calls().forEach((Call call) -> assertTrue(whole.getOrDefault(call.id().value(), "").startsWith(said(call)), "call " + call.id() + " is whole"));
                List<ImportRuns.Unfinished> unfinished = workspace.imports().unfinished();
                if (!unfinished.isEmpty()) {
                    ImportReport said = workspace.imports().report(unfinished.getFirst().run());
                    told += said.imported().size();
                    said.imported().forEach(arrived -> assertTrue(workspace.calls().find(arrived.call()).isPresent(), "what it says came in is here: " + arrived));
                }
            }
        }
        assertTrue(inTheMiddle > 0, "at least one kill fell into the middle of an import");
        assertTrue(told > 0, "a report tells what came in before the kill");
        for (int more = 0; more < 20 && !isUnfinished(place); more++) {
            killWhileImporting(place, random);
        }
        assertTrue(isUnfinished(place), "a kill leaves something to resume");
        try (Workspace workspace = Workspace.open(place)) {
            Importer importer = ResumeTest.importer(workspace);
            for (ImportRuns.Unfinished unfinished : importer.unfinished()) {
                ImportReport report = importer.resume(unfinished, Progress.silent());
                assertEquals(whole.size(), report.imported().size() + report.duplicates().size(), "each call once");
                assertEquals(failed, report.failed().size(), "each refusal once");
            }
            assertEquals(List.of(), importer.unfinished());
            assertEquals(whole, held(workspace));
            assertEquals(signals, workspace.rewards().size(), "no outcome was said twice");
        }
    }

    private static boolean isUnfinished(Path place) {
        try (Workspace workspace = Workspace.open(place)) {
            return !workspace.imports().unfinished().isEmpty();
        }
    }

    private void killWhileImporting(Path place, Random random) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx256m", "-cp",
                        System.getProperty("java.class.path"), Importing.class.getName(), place.toString(), in.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader printed = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = printed.readLine();
            assertEquals("open", line);
            for (int i = random.nextInt(130); i >= 0 && line != null; i--) {
                line = printed.readLine();
            }
            LockSupport.parkNanos(random.nextInt(60_000_000));
            process.toHandle().destroyForcibly();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
