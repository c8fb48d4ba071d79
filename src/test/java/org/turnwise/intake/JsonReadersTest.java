package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;

/** Each tool's JSON, with what its documentation and real files show to go wrong. */
class JsonReadersTest {

    @TempDir
    Path folder;

    private static Read json(String name) {
        return Read.fixture("json/" + name);
    }

    private static void reads(String fixture, String format, TimingClass timing, String... turns) {
        Read read = json(fixture);
        assertEquals(List.of(turns), read.turns(), fixture);
        assertEquals(format, read.only().call().source().format());
        assertEquals(timing, read.only().call().timing(), fixture);
    }

    private static List<Side> sides(Call call) {
        return call.participants().stream().map(Participant::side).toList();
    }

    @Test
    void gongKeepsIdsOfTwentyDigitsAndCountsMilliseconds() {
        Read read = json("gong_transcript.json");
        assertEquals(2, read.calls().size());
        assertEquals(
                List.of("64000000000000000001|460230|462343|Did the valves arrive on Monday?",
                        "64000000000000000002|462100|466500|Two of three did. The third is late.",
                        "64000000000000000009|467000|468000|I can check."),
                read.calls().getFirst().call().turns().stream().map(Read::shown).toList());
        assertEquals("{\"meta\":{\"call_id\":\"98765432109876543210\"}}", read.calls().getFirst().call().source().extras());
        assertEquals(List.of(), read.calls().getFirst().warnings());
    }

    @Test
    void gongPagesOfAnArrayOrALineEach() {
        String page = "{\"callTranscripts\":[{\"callId\":\"%s\",\"transcript\":[{\"speakerId\":\"1\",\"sentences\":"
                + "[{\"start\":0,\"end\":70000,\"text\":\"Call %s.\"}]}]}]}";
        String one = page.formatted("7", "seven");
        String two = page.formatted("8", "eight");
        assertEquals(2, Read.text(folder, "pages.json", "[" + one + ",\n" + two + "]").calls().size());
        assertEquals(2, Read.text(folder, "pages.jsonl", one + "\n" + two + "\n").calls().size());
    }

    @Test
    void chorusSaysWhoIsRepAndWhichDealItIs() {
        reads("chorus_engagement.json", "chorus", TimingClass.TURN_START_S, "Ines Kord|1500|null|Shall I share the depot plan?",
                "Tom Egan|4200|null|Please do.");
        Call call = json("chorus_engagement.json").only().call();
        assertEquals(List.of(Side.REP, Side.CUSTOMER), sides(call));
        assertEquals("Tidewell", call.group());
        assertEquals("{\"meta\":{\"call_id\":\"e1\",\"opportunity_id\":\"006A0000002\",\"no_show\":false}}", call.source().extras());
    }

    @Test
    void firefliesTimesMayBeTextAndSpeakersMissing() {
        reads("fireflies.json", "fireflies", TimingClass.SEGMENT_MS,
                "Ines Kord|640|2900|How many pumps are in the pilot?", "Tom Egan|3100|4050|Four, for now.", "Unknown speaker|4500|5250|And after?");
        assertEquals(Instant.parse("2026-03-14T09:00:00Z"), json("fireflies.json").only().call().startedAt());
    }

    @Test
    void fathomKnowsWhoIsFromOutside() {
        reads("fathom.json", "fathom", TimingClass.TURN_START_S, "Ines Kord|5000|null|Who signs this off?", "Tom E.|69000|null|Our plant manager & I.");
        Call call = json("fathom.json").only().call();
        assertEquals(List.of(Side.REP, Side.CUSTOMER), sides(call));
        assertEquals("tidewell.test", call.group());
    }

    @Test
    void assemblyAi() {
        reads("assemblyai_no_utterances.json", "assemblyai", TimingClass.WORD_MS, "A|200|900|Is it on?", "B|1300|1900|It is.", "A|2100|2500|Good.");
        reads("assemblyai_channels.json", "assemblyai", TimingClass.WORD_MS, "Channel 2|500|1800|When would it come?",
                "Channel 1|2000|3000|We deliver on Friday.");
        assertTrue(Read.text(folder, "failed.json", "{\"status\":\"error\",\"error\":\"no audio\",\"audio_duration\":1,\"utterances\":null}").refusal()
                .contains("no audio"));
    }

