package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.turnwise.call.TimingClass;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.table.Column;
import org.turnwise.intake.table.TableLayout;

class TablesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"csv_turns_comma.csv", "csv_turns_semicolon_decimalcomma.csv", "csv_turns_tab.tsv"})
    void delimitersAndUnits(String fixture) {
        Read read = Read.fixture(fixture);
        assertEquals(List.of("Jane Doe|500|1250|Hi there, Sam.", "Sam Lee|1500|2000|She said \"yes\".", "Jane Doe|2500|3000|Good."), read.turns());
        assertEquals(TimingClass.SEGMENT_MS, read.only().call().timing());
    }

    @Test
    void linesWithinACell() {
        assertEquals(List.of("Jane Doe|5000|null|Hi there, Sam.", "Sam Lee|7000|null|Two lines \"and\" quotes", "Jane Doe|11000|null|Good."),
                Read.fixture("csv_turns_quoted_newline.csv").turns());
    }

    @Test
    void manyCallsInOneTableEachInTheOrderThatTheTableNumbers() {
        Read read = Read.fixture("csv_turns_bom.csv");
        assertEquals(List.of("c-9", "c-10"), read.calls().stream().map(call -> call.call().title()).toList());
        assertEquals(List.of("agent|null|null|Hello.", "customer|null|null|Who is this?"), read.calls().getFirst().call().turns().stream().map(Read::shown)
                .toList());
    }

    @Test
    void aColumnOfRolesSaysWhoSpeaksWhateverItIsCalled() {
        assertEquals(List.of("Agent|null|null|Is it on?", "Customer|null|null|It is.", "Agent|null|null|Good."),
                Read.text(folder, "roles.csv", ",tag,text\n1,Agent,Is it on?\n2,Customer,It is.\n3,Agent,Good.\n").turns());
    }

    @Test
    void withoutSpeakersItIsRefused() {
        assertTrue(Read.fixture("csv_turns_no_speaker.csv").refusal().contains("who speaks"));
    }

    @Test
    void theGuessSaysWhichColumnIsWhat() {
        TableLayout layout = TableLayout.guess("id;who;utterance;begin;stop\n7;Ann;Hello, you;0,5;1\n7;Bo;Hi;1,5;2\n").orElseThrow();
        assertEquals(';', layout.delimiter());
        assertEquals(Map.of(Column.CALL, 0, Column.SPEAKER, 1, Column.TEXT, 2, Column.START, 3, Column.END, 4), layout.columns());
        assertEquals(TableLayout.TimeUnit.SECONDS, layout.unit());
        assertEquals(TableLayout.TimeUnit.MILLISECONDS, TableLayout.guess("speaker,text,start\nA,x,0\nB,y,4200\nA,z,9100\n").orElseThrow().unit());
        assertTrue(TableLayout.guess("call_id,outcome\na,won\n").isEmpty());
        assertTrue(TableLayout.guess("name,notes,status,message\nAnn,x,won,y\n").isEmpty(), "what came of calls is no table of turns");
    }

    @Test
    void clocksOnTheWallAndDatesCountFromTheFirst() {
        assertEquals(List.of("A|0|null|x", "B|62000|null|y"), Read.text(folder, "a.csv", "speaker,text,time\nA,x,14:03:20\nB,y,14:04:22\n").turns());
        Read dated = Read.text(folder, "b.csv", "speaker,text,timestamp\nA,x,2026-03-09T09:00:00Z\nB,y,2026-03-09T09:00:01.500Z\n");
        assertEquals(List.of("A|0|null|x", "B|1500|null|y"), dated.turns());
        assertEquals("2026-03-09T09:00:00Z", String.valueOf(dated.only().call().startedAt()));
    }

    @Test
    void timesMayHaveAllTheDigitsThatAProgramPrints() {
        assertEquals(List.of("A|419|12380|Is it dry?", "B|12380|13020|It is."),
                Read.text(folder, "a.csv", "speaker,start,end,text\nA,0.41899999999999998,12.379999999999999,Is it dry?\nB,12.379999999999999,13.02,It is.\n").turns());
    }

    @Test
    void aTableThatIsCutOffIsRefusedWhole() throws IOException {
        byte[] whole = Files.readAllBytes(Read.FIXTURES.resolve("csv_turns_bom.csv"));
        String text = new String(whole, StandardCharsets.UTF_8);
        assertTrue(Read.text(folder, "a.csv", text.substring(0, text.indexOf("Yes, please") + 3)).refusal().contains("cut off"));
        assertTrue(Read.text(folder, "b.csv", text.substring(0, text.indexOf("c-10,2") + 6)).refusal().contains("cut off"));
    }

    @Test
    void aCallARowWithTheWholeTalkInOneCell() {
        Read read = Read.text(folder, "cells.csv", "call_id,transcript,agent_score\nc-1,\"Agent: Is it on?\nCaller: It is.\nAgent: Good.\",4\n"
                + "c-2,\"Agent: Who is it?\nCaller: Bo.\",5\nc-3,nobody answered,1\nc-4,\"Agent: Hello?\nCaller: Yes?\",2\n"
                        + "c-5,\"Agent: Hello?\nCaller: Bye.\",2\n");
        assertEquals(List.of("c-1", "c-2", "c-4", "c-5"), read.calls().stream().map(call -> call.call().title()).toList());
        assertEquals(List.of("Agent|null|null|Is it on?", "Caller|null|null|It is.", "Agent|null|null|Good."),
                read.calls().getFirst().call().turns().stream().map(Read::shown).toList());
        assertEquals(List.of(7), read.failed().stream().map(ImportReport.Failed::line).toList());
    }

    @Test
    void aTurnARowWithTheNameBeforeTheWords() {
        assertEquals(List.of("Ann Lee|5000|null|Is it on, Bo?", "Bo|7500|null|It is.", "Ann Lee|11000|null|Good: at last."),
                Read.text(folder, "names.csv", "nr,time,text\n1,0:05,\"Ann Lee: Is it on, Bo?\"\n2,0:07.5,Bo: It is.\n"
                        + "3,0:11,Ann Lee: Good: at last.\n").turns());
        assertTrue(Read.text(folder, "prose.txt", "Notes of May, by Ann\nAnn: We met, and it rained.\nBo: It did, at first.\n"
                + "Ann: Then, at last, it stopped.\n").turns()
                .contains("Bo|null|null|It did, at first."), "commas make no table");
    }

    @Test
    void ofATableOfTalksOrNamesThatIsCutOffNothingComesIn() {
        String names = "nr,call,text\n1,c,Ann: Is it on?\n2,c,Bo: It is.\n3,c,Ann: Good.\n4,c,Bo: At last.\n";
        Read cut = Read.text(folder, "cut.csv", names.substring(0, names.indexOf(",Bo: At")));
        assertTrue(cut.refusal().contains("cut off"), cut.refusal());
        Read within = Read.text(folder, "within.csv", names.substring(0, names.length() - 6));
        assertTrue(within.only().warnings().contains(DecodedText.ENDS_WITHIN_A_LINE), within.only().warnings().toString());
        String talks = "call_id,talk\n1,\"Agent: Is it on?\nCaller: It is.\"\n2,\"Agent: And now?\nCaller: It is, still.\"\n"
                + "3,\"Agent: Good.\nCaller: Bye.\"\n";
        assertEquals(3, Read.text(folder, "talks.csv", talks).calls().size());
        assertTrue(Read.text(folder, "cut talks.csv", talks.substring(0, talks.length() - 4)).refusal().contains("cut off"));
    }

    @Test
    void aTableWithoutHeadings() {
        String rows = "\"0:00\",\"0:15\",\"Ann\",\"Is it on, Bo?\"\n\"0:15\",\"0:40\",\"Bo\",\"It is on since May.\"\n"
                + "\"0:40\",\"1:00\",\"Ann\",\"Then all is well.\"\n\"1:00\",\"1:30\",\"Bo\",\"It is, and has been.\"\n";
        List<String> turns = List.of("Ann|0|15000|Is it on, Bo?", "Bo|15000|40000|It is on since May.", "Ann|40000|60000|Then all is well.",
                "Bo|60000|90000|It is, and has been.");
        assertEquals(turns, Read.text(folder, "rows.csv", rows).turns());
        assertEquals(turns, Read.text(folder, "below.csv", "//talk 1\n\n" + rows).turns());
        assertTrue(Read.text(folder, "deals.csv", "Ann,won,Big pump for the harbour\nBo,lost,Small pump for the lake\n"
                + "Ann,won,Pump for the mill pond\nBo,won,Hose for the harbour\n")
                .calls().isEmpty(), "no sentences");
    }

    @Test
    void aMarkdownTableBelowATitleIsATalkIfItSaysWhoAndWhen() {
        String rows = """
                | :--- | :--- | :--- |
                | 12:08:32 | **Asker** | Is it on? |
                | 12:09:02 | **Asker** | Since when? |
                | 12:09:05 | **Asker** | **Who** has the key? |

                *End of page*
                """;
        Read read = Read.text(folder, "log.md", "# A talk about pumps\n\n*Written down at noon*\n\n| Timestamp | Role | Transcript |\n" + rows + more(10));
        assertEquals(1, read.only().call().turns().size());
        assertTrue(read.turns().getFirst().startsWith("Asker|0|null|Is it on? Since when? **Who** has the key? So."), read.turns().toString());
        assertTrue(Read.text(folder, "notes.md", "# Parts\n\n| Name | Author | Message |\n" + rows + more(10)).calls().isEmpty(), "no time");
        String prose = "It was said.\n\n".repeat(10);
        assertTrue(Read.text(folder, "story.md", "# Talk\n\n| Timestamp | Role | Transcript |\n" + rows + prose).calls().isEmpty(), "prose");
    }

    private static String more(int rows) {
        return "| 12:10:00 | **Asker** | So. |\n".repeat(rows);
    }
}
