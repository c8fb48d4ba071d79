package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.reward.Outcomes;
import org.turnwise.reward.RewardPolicy;
import org.turnwise.store.Workspace;
import org.turnwise.task.Progress;

/** ZIP archives and Word documents, honest and hostile. Nothing is ever unpacked to disk. */
class ArchivesTest {

    private static final byte[] TALK = "Ann Lee: Hello.\nBo Dahl: Hi.\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Read zip(Map<String, byte[]> files) {
        return Read.bytes(folder, "calls.zip", Docx.zip(files));
    }

    @Test
    void everyFileWithinIsReadByTheReaderOfItsFormat() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("a/zoom.vtt", Files.readAllBytes(Read.FIXTURES.resolve("zoom_cloud.vtt")));
        files.put("a/teams.docx", Docx.ofFixture("teams_new.docx.xml"));
        files.put("b/turns.csv", Files.readAllBytes(Read.FIXTURES.resolve("csv_turns_comma.csv")));
        files.put("b/many.jsonl", Files.readAllBytes(Read.FIXTURES.resolve("conversations.jsonl")));
        files.put("b/broken.vtt", "WEBVTT\n\n00:00:01.000 -->".getBytes(StandardCharsets.UTF_8));
        files.put("__MACOSX/a/._zoom.vtt", TALK);
        files.put("a/recording.mp4", TALK);
        Read read = zip(files);
        assertEquals(List.of("teams-docx", "zoom-vtt", "jsonl", "jsonl", "csv"), read.calls().stream().map(call -> call.call().source().format()).toList());
        assertEquals(List.of("calls.zip!/b/broken.vtt:3", "calls.zip!/b/many.jsonl:2", "calls.zip!/b/many.jsonl:5"),
                read.failed().stream().map(failed -> folder.relativize(Path.of(failed.file())) + ":" + failed.line()).toList());
    }

    @Test
    void callsOfAnArchiveAreStoredAndTheReportNamesTheFileWithin() throws IOException {
        Path zip = Files.write(folder.resolve("calls.zip"), Docx.zip(Map.of("one.txt", TALK, "two.txt",
                "Rep: Good day.\nCustomer: No.\n".getBytes(StandardCharsets.UTF_8))));
        try (Workspace workspace = Workspace.open(folder.resolve("workspace"))) {
            Outcomes outcomes = new Outcomes(workspace.rewards(), RewardPolicy.standard(), Clock.systemUTC());
            Importer importer = new Importer(workspace.calls(), workspace.journal(), outcomes, Clock.systemUTC());
            ImportReport report = importer.run(List.of(zip), Progress.silent());
            assertEquals(List.of(zip + "!/one.txt", zip + "!/two.txt"), report.imported().stream().map(ImportReport.Arrived::file).toList());
            assertEquals(2, importer.run(List.of(zip), Progress.silent()).duplicates().size());
        }
    }

    @Test
    void namesThatLeadOutAreRefused() {
        Read read = zip(Map.of("../../out.txt", TALK));
        assertTrue(read.refusal().contains("leads out"), read.refusal());
        assertTrue(zip(Map.of("/etc/out.txt", TALK)).refusal().contains("leads out"));
        assertTrue(zip(Map.of("..\\out.txt", TALK)).refusal().contains("leads out"));
        assertEquals(1, zip(Map.of("odd\0name\n.txt", TALK)).calls().size());
    }

    @Test
    void archivesWithinArchivesAreRefused() {
        Read read = zip(Map.of("inner.zip", Docx.zip(Map.of("a.txt", TALK))));
        assertTrue(read.refusal().contains("archive within an archive"), read.refusal());
    }

    @Test
    void bombs() {
        byte[] blanks = new byte[120 * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        byte[] zip = Docx.zip(Map.of("bomb.txt", blanks));
        String xml = "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>" + " ".repeat(50 * 1024 * 1024) + "</w:t></w:r></w:p></w:body></w:document>";
        byte[] docx = Docx.of(xml);
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertTrue(Read.bytes(folder, "bomb.zip", zip).refusal().contains("expands"));
            assertTrue(Read.bytes(folder, "bomb.docx", docx).refusal().contains("expands"));
        });
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= 50_000; i++) {
            many.put(i + ".txt", new byte[0]);
        }
        assertTrue(zip(many).refusal().contains("50001 files"));
    }

    @Test
    void nothingOutsideADocumentIsReadAndNoEntityGrows() {
        String head = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY a \"Ann Lee: hello\"><!ENTITY b "
                + "\"&a;&a;&a;&a;&a;&a;\">]>";
        for (String entity : List.of("&x;", "&b;")) {
            String xml = head + "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>Ann Lee: " + entity + " hi</w:t></w:r></w:p>"
                    + "<w:p><w:r><w:t>Bo Dahl: hello</w:t></w:r></w:p></w:body></w:document>";
            Read read = Read.bytes(folder, "xxe.docx", Docx.of(xml));
            assertTrue(read.calls().isEmpty() && read.refusal().contains("damaged")
                    || read.only().call().turns().stream().noneMatch(turn -> turn.text().contains("root:") || turn.text().contains("Ann Lee")),
                            read.toString());
        }
    }

    @Test
    void cutAnywhereNothingComesIn() {
        byte[] zip = Docx.zip(Map.of("a.txt", TALK));
        byte[] docx = Docx.ofFixture("teams_new.docx.xml");
        for (byte[] whole : List.of(zip, docx)) {
            for (int i = 4; i < whole.length; i += 1 + i / 300) {
                Read read = Read.bytes(folder, whole == zip ? "cut.zip" : "cut.docx", Arrays.copyOf(whole, i));
                assertEquals(0, read.calls().size(), "cut at " + i);
                assertTrue(!read.refusal().contains("fault in Turnwise"), read.refusal());
            }
        }
    }
}