    @Test
    void deepgramNumbersSpeakersAnewInEachChannel() {
        reads("deepgram_channels.json", "deepgram", TimingClass.WORD_MS,
                "ch0:spk0|520|1400|Hello, is this the depot?", "ch1:spk0|1200|3006|It is, Piet speaking.", "ch0:spk0|4000|5125|Lovely.");
        reads("deepgram_words.json", "deepgram", TimingClass.WORD_MS, "Speaker 0|100|1000|So, what changed?", "Speaker 1|1600|2400|The budget did.");
        reads("deepgram_paragraphs.json", "deepgram", TimingClass.WORD_MS, "Speaker 0|200|1100|We start in May.", "Speaker 1|1400|2900|Why May? Not sooner?");
    }

    @Test
    void awsTranscribeOldAndNewAndByChannel() {
        reads("aws_new.json", "aws-transcribe", TimingClass.WORD_MS, "spk_0|4870|5400|I've two.", "spk_1|5900|6500|Which two?");
        reads("aws_old.json", "aws-transcribe", TimingClass.WORD_MS, "spk_0|0|1200|Right, go.", "spk_1|1500|2000|Fine.");
        reads("aws_channels.json", "aws-transcribe", TimingClass.WORD_MS, "ch_0|100|600|Shall we?", "ch_1|900|1600|Yes, do.", "ch_0|2500|3200|Then begin.");
    }

    @Test
    void contactLensKnowsAgentAndCustomer() {
        reads("contactlens.json", "contact-lens", TimingClass.SEGMENT_MS, "AGENT|40|1900|Tidewell supply, what can I do?",
                "CUSTOMER|1800|4100|My name is [PII] and a pump is late.");
        reads("contactlens_realtime.json", "contact-lens", TimingClass.SEGMENT_MS, "AGENT|0|800|Good morning.",
                "CUSTOMER|900|2600|Morning. It is about an order.");
        assertEquals(List.of(Side.REP, Side.CUSTOMER), sides(json("contactlens.json").only().call()));
    }

    @Test
    void googleRepeatsAllWordsWithSpeakersInItsLastResult() {
        reads("google_stt.json", "google-speech", TimingClass.WORD_MS, "Speaker 1|1200|2000|Any news?", "Speaker 2|3000|3400|None.");
        reads("google_stt_v2.json", "google-speech", TimingClass.WORD_MS, "Speaker 1|1200|1900|Prices?", "Speaker 2|2000|2750|Unchanged.");
    }

    @Test
    void azure() {
        reads("azure_conversation.json", "azure-conversation", TimingClass.SEGMENT_MS, "Agent_1|770|1970|Which site is it?",
                "Customer_1|2010|2910|The north yard.");
        reads("azure_batch.json", "azure-speech", TimingClass.SEGMENT_MS, "Speaker 1|70|1660|Is it insured?", "Speaker 2|2000|62500|Fully.");
        reads("azure_fast.json", "azure-speech", TimingClass.SEGMENT_MS, "Speaker 0|80|1280|Fast enough?", "Speaker 1|1500|2200|Quite.");
    }

    @Test
    void whisperTellsNobodyApartAndTheReportSaysSo() {
        reads("whisper.json", "whisper-json", TimingClass.SEGMENT_MS, "Unknown speaker|0|4000|We met in May. It rained.");
        assertTrue(json("whisper.json").only().warnings().getFirst().contains("Nobody is named"));
    }

    @Test
    void whisperxSplitsASegmentWhereTheSpeakerChangesForMoreThanAnInstant() {
        reads("whisperx.json", "whisperx", TimingClass.WORD_MS,
                "SPEAKER_00|500|1800|That is 40 euros.", "SPEAKER_01|2000|4000|Too much for us.", "Unknown speaker|4200|5000|Is it?");
    }

    @Test
    void otherRecognisers() {
        reads("whispercpp.json", "whisper-cpp", TimingClass.SEGMENT_MS, "Speaker 0|0|1240|Ready?", "Speaker 1|1240|2000|Ready.",
                "Unknown speaker|2000|2500|Hm.");
        reads("openai_diarized.json", "openai-diarized", TimingClass.SEGMENT_MS, "A|0|1500|Do you lease?", "B|1500|3500|We buy.");
        reads("revai.json", "rev-ai", TimingClass.WORD_MS, "Speaker 0|750|1400|Good day. <noise>", "Speaker 1|2000|2250|Day.");
    }

