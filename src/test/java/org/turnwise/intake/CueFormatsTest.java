package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.call.Call;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.SpeakerNames;

/** WebVTT in its dialects, SRT, SBV and Whisper's tables. */
class CueFormatsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain", "crlf", "bom", "utf16le", "cp1252", "missing_index", "dot_ms", "double_cr"})
    void srtHoweverItWasSaved(String how) {
        Read read = Read.fixture("srt_" + how + ".srt");
        assertEquals(
                List.of("Zoë Ålund|1000|2500|Grüße aus Köln.", "José Peña|2700|4000|¡Hola!", "Zoë Ålund|4100|5000|Fertig?"),
                read.turns());
        assertEquals(how.equals("cp1252") ? 1 : 0, read.only().warnings().size());
    }

    @Test
    void twoSpeakersInOneCue() {
        assertEquals(
                List.of("MARA|1000|2500|Who orders", "OWEN|1000|4000|I do. Valves, and seals: both.", "MARA|4100|5000|(laughs) Good."),
                Read.fixture("srt_dialogue.srt").turns());
    }

    @Test
    void whisperxInEveryTable() {
        List<String> turns = List.of("SPEAKER_00|320|2840|Is this a good time?", "SPEAKER_01|3100|4000|It is.", "SPEAKER_00|4200|5000|Good.");
        assertEquals(turns, Read.fixture("whisperx.tsv").turns());
        assertEquals(turns, Read.fixture("whisperx.aud").turns());
        assertEquals(
                List.of("SPEAKER_00|320|2840|Before we start, is this a good time?", "SPEAKER_01|3100|4000|It is.",
                        "SPEAKER_00|3604200|3605000|We talked for an hour."),
                Read.fixture("whisperx.vtt").turns());
    }

    @Test
    void sbv() {
        assertEquals(
                List.of("Hanne|1000|4250|Did the samples arrive?", "Quentin|4500|6000|On Monday.", "Hanne|6000|7100|And?"),
                Read.fixture("captions.sbv").turns());
    }

    @Test
    void teamsMetadataKnowsWhenTheCallBegan() {
        Read read = Read.fixture("teams_meta.vtt");
        assertEquals(
                List.of("Sena Ilk|2500|4100|Morning. Can I share?", "Pavel Roth|4300|6000|Please \"go\" ahead.", "Unknown speaker|6100|7000|Hm."),
                        read.turns());
        assertEquals(Instant.parse("2026-03-09T08:22:30.0461639Z"), read.only().call().startedAt());
    }

    @Test
    void partsOfOneTeamsUtteranceAreOneThoughSomebodySpeaksBetween() {
        assertEquals(
                List.of("Maud Stein|10000|15500|We would start with two depots and add the others in May.", "Lars Ek (External)|12000|12600|Right."),
                Read.fixture("teams_parts.vtt").turns());
    }

    @Test
    void cuesOfAWholeCallBehindOneIdAreNotOneUtterance() {
        StringBuilder file = new StringBuilder("WEBVTT\n");
        List<String> voices = List.of("Maud Stein", "Lars Ek", "Maud Stein", "Lars Ek");
        for (int i = 0; i < voices.size(); i++) {
            file.append("\n7a1e9c04-0d2b-4c11-9a55-6b7c8d9e0f11/3-").append(i).append("\n00:00:1").append(i).append(".000 --> 00:00:1").append(i)
                    .append(".900\n<v ").append(voices.get(i)).append(">Depot ").append(i).append(".</v>\n");
        }
        assertEquals(List.of("Maud Stein|10000|10900|Depot 0.", "Lars Ek|11000|11900|Depot 1.", "Maud Stein|12000|12900|Depot 2.", "Lars Ek|13000|13900|Depot 3."),
                Read.text(folder, "one-id.vtt", file.toString()).turns());
    }

    @Test
    void whereEveryCueNamesSomebodySoDoesOneInSmallLetters() {
        String file = "WEBVTT\n" + String.join("", List.of("Depot School: Bye.", "Depot School: See you.", "lars ek af borg: Bye.", "Maud stein: Burn.",
                        "Depot School: Thanks.", "Ann Lee: Thanks.", "Depot School: Bye.", "Ann Lee: Bye, bye."))
                .replaceAll("(?<=\\.)(?=\\p{L})|^", "\n\n00:00:01.000 --> 00:00:02.000\n") + "\n";
        assertEquals(List.of("Depot School", "lars ek af borg", "Maud stein", "Depot School", "Ann Lee", "Depot School", "Ann Lee"),
                Read.text(folder, "small.vtt", file).only().call().turns().stream().map(turn -> turn.speaker()).toList());
    }

    @Test
    void oldTeamsTextHasTheNameAboveTheWords() {
        assertEquals(
                List.of("Lotte Brandt|0|1510|So. Hello.", "Idris Noor|1900|5090|Hello Lotte. I read your offer: twice.", "Lotte Brandt|6090|6500|And?"),
                Read.fixture("teams_legacy_pasted.txt").turns());
    }

    @Test
    void rollingCaptionsAreSaidOnce() {
        ImportedCall read = Read.fixture("youtube_rolling.vtt").only();
        assertEquals(List.of("hello and welcome to the depot show", "glad to be here"), read.call().turns().stream().map(turn -> turn.text()).toList());
        assertTrue(read.warnings().stream().anyMatch(warning -> warning.contains("roll")), read.warnings().toString());
    }

    @Test
    void captionsOfOneVoiceComeInWithoutANameThatNobodyGave() {
        Read read = Read.text(folder, "one.srt", "1\n00:00:01,000 --> 00:00:02,000\nThe pump runs dry.\n\n2\n00:00:02,000 --> 00:00:04,000\nListen: it hums.\n");
        assertEquals(List.of("Unknown speaker|1000|4000|The pump runs dry. Listen: it hums."), read.turns());
        assertEquals(List.of(SpeakerNames.NOBODY_NAMED), read.only().warnings());
    }

    /** One speaker would be wrong where names may be hidden, or where voices change. */
    @ParameterizedTest
    @ValueSource(strings = {"the one who asks: Is it dry?|the one with keys: It is.|So it is.", ">> Is it dry?|>> It is.|Good.", "- Is it dry?|- It is.|Good."})
    void captionsThatShowSeveralVoicesButNameNoneAreRefused(String said) {
        StringBuilder captions = new StringBuilder("WEBVTT\n");
        String[] lines = said.split("\\|");
        for (int i = 0; i < lines.length; i++) {
            captions.append("\n00:0").append(i).append(".000 --> 00:0").append(i + 1).append(".000\n").append(lines[i]).append('\n');
        }
        assertTrue(Read.text(folder, "several.vtt", captions.toString()).refusal().contains("does not say who speaks"));
    }

    @Test
    void speakersMayBeNumbersAndNothingElse() {
        String numbers = "WEBVTT\n\n00:01.000 --> 00:02.000\n1: Who orders?\n\n00:02.000 --> 00:03.000\n2: I do.\n\n00:03.000 --> 00:04.000\n1: Alone?\n\n"
                + "00:04.000 --> 00:05.000\n2: Alone.\n";
        assertEquals(List.of("1|1000|2000|Who orders?", "2|2000|3000|I do.", "1|3000|4000|Alone?", "2|4000|5000|Alone."),
                Read.text(folder, "numbers.vtt", numbers).turns());
    }

    @Test
    void whereEveryCueBeginsWithANameWhoSpeaksOnceIsNamedToo() {
        assertEquals(List.of("Ann|0|1000|Is it on?", "Bo|1000|2000|It is."),
                Read.text(folder, "once.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nAnn: Is it on?\n\n00:01.000 --> 00:02.000\nBo: It is.\n").turns());
    }

    @Test
    void whereEveryCueBeginsWithANameSomeMayWriteTheirsSmall() {
        assertEquals(List.of("Ann Lee|0|1000|Is it on?", "bodo|1000|2000|It is.", "Ann Lee|2000|3000|Good."),
                Read.text(folder, "small.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nAnn Lee: Is it on?\n\n00:01.000 --> 00:02.000\nbodo: It is.\n\n"
                        + "00:02.000 --> 00:03.000\nAnn Lee: Good.\n").turns());
    }

    @Test
    void besideVoiceTagsNamesMayStandBeforeAColon() {
        String mixed = "WEBVTT\n\n00:00.000 --> 00:01.000\nAnn: Is it on?\n\n00:01.000 --> 00:02.000\n<v Bo>It is.</v>\n\n"
                + "00:02.000 --> 00:03.000\nAnn: Since when?\n\n00:03.000 --> 00:04.000\nHello Maria\nand all\n";
        assertEquals(List.of("Ann|0|1000|Is it on?", "Bo|1000|2000|It is.", "Ann|2000|3000|Since when?", "Unknown speaker|3000|4000|Hello Maria and all"),
                Read.text(folder, "mixed.vtt", mixed).turns());
    }

    @Test
    void oneCueIsCountedAsOne() {
        Read read = Read.text(folder, "one.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Lee>Is it dry?</v>\n\n00:02.000 --> 00:03.000\nIt is.\n\n"
                + "00:03.000 --> 00:04.000\n<v Ann Lee>Good.</v>\n\n00:04.000 --> 00:05.000\n\n");
        assertTrue(read.only().warnings().contains("1 cue names no speaker and stands under \"Unknown speaker\"."), read.only().warnings().toString());
    }

    @Test
    void whoSaysTheSameTwiceSaysItTwice() {
        String twice = "WEBVTT\n\n00:01.000 --> 00:02.000\nAnn Lee: Yes.\n\n00:02.000 --> 00:03.000\nAnn Lee: Yes.\n\n00:03.000 --> 00:04.000\nBo Dahl: Yes.\n";
        assertEquals(List.of("Ann Lee|1000|3000|Yes. Yes.", "Bo Dahl|3000|4000|Yes."), Read.text(folder, "a.vtt", twice).turns());
    }

    @Test
    void inventedWordsAndNotetakersAreSaidAndKept() {
        Read read = Read.fixture("otter.srt");
        assertEquals("Nadia|4100|5000|Transcribed by https://otter.ai", read.turns().get(2));
        assertTrue(read.only().warnings().getFirst().startsWith("Line 10"), read.only().warnings().toString());
        Read bot = Read.text(folder, "bot.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Read.ai Bot>I record.</v>\n\n00:02.000 --> 00:03.000\n<v Ann "
                + "Lee>Fine.</v>\n");
        assertTrue(bot.only().warnings().getFirst().contains("no person"), bot.only().warnings().toString());
    }

    @Test
    void zoomNamesItsRecordingsByWhenTheyBegan() throws IOException {
        Path recording = Files.copy(Read.FIXTURES.resolve("zoom_cloud.vtt"), folder.resolve("GMT20260309-101500_Recording.transcript.vtt"));
        assertEquals(Instant.parse("2026-03-09T10:15:00Z"), Read.of(recording).only().call().startedAt());
        assertEquals(null, Read.fixture("zoom_cloud.vtt").only().call().startedAt());
    }

    @Test
    void webexNamesSpeakersInTheIdsOfCues() {
        String webex = "WEBVTT\n\n1 \"Jo Bell\" (371)\n00:00:01.000 --> 00:00:02.000\nGood: morning.\n\n2 \"Mia Roth\" (372)\n00:00:02.000 --> "
                + "00:00:03.000\nMorning.\n";
        assertEquals(List.of("Jo Bell|1000|2000|Good: morning.", "Mia Roth|2000|3000|Morning."), Read.text(folder, "w.vtt", webex).turns());
    }

    @Test
    void dialectsAreNamedAndTimed() {
        assertEquals("zoom-vtt", formatOf("zoom_cloud.vtt"));
        assertEquals("teams-vtt", formatOf("teams_new.vtt"));
        assertEquals("teams-metadata", formatOf("teams_meta.vtt"));
        assertEquals("vtt", formatOf("whisperx.vtt"));
        assertEquals("whisper-tsv", formatOf("whisperx.tsv"));
        assertEquals("whisper-aud", formatOf("whisperx.aud"));
        assertEquals("sbv", formatOf("captions.sbv"));
    }

    private static String formatOf(String fixture) {
        Call call = Read.fixture(fixture).only().call();
        assertEquals(TimingClass.SEGMENT_MS, call.timing());
        return call.source().format();
    }

    @Test
    void whereVoicesAreTaggedOnlyWhenTheyChangeCuesWithoutATagAreTheirs() {
        String cues = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann> The pump is\n\n00:02.000 --> 00:03.000\non since May.\n\n"
                + "00:03.000 --> 00:04.000\n<v Bo> Is it\n\n"
                + "00:04.000 --> 00:05.000\nloud?\n\n00:05.000 --> 00:06.000\n<v Ann> It was\n\n00:06.000 --> 00:07.000\nat first.\n\n"
                        + "00:07.000 --> 00:08.000\n<v Bo> And\n\n"
                + "00:08.000 --> 00:09.000\nnow?\n";
        assertEquals(List.of("Ann|1000|3000|The pump is on since May.", "Bo|3000|5000|Is it loud?", "Ann|5000|7000|It was at first.", "Bo|7000|9000|And now?"),
                Read.text(folder, "changes.vtt", cues).turns());
        String againAndAgain = cues.replace("<v Bo> And", "<v Ann> And");
        assertEquals(List.of("Ann", SpeakerNames.UNKNOWN, "Bo", SpeakerNames.UNKNOWN, "Ann", SpeakerNames.UNKNOWN, "Ann", SpeakerNames.UNKNOWN),
                Read.text(folder, "again.vtt", againAndAgain).only().call().turns().stream().map(turn -> turn.speaker()).toList());
    }

    private static String cues(String... said) {
        StringBuilder cues = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < said.length; i++) {
            cues.append("\n00:%02d.000 --> 00:%02d.000\n".formatted(i, i + 1)).append(said[i]).append('\n');
        }
        return cues.toString();
    }

    private List<String> speakers(String... said) {
        return Read.text(folder, "call.vtt", cues(said)).only().call().turns().stream().map(turn -> turn.speaker()).toList();
    }

    @Test
    void namesMayStandInWideBrackets() {
        assertEquals(List.of("進行|0|1000|では始めます。", "葵|1000|2000|ポンプは三台です。", "Mika|2000|3000|（笑）そうですか。", "葵|3000|4000|はい。"),
                Read.text(folder, "wide.vtt", cues("（進行）では始めます。", "（葵）ポンプは三台です。", "【Mika】（笑）そうですか。", "（葵）はい。")).turns());
        assertEquals(List.of(SpeakerNames.UNKNOWN), speakers("（笑）では始めます。", "ポンプは三台です。", "（笑）そうですか。", "はい。"), "a laugh is nobody's name");
    }

    @Test
    void whatIsHeardBesideSpeechIsNoCueWithoutASpeaker() {
        assertEquals(List.of(SpeakerNames.UNKNOWN, "Guest A", SpeakerNames.UNKNOWN, "Host", SpeakerNames.UNKNOWN),
                speakers("[music]", "Guest A: Is it on?", "(Part 2: the pumps)", "Host: It is.", "[applause]", "【拍手】", "♪ la la ♪"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Спикер №1", "Sprecher 1", "Locuteur 1", "Hablante 1", "Orateur n°1", "話者1", "화자 1", "Speaker #1"})
    void aVoiceThatARecogniserNumbersIsNamedOnceAndSpeaksOn(String label) {
        assertEquals(List.of(label), speakers(label + ": Is it on?", "I can't hear it.", "I can't see it either.", "Nor smell it.", "It must be off."));
        assertEquals(List.of(label, label.replace('1', '2')), speakers(label + ": Is it on?", "I can't hear it.", label.replace('1', '2') + ": It is.",
                "It hums.", "Listen."));
    }

    @Test
    void audacitysLabelsMayNameWhoSpeaksBeforeArrows() {
        assertEquals(List.of("spk_0|1500|2250|Who orders? Ann >> or Bo?", "spk_1|2250|4000|I do.", "spk_0|4000|5000|Good."),
                Read.text(folder, "labels.txt", "1.5\t2.25\tspk_0>>> Who orders? Ann >> or Bo?\n2.25\t4.0\tspk_1>>>I do.\n4.0\t5.0\tspk_0>>> Good.\n").turns());
        assertTrue(Read.text(folder, "change.vtt", cues("Good evening>>> the news", ">> Is it on?", ">> It is.", "Good.")).refusal().contains("who speaks"));
    }

    @Test
    void aTableOfWhisperThatLostItsHeaderStillCountsMilliseconds() {
        assertEquals(List.of("SPEAKER_00|0|9360|Is it on?", "SPEAKER_01|10080|31920|It is."),
                Read.text(folder, "cut.tsv", "0\t9360\t[SPEAKER_00]: Is it on?\n10080\t31920\t[SPEAKER_01]: It is.\n").turns());
        assertEquals(List.of("SPEAKER_00|0|9000|Is it on?", "SPEAKER_01|10000|31000|It is."),
                Read.text(folder, "labels.txt", "0\t9\t[SPEAKER_00]: Is it on?\n10\t31\t[SPEAKER_01]: It is.\n").turns());
        assertTrue(Read.text(folder, "far.txt", "0\t9\t[SPEAKER_00]: Is it on?\n999999999999\t999999999999.5\t[SPEAKER_01]: It is.\n").refusal()
                .contains("time"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"spk_0|spk_1|spk_0", "SPEAKER_00", "Ann Lee|Bo|Ann Lee|Bo"})
    void labelsWithoutWordsAreNoTalk(String labels) {
        String[] each = labels.split("\\|");
        assertTrue(Read.text(folder, "who.vtt", cues(each)).refusal().contains("not what they say"));
        StringBuilder table = new StringBuilder();
        for (int i = 0; i < each.length; i++) {
            table.append(i).append(".5\t").append(i + 1).append(".5\t").append(each[i]).append('\n');
        }
        assertTrue(Read.text(folder, "who.txt", table.toString()).refusal().contains("not what they say"));
    }

    @Test
    void whereItIsMarkedThatAnotherVoiceFollowsOneWouldBeWrong() {
        assertTrue(Read.text(folder, "turns.vtt", cues("Is it on? [SPEAKER_TURN]", "It is. [SPEAKER_TURN]", "Good.")).refusal().contains("who speaks"));
    }
}
