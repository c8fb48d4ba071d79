package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** Text that people read: names and words on lines, with or without times. */
class TextFormatsTest {

    @TempDir
    Path folder;

    static List<String> variants() throws IOException {
        try (Stream<Path> files = Files.list(Read.FIXTURES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.matches("plain_\\d\\d_.*")).sorted().toList();
        }
    }

    /** All say the same; some say who by another name, and those with times say 1:23, 1:25, 1:29. */
    @ParameterizedTest
    @MethodSource("variants")
    void plainText(String variant) {
        List<Turn> turns = Read.fixture(variant).only().call().turns();
        assertEquals(List.of("Hi there.", "Hello, Jane. how was the trip?", "Long. Meet at 3: no, 4."), turns.stream().map(Turn::text).toList());
        assertEquals(turns.get(0).speaker(), turns.get(2).speaker());
        assertTrue(List.of("Jane Doe", "Jane", "JANE DOE", "JANE", "Speaker 1", "Speaker 0", "Spk1", "SPEAKER_00").contains(turns.getFirst().speaker()),
                turns.getFirst().speaker());
        boolean timed = variant.contains("time") || variant.contains("rev") || variant.contains("headings");
        assertEquals(timed ? List.of("83000", "85000", "89000") : List.of("null", "null", "null"), turns.stream().map(turn -> String.valueOf(turn.startMs()))
                .toList());
        assertEquals(timed ? TimingClass.TURN_START_S : TimingClass.NONE, Read.fixture(variant).only().call().timing());
    }

    @Test
    void thereAreAllVariants() throws IOException {
        assertEquals(16, variants().size());
    }

    @Test
    void otterWithALineThatOnlyLooksLikeAHead() {
        Read read = Read.fixture("otter.txt");
        assertEquals(
                List.of(
                        "Unknown Speaker|0|null|Welcome back everyone.", "Nadia|4000|null|Thanks. The line closes at the hour. Meet at 10:30",
                                "Kofi|9000|null|Works for me.",
                        "Unknown speaker|12000|null|Who is that?", "Nadia|3735000|null|Only the rain."),
                read.turns());
        assertEquals("otter", read.only().call().source().format());
        assertEquals(List.of("Unknown Speaker|0|null|Welcome back everyone.", "Nadia|4000|null|Thanks. Meet at 10:30 tomorrow?",
                "Kofi|9000|null|Works for me."),
                Read.fixture("otter_meeting_time.txt").turns());
    }

    @Test
    void savedZoomCaptionsPassMidnight() {
        Read read = Read.fixture("zoom_saved_captions.txt");
        assertEquals(
                List.of(
                        "Ruth Amsel|0|null|Shall we wait for Bram?", "Dov Keller|40000|null|He is dialling in. He had trouble with the link.",
                        "Ruth Amsel|75000|null|There he is. Midnight, well done.", "Bram Teller (Guest)|82000|null|Sorry, all."),
                read.turns());
        assertEquals("zoom-captions", read.only().call().source().format());
    }

    @Test
    void fathomWithoutItsNotes() {
        Read read = Read.fixture("fathom.txt");
        assertEquals(
                List.of("Jane Doe (Acme)|5000|null|Thanks for joining. Did you see the second quote?", "Omar Said|19000|null|I did: it is high.",
                        "Jane Doe (Acme)|31000|null|Then let us look at it."),
                read.turns());
        assertTrue(read.only().warnings().stream().anyMatch(warning -> warning.contains("note of Fathom")), read.only().warnings().toString());
    }