    @Test
    void callPlatforms() {
        reads("twilio.json", "twilio", TimingClass.SEGMENT_MS, "Channel 1|250|1450|Is that Mr Maas?", "Channel 2|1500|2400|Speaking.");
        reads("aircall.json", "aircall", TimingClass.SEGMENT_MS, "internal|5120|6500|You called about a lift.", "external|6600|8000|Yes, a small one.");
        assertEquals(List.of(Side.REP, Side.CUSTOMER), sides(json("aircall.json").only().call()));
        reads("hubspot_transcript.json", "hubspot", TimingClass.SEGMENT_MS, "Jo Bell|1980|2890|May I record?", "Jo Bell (12)|3000|4090|You may, namesake.");
    }

    @Test
    void meetingTools() {
        reads("meet_rest.json", "google-meet-api", TimingClass.SEGMENT_MS, "Ana Farías|0|1750|Shall we go on?", "p2|2250|2750|Let us.");
        assertEquals(Instant.parse("2026-03-14T09:00:01.250Z"), json("meet_rest.json").only().call().startedAt());
        reads("teams_entries.json", "teams-json", TimingClass.SEGMENT_MS, "Piet Maas|3532|5100|Is everybody in?", "Ana Farías|5500|6750|All but Jo.");
        reads("teams_metadata.json", "teams-json", TimingClass.SEGMENT_MS, "Piet Maas|0|1500|Can you see it?", "Unknown speaker|2000|3000|Now I can.");
    }

    @Test
    void chats() {
        reads("chat_rows.json", "chat-json", TimingClass.NONE, "sales_rep|null|null|Hi, still looking for a lift?", "customer|null|null|We are.");
        reads("chat_roles.json", "chat-json", TimingClass.NONE, "user|null|null|May I ask about price?", "assistant|null|null|Do. It matters.");
        assertEquals(2, json("chat_sharegpt.jsonl").calls().size());
        assertEquals(List.of("Mara|null|null|Hello.", "Owen|null|null|Hi."),
                Read.text(folder, "turns.json", "{\"turns\":[{\"author\":\"Mara\",\"utterance\":\"Hello.\"},{\"author\":\"Owen\",\"utterance\":\"Hi.\"}]}")
                        .turns());
    }

    @Test
    void unknownToolsAreReadWhereTheirFieldsAreClear() {
        reads("podcast_style.json", "mapped-json", TimingClass.SEGMENT_MS, "Mara|500|4750|This is the second call about pumps.",
                "Owen|5000|7250|And the last, I hope.", "Mara|7500|9000|So do I.");
        reads("unknown_tool.json", "mapped-json", TimingClass.SEGMENT_MS, "Ines Kord|1200|3900|Which of the two yards floods first?",
                "Tom Egan|4100|7000|The one in the north, every spring.", "Ines Kord|7300|9100|And nobody has fixed it?");
        reads("epoch_blocks.json", "mapped-json", TimingClass.SEGMENT_MS, "Mara|0|3000|Shall we begin with the pumps?", "Owen|4000|6000|With the pumps, yes.");
        assertTrue(json("podcast_style.json").only().warnings().getFirst().contains("guessed"));
        assertEquals(List.of(2, 2), json("turns_a_line.jsonl").calls().stream().map(call -> call.call().turns().size()).toList());
        assertEquals("c2", json("turns_a_line.jsonl").calls().get(1).call().title());
    }

    @Test
    void whatSaysNothingClearIsRefusedWithTheGuess() {
        String strange = Read.text(folder, "strange.json",
                "{\"x\":[{\"a\":\"Ines\",\"b\":\"Which of them floods first?\"},{\"a\":\"Tom\",\"b\":\"The one in the north.\"}]}").refusal();
        assertTrue(strange.contains("\"b\" for what was said"), strange);
        assertTrue(Read.text(folder, "a.json", "{\"a\":1}").refusal().contains("nothing in it seems to say who said what"));
        assertTrue(Read.text(folder, "b.json", "[\n]").refusal().contains("empty array"));
        assertTrue(Read.text(folder, "c.json", "[[1],2]").refusal().contains("nothing in it"));
    }

