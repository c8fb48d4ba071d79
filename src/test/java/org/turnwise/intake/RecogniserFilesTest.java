package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.intake.reading.SpeakerNames;

/** JSON of speech recognisers in the shapes that their older versions, their editors and tools around them write. */
class RecogniserFilesTest {

    private static final String ASKS = "How many pumps run?";

    @TempDir
    Path folder;

    private void reads(String format, String json, String... turns) {
        Read read = Read.text(folder, "call.json", json.replace('\'', '"'));
        assertEquals(List.of(turns), read.turns());
        assertEquals(format, read.only().call().source().format());
    }

    @Test
    void sonioxSaysWordsInPieces() {
        String token = "{'text':'%s','start_ms':%d,'end_ms':%d,'confidence':0.9,'speaker':'%s'}";
        reads("soniox", "{'id':'x','text':'Two pumps. Yes.','tokens':[" + String.join(",",
                token.formatted("Two", 300, 420, "1"), token.formatted(" pu", 420, 600, "1"), token.formatted("mps", 600, 700, "1"),
                token.formatted(".", 700, 720, "1"), token.formatted("<end>", 720, 720, "1"), token.formatted(" Yes", 900, 1100, "2"),
                token.formatted(".", 1100, 1120, "2")) + "]}",
                "Speaker 1|300|720|Two pumps.", "Speaker 2|900|1120|Yes.");
    }

    @Test
    void googlesClientsWriteFieldsInTheirOwnWay() {
        String word = "{'word':'%s','start_time':%s,'end_time':%s,'speaker_tag':%d}";
        reads("google-speech", "{'results':[{'alternatives':[{'transcript':'Two pumps? Yes.','words':[" + String.join(",",
                word.formatted("Two", "{}", "{'nanos':400000000}", 1), word.formatted("pumps?", "{'nanos':400000000}", "{'seconds':1}", 1),
                word.formatted("Yes.", "{'seconds':2,'nanos':100000000}", "{'seconds':'3'}", 2)) + "]}]}]}",
                "Speaker 1|0|1000|Two pumps?", "Speaker 2|2100|3000|Yes.");
    }

    @Test
    void whatItsUsersStruckOutInTrintIsNotSaid() {
        String word = "{'id':'1','time':%d,'duration':%d,'value':'%s','paragraphId':'%s','strikethrough':%b,'speaker':'%s'}";
        String json = "{'title':'Pumps','words':[" + String.join(",", word.formatted(100, 200, "Two", "p1", false, "Ines Kord"),
                word.formatted(300, 100, "uh", "p1", true, "Ines Kord"), word.formatted(400, 300, "pumps?", "p1", false, "Ines Kord"),
                word.formatted(900, 200, "Two.", "p2", false, "Tom Egan")) + "]}";
        reads("trint", json, "Ines Kord|100|700|Two pumps?", "Tom Egan|900|1100|Two.");
        assertTrue(Read.text(folder, "call.json", json.replace('\'', '"')).only().warnings().contains("1 word is struck out and was left out."));
    }

    @Test
    void speechmaticsOnceSaidInASecondListWhoBegins() {
        String word = "{'name':'%s','time':'%s','duration':'%s'}";
        reads("speechmatics", "{'job':{'id':1},'speakers':[{'name':'M1','time':'0.10','duration':'1.0'},{'name':'F2','time':'2.00','duration':'0.6'}],'words':["
                + String.join(",", word.formatted("Two", "0.10", "0.20"), word.formatted("pumps", "0.40", "0.50"), word.formatted(".", "0.90", "0.00"),
                        word.formatted("Yes", "2.00", "0.60"), word.formatted(".", "2.60", "0.00")) + "]}",
                "M1|100|900|Two pumps.", "F2|2000|2600|Yes.");
    }

