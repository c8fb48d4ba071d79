package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.annotation.Target;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.CallRepository;
import org.turnwise.call.Side;
import org.turnwise.intake.crm.OutcomeImport;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.reward.RewardSignal;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Imports into a real workspace. */
class ImporterTest {

    @TempDir
    Path folder;

    private Workspace workspace;
    private Outcomes outcomes;
    private Importer importer;
    private OutcomeImport tables;

    @BeforeEach
    void open() throws IOException {
        workspace = Workspace.open(folder.resolve("workspace"));
        outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        tables = Tables.of(workspace, outcomes);
        importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), tables);
        Files.createDirectories(folder.resolve("in"));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private ImportReport run(Path... paths) {
        return importer.run(List.of(paths), Progress.silent());
    }

    @Test
    void aFolderComesInWithItsRosterAndOutcomesAndTheRestIsSaid() throws IOException {
        file("reps.txt", "# who sells\nLena Ortiz\n");
        Files.copy(Read.FIXTURES.resolve("zoom_cloud.vtt"), folder.resolve("in/Depot demo.vtt"));
        file("deep/again.txt", "Lena Ortiz: hi\nBob Ash: hello\n");
        file("deep/broken.vtt", "WEBVTT\n\n00:00:01.000 -->");
        file(".hidden/x.txt", "Ann Lee: a\nBo Dahl: b\n");
        file("export.manifest.json", "{}");
        file("results.csv", "call_id;outcome\nDepot demo.vtt;closed won\nnobody;lost\n");
        ImportReport report = run(folder.resolve("in"));
        assertEquals(2, report.imported().size(), report.toString());
        assertEquals(1, report.outcomes());
        assertEquals(Set.of("reps.txt", ".hidden", "export.manifest.json"),
                report.skipped().stream().map(one -> Path.of(one.file()).getFileName().toString()).collect(Collectors.toSet()));
        assertEquals(List.of(3, 3), report.failed().stream().map(ImportReport.Failed::line).toList(), report.failed().toString());
        ImportReport.Arrived demo = report.imported().getFirst();
        assertFalse(demo.needsSides());
        Call call = workspace.calls().find(demo.call()).orElseThrow();
        assertEquals("Depot demo", call.title());
        assertEquals(Side.REP, call.participants().getFirst().side());
        assertEquals(Side.CUSTOMER, call.participants().get(1).side());
        assertEquals(OutcomeKind.WON, outcomes.known(call.id()).orElseThrow().kind());
        assertTrue(workspace.calls().repRoster().keySet().stream().anyMatch("lena ortiz"::equalsIgnoreCase));
        ImportReport again = run(folder.resolve("in"));
        assertEquals(List.of(0, 2, 0), List.of(again.imported().size(), again.duplicates().size(), again.outcomes()));
    }

    @Test
    void theSameWordsUnderAnotherNameAreTheSameCall() throws IOException {
        Path one = file("one.txt", "Rep: Hello  there\nCustomer: Yes\n");
        Path two = file("two.txt", "Rep: hello there\nCustomer: yes\n");
        assertEquals(1, importer.dryRun(List.of(one, two), Progress.silent()).duplicates().size());
        assertEquals(0, workspace.calls().count());
        ImportReport report = run(one, two);
        assertEquals(1, report.imported().size());
        assertEquals(report.imported().getFirst().call(), report.duplicates().getFirst().call());
    }

    @Test
    void aDryRunSaysWhatItWouldRefuseOfTables() throws IOException {
        Path silent = file("silent.csv", "start,end,text\n0,1,hello there\n1,2,hello to you\n");
        Path outcome = file("outcomes.csv", "call_id,outcome\na,won\n");
        List<ImportReport.Failed> refused = importer.dryRun(List.of(silent, outcome), Progress.silent()).failed();
        assertEquals(List.of(silent.toString()), refused.stream().map(ImportReport.Failed::file).toList());
        assertEquals(run(silent).failed().getFirst().reason(), refused.getFirst().reason());
    }

    @Test
    void anIdThatIsTakenFailsItsLineOnly() throws IOException {
        String line = "{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"%s\"}]}\n";
        ImportReport report = run(file("a.jsonl", line.formatted("one") + line.formatted("two") + line.formatted("ONE")));
        assertEquals(1, report.imported().size());
        assertEquals(2, report.failed().getFirst().line());
        assertEquals(3, report.duplicates().getFirst().line());
    }

    @Test
    void labelsAndOutcomesComeWithTheirCall() throws Exception {
        Call call = ConversationJsonl.read("{\"id\":\"a\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"x\"},{\"speaker\":\"customer\",\"text\":\"y\"}]}", "f", 1).call();
        Annotation label = new Annotation(UUID.randomUUID(), new Target.OfTurn(call.id(), 1), LabelKind.OBJECTION, "O_PRICE", null, "Kim",
                Instant.parse("2026-01-02T03:04:05Z"), "sales-core 1.0");
        run(file("a.jsonl", ConversationJsonl.write(new ImportedCall(call, OutcomeKind.DEMO_BOOKED, List.of(label), List.of(), 1)) + "\n"));
        assertEquals(List.of(label), workspace.journal().current(call.id()));
        RewardSignal signal = outcomes.known(call.id()).orElseThrow().signals().getFirst();
        assertEquals(OutcomeKind.DEMO_BOOKED, signal.kind());
        assertEquals("a.jsonl:1", signal.evidence());
        assertEquals(RewardSignal.Origin.DATASET, signal.origin());
    }

    @Test
    void badFilesDoNotStopTheRest() throws IOException {
        Path good = file("good.txt", "Rep: Hello\nCustomer: Yes\n");
        ImportReport report = run(file("empty.vtt", ""), folder.resolve("in/none.vtt"), file("noise.txt", "\0\0\0"), good);
        assertEquals(1, report.imported().size());
        assertEquals(3, report.failed().size());
    }

    @Test
    void cancellingKeepsWholeCallsOnly() throws IOException {
        Path good = file("good.txt", "Rep: Hello\nCustomer: Yes\n");
        Progress cancelled = new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> importer.run(List.of(good), cancelled));
        assertEquals(0, workspace.calls().count());
    }

    @Test
    void outcomeTablesOfManyKinds() throws IOException {
        run(file("alpha.txt", "Rep: Hello\nCustomer: Yes\n"), file("beta.txt", "Rep: Good day\nCustomer: No\n"));
        OutcomeImport.Report report = tables.run(
                file("t.csv", "\uFEFFRecording ID\tnotes\tIs Won\nalpha\t\"two\nlines\"\ttrue\nbeta.txt\t\tDEMO_BOOKED\nbeta\t\tmaybe\n"), Progress.silent());
        assertEquals(List.of(3, 2, 0), List.of(report.rows(), report.recorded(), report.unchanged()), report.toString());
        assertEquals(5, report.failed().getFirst().line());
        assertTrue(report.failed().getFirst().reason().contains("accepted are"));
        OutcomeImport.Report same = tables.run(file("t2.csv", "file,outcome\nalpha.txt,won\n"), Progress.silent());
        assertEquals(1, same.unchanged());
        assertEquals(1, tables.run(file("t3.csv", "name,amount\nx,1\n"), Progress.silent()).failed().getFirst().line());
    }

    @Test
    void eightHundredCallsOnceAndNotTwice() {
        Path corpus = Read.SHARED.resolve("data/persuasionforgood.dev.jsonl.gz");
        assumeTrue(Files.exists(corpus));
        ImportReport report = run(corpus);
        assertEquals(List.of(820, 0, 0), List.of(report.imported().size(), report.duplicates().size(), report.failed().size()));
        ImportReport again = run(corpus);
        assertEquals(List.of(0, 820, 0), List.of(again.imported().size(), again.duplicates().size(), again.failed().size()));
        assertEquals(OutcomeKind.LOST, outcomes.known(new CallId("p4g_20180527-210026_713_live")).orElseThrow().kind());
    }

    @Test
    void aFolderThatCannotBeListedDoesNotKeepTheRestOut() throws IOException {
        file("good.txt", "Lena Ortiz: hi\nBob Ash: hello\n");
        Path locked = file("locked/inside.txt", "Ann Lee: a\nBo Dahl: b\n").getParent();
        Path unreadable = file("unreadable.txt", "Ann Lee: c\nBo Dahl: d\n");
        assumeTrue(locked.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Files.setPosixFilePermissions(locked, Set.of());
        Files.setPosixFilePermissions(unreadable, Set.of());
        try {
            assumeTrue(!Files.isReadable(unreadable), "whoever may read everything can't try this");
            ImportReport report = run(folder.resolve("in"));
            assertEquals(1, report.imported().size());
            assertEquals(2, report.failed().size());
            report.failed().forEach(failed -> assertTrue(failed.reason().contains("no permission"), failed.reason()));
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void linksAreSaidAndCirclesAreNotWalked() throws IOException {
        file("good.txt", "Lena Ortiz: hi\nBob Ash: hello\n");
        Files.createSymbolicLink(folder.resolve("in/round"), folder.resolve("in"));
        Files.createSymbolicLink(folder.resolve("in/dead.txt"), folder.resolve("in/nowhere.txt"));
        ImportReport report = run(folder.resolve("in"));
        assertEquals(1, report.imported().size());
        assertEquals(List.of(), report.failed());
        assertEquals(2, report.skipped().size(), report.skipped().toString());
    }

    @Test
    void callsThatAreStoredAtOnceStandOrFallEachAlone() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            lines.append("{\"id\":\"n").append(i).append("\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"Call number ").append(i).append("\"}],\"outcome\":1}\n");
        }
        Outcomes refusing = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        Importer failing = new Importer(refusingCall("n7"), workspace.journal(), refusing, Clock.systemUTC(), tables);
        ImportReport report = failing.run(List.of(file("many.jsonl", lines.toString())), Progress.silent());
        assertEquals(49, report.imported().size());
        assertEquals(List.of(8), report.failed().stream().map(ImportReport.Failed::line).toList(), report.failed().toString());
        assertEquals(49, workspace.calls().count());
        assertTrue(report.imported().stream().allMatch(arrived -> outcomes.known(arrived.call()).isPresent()));
        assertEquals(49, run(folder.resolve("in")).duplicates().size());
    }

    /** The workspace's calls, but for one that can't be stored. */
    private CallRepository refusingCall(String id) {
        CallRepository calls = workspace.calls();
        return (CallRepository) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {CallRepository.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("add") && ((Call) arguments[0]).id().value().equals(id)) {
                throw new IllegalStateException("no room");
            }
            try {
                return method.invoke(calls, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
