package org.turnwise.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.intake.ImportReport;
import org.turnwise.intake.ImportRuns;
import org.turnwise.store.Workspace;

/** {@code turnwise import} beyond files and folders: taking up, mapping, probable duplicates. */
class ImportCommandTest {

    @TempDir
    Path folder;

    private CommandLineRun run(Object... args) {
        return CommandLineRun.of(folder.resolve("workspace"), args);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void whatWasCutOffIsTakenUp() throws IOException {
        Path one = file("one.txt", "Rep: How is the north depot?\nCustomer: It is well.\n");
        Path two = file("two.txt", "Rep: How is the south depot?\nCustomer: It is under water.\n");
        assertEquals(0, run("import", one).code());
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            long begun = workspace.imports().begin(
                    List.of(folder),
                    List.of(new ImportRuns.Item(0, ImportRuns.Kind.TRANSCRIPT, one), new ImportRuns.Item(1, ImportRuns.Kind.TRANSCRIPT, two)),
                    ImportReport.EMPTY,
                    Instant.parse("2026-11-20T09:30:00Z"));
            workspace.imports().settle(begun, List.of(new ImportRuns.Settled(0, ImportReport.EMPTY)));
        }
        CommandLineRun resumed = run("import", "--resume", "--json");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(1, resumed.json().get("imported").asInt());
        assertEquals(0, resumed.json().get("duplicates").asInt(), "what was settled is not read again");
        assertTrue(run("import", "--resume").out().contains("nothing to take up"));
        assertEquals(2, run("import").code(), "neither paths nor --resume");
        assertEquals(2, run("import", "--resume", one).code());
    }

    @Test
    void aMappingIsSaidOnceAndReadsTheNextFileToo() throws IOException {
        Path odd = file("odd.csv", "kol,zin,t\nInes Kord,Which of them is under water?,0\nTom Egan,Only the one in the north.,4000\n");
        CommandLineRun wrong = run("import", odd, "--map", "text=nowhere", "--profile", "yard");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("has no field \"nowhere\"; it has kol, zin, t"), wrong.err());
        assertEquals(2, run("import", odd, "--map", "text=zin").code(), "--map wants a name");
        CommandLineRun said = run("import", odd, "--map", "text=zin", "--map", "speaker=kol", "--map", "start=t", "--map", "scale=milliseconds", "--profile",
                "yard", "--json");
        assertEquals(1, said.json().get("imported").asInt(), said.out() + said.err());
        Path next = file("next.csv", "kol,zin,t\nInes Kord,And today all of it is dry?,0\nTom Egan,As dry as it ever gets.,4000\n");
        CommandLineRun dry = run("import", next, "--dry-run", "--json");
        assertEquals(4000, dry.json().get("calls").get(0).get("turns").get(1).get("startMs").asInt(), dry.out() + dry.err());
    }

    /** A number alone does not say which of the files it counts. */
    @Test
    void whatIsHereAlreadyAndWhatIsLeftAsideIsListed() throws IOException {
        Path one = file("one.txt", "Rep: How is the north depot?\nCustomer: It is well.\n");
        Path same = file("same.srt", "1\n00:00:01,000 --> 00:00:02,000\nRep: How is the north depot?\n\n2\n00:00:02,000 --> 00:00:03,000\nCustomer: It is "
                + "well.\n");
        file("sound.mp3", "x");
        for (CommandLineRun told : List.of(run("import", "--dry-run", "--json", one, same), run("import", "--json", one, same))) {
            assertEquals(1, told.json().get("duplicates").asInt(), told.out() + told.err());
            assertEquals(same.toString(), told.json().get("alreadyHere").get(0).get("file").asString());
        }
        CommandLineRun tried = run("import", "--dry-run", "--json", folder.resolve("sound.mp3").getParent());
        assertTrue(tried.json().get("skipped").toString().contains("sound.mp3"), tried.out());
    }

    /** The rows that fail are named one by one; that they may be all of one kind is said of the table. */
    @Test
    void aTableOfWhichOneSideFailsIsToldOfBesideTheCalls() throws IOException {
        Path calls = Files.createDirectory(folder.resolve("calls"));
        Files.writeString(calls.resolve("one.txt"), "Rep: How is the north depot?\nCustomer: It is well.\n");
        Files.writeString(calls.resolve("deals.csv"), "Deal ID,Outcome\nd1,lost\nd2,flummoxed\nd3,flummoxed\n");
        CommandLineRun imported = run("import", calls);
        assertTrue(imported.out().contains("Careful: 2 of 3 rows") && imported.out().contains("is won"), imported.out());
        CommandLineRun again = run("import", "--json", calls);
        assertTrue(again.json().get("skipped").toString().contains("Careful: 2 of 3 rows"), again.out());
    }

    @Test
    void probableDuplicatesAreListed() throws IOException {
        StringBuilder one = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            one.append(i % 2 == 0 ? "Rep: " : "Customer: ").append("about depot ").append(i).append(" we said that water number ")
                    .append(i * 7).append(" comes in\n");
        }
        file("a.txt", one.toString());
        file("b.txt", one.toString().replace("depot 3", "deep oh three"));
        CommandLineRun imported = run("import", folder.resolve("a.txt"), folder.resolve("b.txt"), "--json");
        assertEquals(1, imported.json().get("probableDuplicates").size(), imported.out());
        assertTrue(imported.json().get("probableDuplicates").get(0).get("likeness").asDouble() > 0.7, imported.out());
    }
}