    @Test
    void awsMayTellSpeakersApartByStretchesOfTimeOnly() {
        String word = "{'type':'pronunciation','start_time':'%s','end_time':'%s','alternatives':[{'content':'%s'}]}";
        reads("aws-transcribe", "{'jobName':'j','status':'COMPLETED','results':{'transcripts':[{'transcript':'x'}],'speaker_labels':{'speakers':2,'segments':["
                + "{'start_time':'0.0','end_time':'1.0','speaker_label':'spk_0','items':[]},{'start_time':'1.0','end_time':'2.5','speaker_label':'spk_1','items':[]}]},"
                + "'items':[" + String.join(",", word.formatted("0.1", "0.4", "Ready?"), word.formatted("1.0", "1.5", "Quite"), word.formatted("1.5", "2.0", "ready."))
                + "]}}",
                "spk_0|100|400|Ready?", "spk_1|1000|2000|Quite ready.");
    }

    @Test
    void revMayTimeWhatIsSaidAsAWhole() {
        reads("rev-ai", "{'monologues':[{'speaker':0,'start_time':0.5,'end_time':2.25,'elements':[{'type':'text','value':'Ready?'}]},"
                + "{'speaker':1,'start_time':3,'end_time':4,'elements':[{'type':'text','value':'Quite.'}]}]}",
                "Speaker 0|500|2250|Ready?", "Speaker 1|3000|4000|Quite.");
    }

    /** A recorder that hears two sources: "system" is then who is heard from the computer, no prompt. */
    @Test
    void theSystemIsSomebodyWhereThereIsAMicrophone() {
        String row = "{'source':'%s','text':'%s','start_timestamp':'2026-03-14T09:00:0%d.000Z'}";
        Read read = Read.text(folder, "call.json", ("[" + String.join(",", row.formatted("microphone", ASKS, 0), row.formatted("system", "Two of them run.", 3),
                row.formatted("microphone", "Then let us plan for two.", 6)) + "]").replace('\'', '"'));
        assertEquals(List.of("microphone", "system", "microphone"), read.only().call().turns().stream().map(turn -> turn.speaker()).toList());
    }

    @Test
    void labelsAndWhatTheyStandForAreNoTalk() {
        assertTrue(Read.text(folder, "labels.json", "{'labels':[{'Speaker':'spk_0','DisplayText':'Agent'},{'Speaker':'spk_1','DisplayText':'Caller'}]}"
                .replace('\'', '"')).calls().isEmpty());
    }

    @Test
    void ofNoKnownToolByTheirNames() {
        reads("mapped-json", "[{'start_ts':0.5,'end_ts':2.0,'speaker_name':'Ines Kord','words_str':'" + ASKS + "'},"
                + "{'start_ts':2.5,'end_ts':3.0,'speaker_name':'Tom Egan','words_str':'Two of them run.'},"
                + "{'start_ts':4,'end_ts':5.5,'speaker_name':'Ines Kord','words_str':'Then let us plan for two.'}]",
                "Ines Kord|500|2000|" + ASKS, "Tom Egan|2500|3000|Two of them run.", "Ines Kord|4000|5500|Then let us plan for two.");
    }

    @Test
    void revsWordsMayBeKeptAsOneText() {
        reads("rev-ai", "{'monologues':[{'speaker':0,'elements':'Ready?'},{'speaker':1,'elements':'Quite.'}]}", "Speaker 0|null|null|Ready?",
                "Speaker 1|null|null|Quite.");
    }

    @Test
    void clarifyKeepsEachParticipantApart() {
        String term = "{'term':'%s','start':0,'dur':0}";
        String mark = "{'term':'%s','type':'mark','start':0,'dur':0}";
        String segment = "{'language':'en','terms':[" + term + "," + term + "," + mark + "],'start':%s,'dur':%s}";
        reads("clarify", "{'version':'1','participants':[{'name':'observer','transcript':{'segments':[]}},{'name':'agent','transcript':{'segments':["
                + segment.formatted("Two", "pumps", "?", "0.5", "0.75") + "," + segment.formatted("Very", "well", ".", "4", "1") + "]}},"
                + "{'name':'client','transcript':{'segments':[" + segment.formatted("Two", "pumps", ".", "2", "0.5") + "]}}]}",
                "agent|500|1250|Two pumps?", "client|2000|2500|Two pumps.", "agent|4000|5000|Very well.");
    }