    /** Of the 15 words of the first five minutes 9 come before "yes", so 180 s; of the 8 words of the last 30 s, 6 come before "we could.". */
    @Test
    void meetSpreadsTimesByWordsAndLeavesNotesOut() {
        Read read = Read.fixture("meet.txt");
        assertEquals(
                List.of("Ana Ruiz|0|null|Can we begin with the plan? one two three", "Bo Lindt|180000|null|yes",
                        "Bo Lindt's Presentation|200000|null|loading the page now ok",
                        "Ana Ruiz|300000|null|if you wanted to and could", "Bo Lindt|322500|null|we could."),
                read.turns());
        assertEquals(TimingClass.BLOCK_COARSE, read.only().call().timing());
        assertEquals(
                List.of("Ana Ruiz|11000|null|Good morning.", "Bo Lindt|107000|null|Morning. Short today?", "Ana Ruiz|251000|null|Short."),
                Read.fixture("meet.md").turns());
    }

    @Test
    void documents() {
        Read teams = Read.bytes(folder, "Depot review-20260309_090000-Meeting Recording.docx", Docx.ofFixture("teams_new.docx.xml"));
        assertEquals(
                List.of("Lotte Brandt|4000|null|Shall we & they begin? I sent the plan.", "Idris Noor|11000|null|Yes. Total runtime 1:45, I read.",
                        "Lotte Brandt|721000|null|Thank you."),
                teams.turns());
        assertEquals(List.of("teams-docx", "Depot review"), List.of(teams.only().call().source().format(), teams.only().call().title()));
        assertEquals(
                Read.fixture("teams_legacy_pasted.txt").turns(),
                Read.bytes(folder, "old.docx", Docx.ofFixture("teams_old.docx.xml")).turns().stream().toList());
        Read meet = Read.bytes(folder, "meet.docx", Docx.ofFixture("meet_gemini.docx.xml"));
        assertEquals(List.of("Ana Ruiz|0", "Bo Lindt|180000", "Fireflies.ai Notetaker Bo|200000", "Ana Ruiz|300000", "Bo Lindt|320000"),
                meet.only().call().turns().stream().map(turn -> turn.speaker() + "|" + turn.startMs()).toList());
        assertEquals("meet-docx", meet.only().call().source().format());
    }