    @Test
    void whatIsNoTimeIsNamedByItsPlace() {
        String refusal = Read.text(folder, "a.json",
                "{\"sentences\":[{\"media_channel\":1,\"transcript\":\"Hm\",\"start_time\":\"soon\",\"end_time\":\"2\"}]}").refusal();
        assertTrue(refusal.contains("\"sentences[0].start_time\" is \"soon\""), refusal);
        Read nan = Read.text(folder, "b.json", "{\"sentences\":[{\"media_channel\":1,\"transcript\":\"Hm\",\"start_time\":NaN,\"end_time\":NaN}]}");
        assertEquals(List.of("Channel 1|null|null|Hm"), nan.turns());
        assertNull(nan.only().call().turns().getFirst().startMs());
    }

    @Test
    void aClientsAnswerWithWhatElseItReturns() {
        String word = "{\"word\":\"%s\",\"startTime\":{\"seconds\":\"%d\",\"nanos\":0},\"endTime\":{\"seconds\":\"%d\",\"nanos\":500000000},\"speakerTag\":%d}";
        String words = word.formatted("Hello.", 1, 1, 1) + "," + word.formatted("Yes?", 3, 3, 2);
        assertEquals(List.of("Speaker 1|1000|1500|Hello.", "Speaker 2|3000|3500|Yes?"),
                Read.text(folder, "answer.json", "[[{\"results\":[{\"alternatives\":[{\"words\":[" + words + "],\"transcript\":\"\"}]}]},null,null]]").turns());
    }

    @Test
    void threePlayWithSpeakersBesideTheWords() {
        assertEquals(List.of("ANN|1870|null|Is it on?", "Unknown speaker|3000|null|It is.", "ANN|4000|null|Good."),
                Read.text(folder, "threeplay.json", "{\"words\":[[\"0\",\"\"],[\"1870\",\"ANN: Is\"],[\"2000\",\"it\"],[\"2100\",\"on?\"],[\"3000\",\"-It\"],"
                        + "[\"3100\",\"is.\"],[\"4000\",\"ANN: Good.\"]],\"paragraphs\":[0,1870,3000,4000],"
                        + "\"speakers\":{\"1870\":\"ANN\",\"4000\":\"ANN\"}}").turns());
    }

    @Test
    void offsetsOfTeamsThatAreMillisecondsAreToldByHowTheyLie() {
        assertEquals(List.of("Ann Lee|150000|152500|Is it on?", "Bo Dahl|154000|156500|It is."), Read.text(folder, "entries.json", """
                {"entries": [{"speakerDisplayName": "Ann Lee", "startOffset": 150000, "endOffset": 152500, "text": "Is it on?"},
                             {"speakerDisplayName": "Bo Dahl", "startOffset": 154000, "endOffset": 156500, "text": "It is."}]}
                """).turns());
    }

    @Test
    void ofAnAgentsHistoryOnlyMessagesAreSaid() {
        Read read = Read.text(folder, "history.json", """
                {"items": [{"id": "c1", "type": "function_call", "name": "find_pump", "arguments": "{}"},
                           {"id": "m1", "type": "message", "role": "assistant", "content": ["Is it on?"], "interrupted": false},
                           {"id": "c2", "type": "function_call_output", "name": "find_pump", "output": "on", "is_error": false},
                           {"id": "m2", "type": "message", "role": "user", "content": ["It is."], "interrupted": true}]}
                """);
        assertEquals(List.of("assistant|null|null|Is it on?", "user|null|null|It is."), read.turns());
        assertTrue(read.only().warnings().contains("2 messages are prompts or of tools, said by nobody, and were left out."), read.only().warnings().toString());
    }

    @Test
    void aWholeTalkMayStandOnOneLineOfAField() {
        assertEquals(List.of("Agent|null|null|Is it on?", "Customer|null|null|It is."),
                Read.text(folder, "field.json", "{\"id\": \"7\", \"transcript\": \"Agent: Is it on? Customer: It is.\"}").turns());
        assertTrue(Read.text(folder, "notes.json", "{\"id\": \"7\", \"notes\": \"Agent: was kind. Price: too high.\"}").calls().isEmpty());
    }
}