    @Test
    void whatStandsOnceAroundTheTalkDoesNotSpeak() {
        String row = "{'channelName':'%s','text':'%s'}";
        String rows = String.join(",", row.formatted("AGENT", ASKS), row.formatted("CLIENT", "Two of them run."),
                row.formatted("AGENT", "Then let us plan for two."), row.formatted("CLIENT", "Please do that."));
        reads("mapped-json", "[{'id':'7','source':'aPhone','name':'','startTime':'2026-03-14T09:00:00.000Z','endTime':'2026-03-14T09:04:00.000Z',"
                + "'wovenTalk':{'pieces':[" + rows + "]}}]", "AGENT|null|null|" + ASKS,
                "CLIENT|null|null|Two of them run.", "AGENT|null|null|Then let us plan for two.", "CLIENT|null|null|Please do that.");
        assertEquals(Instant.parse("2026-03-14T09:00:00Z"), Read.of(folder.resolve("call.json")).only().call().startedAt());
        String named = "{'name':'Yard talk','pieces':[{'text':'How many pumps run?'},{'text':'Two of them run.'}]}";
        assertTrue(Read.text(folder, "call.json", named.replace('\'', '"')).calls().isEmpty(), "a talk's name is nobody's");
    }

    @Test
    void recognisersThatNameNobodyAreReadAsOneUnknownVoice() {
        String said = "Unknown speaker|500|4700|How many pumps run? Two of them run.";
        String rows = "[{'start':0.5,'end':2.25,'text':'How many pumps run?'},{'start':2.25,'end':4.7,'text':'Two of them run.'}]";
        String pairs = "[{'timestamp':[0.5,2.25],'text':' How many pumps run?'},{'timestamp':[2.25,4.7],'text':' Two of them run.'}]";
        reads("mapped-json", rows, said);
        reads("mapped-json", "{'segments':" + rows + "}", said);
        reads("mapped-json", "{'speakers':[],'chunks':" + pairs + ",'text':'How many pumps run? Two of them run.'}", said);
        Read read = Read.text(folder, "call.json", rows.replace('\'', '"'));
        assertEquals(1, read.only().warnings().stream().filter(SpeakerNames.NOBODY_NAMED::equals).count(), read.only().warnings().toString());
    }

    @Test
    void whoSpokeMayStandInAListBesideWhatWasHeard() {
        String heard = "'chunks':[{'timestamp':[0.5,2.25],'text':' How many pumps run?'},{'timestamp':[2.25,4.7],'text':' Two of them run.'}]";
        String told = "'speakers':[{'speaker':'SPEAKER_00','timestamp':[0.5,2.25],'text':' How many pumps run?'},"
                + "{'speaker':'SPEAKER_01','timestamp':[2.25,4.7],'text':' Two of them run.'}]";
        reads("mapped-json", "{" + told + "," + heard + ",'text':'x'}", "SPEAKER_00|500|2250|" + ASKS, "SPEAKER_01|2250|4700|Two of them run.");
    }

    /** Where something could say who speaks, one voice would be wrong. */
    @ParameterizedTest
    @ValueSource(strings = {
        "[{'start':0,'end':2,'text':'How many pumps run?','v':0},{'start':2,'end':4.5,'text':'Two of them run.','v':1}]",
        "[{'start':0,'end':2,'text':'>> How many pumps run?'},{'start':2,'end':4.5,'text':'>> Two of them run.'}]",
        "[{'start':0,'end':2,'text':'the one who asks: How many?'},{'start':2,'end':4.5,'text':'the one with keys: Two.'}]",
        "{'segments':[{'start':0,'end':2,'text':'How many pumps run?'}],'turns':[{'start':0,'end':2,'who':3}]}",
        "{'segments':[{'start':0,'end':2,'text':'How many pumps run?','words':[{'word':'How','start':0,'end':1,'v':1}]}]}",
        "{'highlights':[{'start':0,'end':2,'text':'How many pumps run?'},{'start':2,'end':4.5,'text':'Two of them run.'}]}"})
    void nobodyIsUnknownWhereMoreIsSaid(String json) {
        assertTrue(Read.text(folder, "call.json", json.replace('\'', '"')).calls().isEmpty());
    }
}