    @Test
    void aDocumentWithoutAConversationIsNoCall() {
        String xml = "<w:document xmlns:w=\"x\"><w:body><w:p><w:r><w:t>Minutes of March. We agreed.</w:t></w:r></w:p></w:body></w:document>";
        assertTrue(Read.bytes(folder, "notes.docx", Docx.of(xml)).refusal().contains("no conversation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Jo Bell: (00:05) Hello there.\nMia Roth: (00:09) Hi: come in.\nJo Bell: (00:12) Thanks.\n",
        "[00:00:05.240] - Jo Bell\nHello there.\n\n[00:00:09.100] - Mia Roth\nHi: come in.\n\n[00:00:12.900] - Jo Bell\nThanks.\n",
        "Jo Bell [00:00:05]\nHello there.\n\nMia Roth [00:00:09]\nHi: come in.\n\nJo Bell [00:00:12]\nThanks.\n",
        "Jo Bell - 00:05\nHello there.\n\nMia Roth - 00:09\nHi: come in.\n\nJo Bell - 00:12\nThanks.\n",
        "**Jo Bell** (00:05)\nHello there.\n\n**Mia Roth** (00:09)\nHi: come in.\n\n**Jo Bell** (00:12)\nThanks.\n",
        "Jo Bell\t0:05\nHello there.\nMia Roth\t0:09\nHi: come in.\nJo Bell\t0:12\nThanks.\n",
        "Jo Bell 0:05\nHello there.\nMia Roth 0:09\nHi: come in.\nJo Bell 0:12\nThanks.\nMia Roth 0:12\n.\n",
        "00:00:05 - Jo Bell: Hello there.\n00:00:09 - Mia Roth: Hi: come in.\n00:00:12 - Jo Bell: Thanks.\n",
        "## Jo Bell: [00:00:05]\n\nHello there.\n\n## Mia Roth: [00:00:09]\n\nHi: come in.\n\n## Jo Bell: [00:00:12]\n\nThanks.\n"})
    void otherPlacesForNameAndTime(String text) {
        List<Turn> turns = Read.text(folder, "a.txt", text).only().call().turns().subList(0, 3);
        assertEquals(List.of("Jo Bell: Hello there.", "Mia Roth: Hi: come in.", "Jo Bell: Thanks."), turns.stream()
                .map(turn -> turn.speaker() + ": " + turn.text()).toList());
        assertEquals(List.of(5L, 9L, 12L), turns.stream().map(turn -> turn.startMs() == null ? -1 : turn.startMs() / 1000).toList());
    }

    @Test
    void whoNobodyNamedIsNotTakenForTheCustomer() {
        SideProposer.Proposal proposal = new SideProposer(List.of("Nadia")).propose(Read.fixture("otter.txt").only().call());
        assertEquals(List.of("Unknown Speaker OTHER", "Nadia REP", "Kofi CUSTOMER", "Unknown speaker OTHER"),
                proposal.call().participants().stream().map(participant -> participant.name() + " " + participant.side()).toList());
    }

    @Test
    void namesWrittenSmall() {
        assertEquals(2, Read.text(folder, "a.txt", "sam whitlock: hi\nrosa diaz: hello\n".repeat(5)).only().call().participants().size());
    }

    @Test
    void aPageOfTeamsThatWritesTheTimeOutBesideTheClock() {
        String text = "Ann Lee\n0 minutes 16 seconds0:16\nAnn Lee 0 minutes 16 seconds\nIs it on?\nAnn Lee 0 minutes 20 seconds\n"
                + "I hear nothing.\nBD\n\nBo Dahl\n"
                + "1 hour 2 minutes 3 seconds1:02:03\nBo Dahl 1 hour 2 minutes 3 seconds\nIt is.\n";
        assertEquals(List.of("Ann Lee|16000|null|Is it on? I hear nothing.", "Bo Dahl|3723000|null|It is."), Read.text(folder, "page.md", text).turns());
    }

    @Test
    void rangesOfBareNumbersCountWhatTheyMustMean() {
        assertEquals(List.of("Speaker A|2183|15764|Is it on?", "Speaker B|15774|24302|It is."),
                Read.text(folder, "millis.txt", "Speaker A [2183.00 - 15764.00]:\n    Is it on?\n\nSpeaker B [15774.00 - 24302.00]:\n    It is.\n").turns());
        assertEquals(List.of("Speaker A|500|4250|Is it on?", "Speaker B|4500|9000|It is."),
                Read.text(folder, "seconds.txt", "Speaker A [0.50 - 4.25]:\n    Is it on?\n\nSpeaker B [4.50 - 9.00]:\n    It is.\n").turns());
    }

    @Test
    void inMeetWhoeverStandsRightBelowATimeSpeaks() {
        String text = "### 00:00:08\n\n**Ann from Harbour Pumps:** Is it on?\n\n**Bo Dahl:** It is.\n\n### 00:04:42\n\n**Bo Dahl:** Good.\n\n"
                + "### Transcription ended after 00:05:00\n";
        assertEquals(List.of("Ann from Harbour Pumps", "Bo Dahl"),
                Read.text(folder, "meet.md", text).only().call().turns().stream().map(turn -> turn.speaker()).distinct().toList());
    }

    @Test
    void whatATurnIsAboutMayStandBehindTheName() {
        String text = "## [00:00] - Ann\nIs it on?\n\n## [00:15] - Bo\nIt is.\n\n## [00:30] - Ann - TASK-1\nGood.\n\n## [00:40] - Bo\nQuite.\n\n"
                + "## [00:50] - Ann\nFine.\n";
        assertEquals(List.of("Ann|0|null|Is it on?", "Bo|15000|null|It is.", "Ann|30000|null|Good.", "Bo|40000|null|Quite.", "Ann|50000|null|Fine."),
                Read.text(folder, "tasks.md", text).turns());
    }
}
