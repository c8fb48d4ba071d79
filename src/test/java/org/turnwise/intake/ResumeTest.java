package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.CallId;
import org.turnwise.call.CallSummary;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** Imports that are cut off and taken up, in real workspaces that are closed and opened in between. */
class ResumeTest {

    private static final int FILES = 70;

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(in.resolve("call %03d.txt".formatted(i)), i % 10 == 3 ? "nothing that anybody says" : "Rep: Hello, how is depot " + i + "?\nCustomer: It is well.\n");
        }
        Files.writeString(in.resolve("reps.txt"), "Lena Ortiz\n");
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            many.append("{\"id\":\"m%d\",\"turns\":[{\"speaker\":\"rep\",\"text\":\"Yard %d?\"},{\"speaker\":\"customer\",\"text\":\"Yes, %d.\"}]}%n".formatted(i, i, i));
        }
        Files.writeString(in.resolve("many.jsonl"), many);
        Files.writeString(in.resolve("outcomes.csv"), "call_id,outcome\nm1,WON\nnobody,LOST\n");
    }

    static Importer importer(Workspace workspace) {
        Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
        return new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC(), Tables.of(workspace, outcomes), null, workspace.imports());
    }

    /** Is cancelled when it is asked for the so-manieth time. */
    private static Progress cancelledAt(int question) {
        int[] asked = {0};
        return new Progress() {
            @Override
            public void report(double done, String what) {}

            @Override
            public boolean cancelled() {
                return ++asked[0] > question;
            }
        };
    }

    private static Set<String> said(ImportReport report) {
        Set<String> said = new TreeSet<>();
        report.imported().forEach(call -> said.add("in " + name(call.file()) + " " + call.call()));
        report.failed().forEach(failed -> said.add("failed " + name(failed.file()) + ":" + failed.line() + " " + failed.reason()));
        said.add(report.outcomes() + " outcomes");
        return said;
    }

    private static String name(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    @Test
    void whereverItIsCutOffTheRestComesInAndNothingTwice() {
        ImportReport whole;
        try (Workspace workspace = Workspace.open(folder.resolve("uncut"))) {
            whole = importer(workspace).run(List.of(folder.resolve("in")), Progress.silent());
            assertEquals(List.of(), workspace.imports().unfinished());
        }
        assertEquals(63 + 50, whole.imported().size());
        assertEquals(8, whole.failed().size());
        for (int cut : new int[] {0, 1, 45, 77, 113, 118}) {
            Path place = folder.resolve("cut" + cut);
            int before;
            try (Workspace workspace = Workspace.open(place)) {
                assertThrows(CancellationException.class, () -> importer(workspace).run(List.of(folder.resolve("in")), cancelledAt(cut)), "cut at " + cut);
                before = workspace.calls().count();
            }
            try (Workspace workspace = Workspace.open(place)) {
                Importer importer = importer(workspace);
                ImportRuns.Unfinished unfinished = importer.unfinished().getFirst();
                assertEquals(FILES + 3, unfinished.files());
                assertTrue(unfinished.left() > 0);
                assertTrue(importer.report(unfinished).imported().size() <= before, "says of none that it came in before it did");
                ImportReport resumed = importer.resume(unfinished, Progress.silent());
                assertEquals(whole.imported().size(), workspace.calls().count(), "cut at " + cut);
                assertEquals(whole.imported().size(), resumed.imported().size() + resumed.duplicates().size(), "each call once, cut at " + cut);
                assertEquals(List.of(), importer.unfinished());
                if (resumed.duplicates().isEmpty()) {
                    assertEquals(said(whole), said(resumed), "cut at " + cut);
                } else {
                    assertEquals(Set.of("many.jsonl"), new TreeSet<>(resumed.duplicates().stream().map(same -> name(same.file())).toList()), "only what came in in part");
                }
            }
        }
    }

    @Test
    void cancelledAgainAndAgainItComesToTheSame() {
        Set<CallId> whole;
        try (Workspace workspace = Workspace.open(folder.resolve("uncut"))) {
            whole = calls(workspace, importer(workspace).run(List.of(folder.resolve("in")), Progress.silent()));
        }
        Random random = new Random(11);
        for (int round = 0; round < 4; round++) {
            try (Workspace workspace = Workspace.open(folder.resolve("round" + round))) {
                Importer importer = importer(workspace);
                ImportReport report = cancelled(progress -> importer.run(List.of(folder.resolve("in")), progress), random);
                while (report == null) {
                    report = cancelled(progress -> importer.resume(importer.unfinished().getFirst(), progress), random);
                }
                assertEquals(whole, calls(workspace, report), "round " + round);
                assertEquals(8, report.failed().size(), "each refusal once, round " + round);
                assertEquals(1, report.outcomes());
            }
        }
    }

    /** Null if it was cancelled before it was done. */
    private static @Nullable ImportReport cancelled(Function<Progress, ImportReport> importing, Random random) {
        try {
            return importing.apply(cancelledAt(random.nextInt(90)));
        } catch (CancellationException e) {
            return null;
        }
    }

    /** All that are here, each of which the report names once. */
    private static Set<CallId> calls(Workspace workspace, ImportReport report) {
        List<CallId> named = Stream.concat(report.imported().stream().map(ImportReport.Arrived::call), report.duplicates().stream().map(ImportReport.Duplicate::call)).toList();
        Set<CallId> here = new TreeSet<>(workspace.calls().summaries().stream().map(CallSummary::id).toList());
        assertEquals(here.size(), named.size());
        assertEquals(here, new TreeSet<>(named));
        return here;
    }

    @Test
    void aFileThatHasGoneMeanwhileIsSaidToBeMissing() throws IOException {
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Importer importer = importer(workspace);
            assertThrows(CancellationException.class, () -> importer.run(List.of(folder.resolve("in")), cancelledAt(20)));
            Files.delete(folder.resolve("in/call 069.txt"));
            ImportReport resumed = importer.resume(importer.unfinished().getFirst(), Progress.silent());
            assertTrue(resumed.failed().stream().anyMatch(failed -> name(failed.file()).equals("call 069.txt") && failed.reason().startsWith("is not there")), resumed.failed().toString());
        }
    }

    @Test
    void whatIsLeftIsForgottenOnceAPersonLetsItBeOrBeginsAnew() {
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Importer importer = importer(workspace);
            Path in = folder.resolve("in");
            assertThrows(CancellationException.class, () -> importer.run(List.of(in), cancelledAt(20)));
            assertThrows(CancellationException.class, () -> importer.run(List.of(in.resolve("many.jsonl")), cancelledAt(0)));
            assertEquals(2, importer.unfinished().size());
            importer.run(List.of(in), Progress.silent());
            assertEquals(List.of(List.of(in.resolve("many.jsonl").toString())), importer.unfinished().stream().map(ImportRuns.Unfinished::paths).toList());
            importer.leave(importer.unfinished().getFirst());
            assertEquals(List.of(), importer.unfinished());
        }
    }
}
