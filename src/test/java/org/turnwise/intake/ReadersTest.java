package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.SpeakerNames;
import org.turnwise.reward.OutcomeKind;

class ReadersTest {

    @TempDir
    Path folder;

    @Test
    void zoomNamesStandBeforeAColonAndWordsBeforeAColonAreNoNames() {
        Read read = Read.fixture("zoom_cloud.vtt");
        assertEquals(
                List.of(
                        "Lena Ortiz|3120|5480|Morning Sam, can you hear me okay?",
                        "Sam Whitlock (he/him)|5900|7010|Loud and clear.",
                        "Lena Ortiz|7300|9250|Note to self: charge the headset.",
                        "Unknown speaker|9400|10000|42",
                        "Sam Whitlock (he/him)|10200|14000|So the plan: you show me the depot screen & I ask. Fine?"),
                read.turns());
        assertEquals("Sam Whitlock", read.only().call().participants().get(1).name());
        assertEquals(TimingClass.SEGMENT_MS, read.only().call().timing());
        assertEquals(1, read.only().warnings().size(), "one cue without a speaker is said");
    }

    @Test
    void teamsVoiceTagsEntitiesMissingBlankLinesAndOverlaps() {
        Read read = Read.fixture("teams_new.vtt");
        assertEquals(
                List.of(
                        "Ana Farías|1200|7010|Shall we start with the audit & move on? I sent both files. Okay.",
                        "Piet Maas (Guest)|6500|8000|Yes: got them. Is 3 &lt; 4 in row two?"),
                read.turns());
    }

    @Test
    void oldTeamsCountsMillisecondsAndMayBeginBeforeZero() {
        assertEquals(List.of("Rafa Lindt|0|2590|Are we recording?", "Greta Boll|3590|3980|We are now."), Read.fixture("teams_legacy.vtt").turns());
    }

    @Test
    void namesOnlyWhereTheSpeakerChangesCarryOn() {
        Read read = Read.fixture("srt_crlf_on_change.srt");
        assertEquals(
                List.of("Mara|1000|4000|Hello, this is Mara from Tidewell. I have one question.", "Owen|4200|5000|Go on.", "Mara|5100|6000|Who orders the valves?"),
                read.turns());
        StringBuilder sparse = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            String name = i == 0 || i == 8 ? "Mara: " : i == 5 ? "Owen: " : "";
            sparse.append("00:00:0%d,000 --> 00:00:0%d,900\n%sword%d\n\n".formatted(i, i, name, i));
        }
        Read carried = Read.text(folder, "sparse.srt", sparse.toString());
        assertEquals(List.of("Mara|0|4900|word0 word1 word2 word3 word4", "Owen|5000|7900|word5 word6 word7", "Mara|8000|9900|word8 word9"), carried.turns());
        assertTrue(carried.only().warnings().getFirst().contains("7 cues"), carried.only().warnings().toString());
    }

    @Test
    void whisperxWithoutIndexAndWithDots() {
        assertEquals(
                List.of("SPEAKER_00|500|2000|Thanks for the time today.", "SPEAKER_01|2100|3900|Of course.", "SPEAKER_00|4000|5250|Who else should join?"),
                Read.fixture("srt_whisperx.srt").turns());
    }

    @Test
    void plainTextWithRolesAndContinuationLines() {
        Read read = Read.fixture("plain_roles.txt");
        assertEquals(
                List.of(
                        "Rep|null|null|Hi, is now still good?",
                        "Customer|null|null|It is. Let's meet at 3: no, make it now.",
                        "Rep|null|null|Great. I have two questions: first, who owns the budget?",
                        "Customer|null|null|See https://example.test/org for that."),
                read.turns());
        assertEquals(TimingClass.NONE, read.only().call().timing());
    }

    @Test
    void plainTextWithTimes() {
        Read read = Read.fixture("plain_times.txt");
        assertEquals(
                List.of(
                        "Dana Pike|4000|null|Hello there. Still there?", "Tom Egan|12000|null|Yes, sorry.", "Dana Pike|15000|null|No trouble.",
                        "Tom Egan|18000|null|Where were we?"),
                read.turns());
        assertEquals(TimingClass.TURN_START_S, read.only().call().timing());
    }

    @Test
    void plainTextWithBoldNamesAndMarks() {
        assertEquals(
                List.of("Jill Ames", "Ravi Sood", "Jill Ames", "Ravi Sood"),
                Read.fixture("plain_bold.md").only().call().turns().stream().map(turn -> turn.speaker()).toList());
    }

    @Test
    void captionsThatNameNobodyStandUnderOneUnknownSpeaker() {
        Read read = Read.fixture("whisper_no_speakers.vtt");
        assertEquals(List.of("Unknown speaker|0|6000|Welcome to the quarterly call. Remember this: nobody is named here."), read.turns());
        assertEquals(List.of(SpeakerNames.NOBODY_NAMED), read.only().warnings());
    }

    @Test
    void conversationsComeInLineByLine() {
        Read read = Read.fixture("conversations.jsonl");
        assertEquals(List.of("k-1", "k-3"), read.calls().stream().map(call -> call.call().id().value()).toList());
        ImportedCall first = read.calls().getFirst();
        assertEquals(OutcomeKind.WON, first.outcome());
        assertEquals("acct-7", first.call().group());
        assertEquals("Ines Kord", first.call().participants().getFirst().name());
        assertEquals("{\"outcome_raw\":{\"paid\":12.50},\"meta\":{\"group\":\"acct-7\",\"rep\":\"Ines Kord\"}}", first.call().source().extras());
        assertEquals("rep|500|1250|Hello.", Read.shown(first.call().turns().getFirst()));
        assertEquals(2, read.calls().get(1).call().turns().size(), "turns that a conversation declares are not joined: labels count them");
        assertEquals(List.of(2, 5), read.failed().stream().map(ImportReport.Failed::line).toList());
        assertTrue(read.failed().getFirst().reason().contains("must be rep, customer or other"));
    }

    @Test
    void encodings() {
        String text = "Zoë Ålund: Grüße.\nJosé Peña: ¡Hola!\n";
        List<String> turns = Read.text(folder, "utf8.txt", text).turns();
        assertEquals(turns, Read.text(folder, "bom.txt", "\uFEFF" + text).turns());
        assertEquals(turns, Read.bytes(folder, "utf16le.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)).turns());
        assertEquals(turns, Read.bytes(folder, "utf16be.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)).turns());
        Read windows = Read.bytes(folder, "cp1252.txt", text.getBytes(Charset.forName("windows-1252")));
        assertEquals(turns, windows.turns());
        assertTrue(windows.only().warnings().getFirst().contains("windows-1252"));
    }

    @Test
    void repNamesOfTheRosterCountEvenOnce() {
        Read read = Read.fixture("zoom_cloud.vtt", "lena ortiz");
        assertEquals(5, read.turns().size());
    }
}
