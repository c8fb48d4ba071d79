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

/** What stands before a colon in a text: somebody who speaks, or something said, counted or noted. */
class NamesInTextTest {

    @TempDir
    Path folder;

    private List<String> speakers(String... lines) {
        return read(lines).only().call().turns().stream().map(turn -> turn.speaker()).toList();
    }

    private Read read(String... lines) {
        return Read.text(folder, "talk.txt", String.join("\n", lines) + "\n");
    }

    @Test
    void whoIsNotKnownSpeaksToo() {
        assertEquals(List.of("Unknown", "SPEAKER_00", "SPEAKER_01"), speakers("Unknown: Is it on?", "SPEAKER_00: It is.", "SPEAKER_01: Good."));
    }

    @Test
    void ofPeopleWhoAreCountedOneMaySpeakOnce() {
        assertEquals(List.of("Buyer", "Team mem. 1", "Buyer", "Team mem. 1", "Team mem. 2"),
                speakers("Buyer: Is it on?", "Team mem. 1: It is.", "Buyer: Since when?", "Team mem. 1: Since May.", "Team mem. 2: Since April."));
    }

    @Test
    void thingsThatAreCountedDoNotSpeak() {
        Read read = read("Buyer: What can we do?", "Seller: Two things.", "Option 1: Wait a year.", "Option 2: Begin with one depot.", "Buyer: The second.");
        assertEquals(List.of("Buyer|null|null|What can we do?", "Seller|null|null|Two things. Option 1: Wait a year. Option 2: Begin with one depot.",
                "Buyer|null|null|The second."), read.turns());
    }

    @Test
    void whatIsWrittenBoldAboveATalkInPlainLettersIsNoSpeaker() {
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo"),
                speakers("**Project:** Harbour", "**Voices (guessed):** A is Ann", "", "Ann: Is it on?", "Bo: It is.", "Ann: Since when?", "Bo: Since May."));
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo"),
                speakers("**Ann:** Is it on?", "**Bo:** It is.", "Reminder: bring keys.", "**Ann:** Since when?", "**Bo:** Since May."));
    }

    @Test
    void aNameWithARoleBehindItSpeaksHoweverItIsWritten() {
        assertEquals(List.of("the buyer (Harbour Ltd)", "rep_07", "the buyer (Harbour Ltd)", "rep_07"),
                speakers("the buyer (Harbour Ltd): Front desk.", "rep_07: Is Ann in?", "the buyer (Harbour Ltd): She is out.", "rep_07: Thanks."));
    }

    @Test
    void whereEveryLineIsSomebodysAFirstNameSpeaksThoughItComesOnce() {
        assertEquals(List.of("Ann Lee", "Bo", "Cy Orr", "Di Moss"),
                speakers("Ann Lee: We moved the depot.", "Bo: We did not.", "Cy Orr: We are about to.", "Di Moss: So are we."));
        assertEquals(List.of("Ann Lee", "Cy Orr", "Di Moss"),
                speakers("Ann Lee: We moved the depot.", "Bo: We did not.", "That was last year.", "Cy Orr: We are about to.", "Di Moss: So are we."));
    }

    @Test
    void linesMayBeNumbered() {
        assertEquals(List.of("Agent|null|null|Is it on?", "Caller|null|null|It is.", "Agent|null|null|Good."),
                read("1: Agent: Is it on?", "2: Caller: It is.", "3: Agent: Good.").turns());
    }

    @Test
    void speakersMayBeNumbersIfTheyComeAgain() {
        assertEquals(List.of("1", "2", "1", "2"), speakers("1: Is it on?", "2: It is.", "1: Since when?", "2: Since May."));
        assertTrue(read("We need three things.", "1: a pump", "2: a hose", "3: a key").calls().isEmpty(), "a list");
    }

    @Test
    void inChatsPeopleCallThemselvesWhatTheyLike() {
        assertEquals(List.of("Mum", "\uD83C\uDF35", "Mum"),
                speakers("05/09/2026, 22:40 - Mum: Is it on?", "05/09/2026, 22:41 - \uD83C\uDF35: It is.", "05/09/2026, 22:43 - Mum: Good."));
    }

    @Test
    void timesInBracketsAreNoNames() {
        assertTrue(read("[ 00:00:00.030 -->  00:00:00.824] A SPEAKER_02", "[ 00:00:01.127 -->  00:00:03.034] B SPEAKER_01",
                "[ 00:00:03.912 -->  00:00:05.177] C SPEAKER_02").calls().isEmpty());
    }

    @Test
    void boldTimeAndNameAboveWordsThatHaveTimesToo() {
        assertEquals(List.of("Speaker 1|5000|null|Is it on? We wonder.", "Speaker 2|12000|null|It is."),
                Read.text(folder, "talk.md", "## Transcript\n\n**[00:00:05] Speaker 1**\nIs it on?\n\n[00:00:08] We wonder.\n\n**[00:00:12] Speaker 2**\nIt is.\n")
                        .turns());
    }

    @Test
    void aTimeThatStandsAlikeBeforeEveryLineIsNoPartOfNames() {
        assertEquals(List.of("Ann Lee|3000|null|Is it on?", "Bo Dahl|9000|null|It is.", "Ann Lee|15000|null|Good."),
                read("0:00 Ann Lee  0:03", "", "0:00 Is it on?", "", "0:00 Bo Dahl  0:09", "", "0:00 It is.", "", "0:00 Ann Lee  0:15", "", "0:00 Good.").turns());
    }

    @Test
    void whereEveryLineBeginsWithATimeAndANameWhoSpeaksOnceIsNamedToo() {
        assertEquals(List.of("Therapist|1000|null|Is it on?", "Client|3000|null|It is."),
                read("[00:00:01] Therapist: Is it on?", "[00:00:03] Client: It is.").turns());
        assertEquals(List.of("Ann|1000|null|Is it on?", "Bo|5000|null|It is."), read("[00:00:01] Ann: Is it on?", "00:00:05 Bo: It is.").turns());
        assertEquals(List.of("Speaker 1|3000|null|It is on. It was off."), read("[00:00:03] Speaker 1: It is on.", "[00:10:05] Speaker 1: It was off.").turns());
        assertTrue(read("[00:00:01] Is it on?", "[00:00:03] It is.", "[00:00:05] Reminder: bring keys.").calls().isEmpty());
    }

    @Test
    void aTalkMayStandOnOneLine() {
        assertEquals(List.of("Agent|null|null|Is it on? We wonder.", "Caller|null|null|It is. Note: since May.", "Agent|null|null|Good.", "Caller|null|null|Yes."),
                read("Agent: Is it on? We wonder. Caller: It is. Note: since May. Agent: Good. Caller: Yes.").turns());
        assertTrue(read("We met in May. Ann: keys. Bo: a hose. It rained.").calls().isEmpty());
    }

    @Test
    void whatTellsOfTheCallAboveItIsNoTurn() {
        Read read = read("Meeting: Pumps, part two", "Date: 4 May", "Client: Ann Lee, Lee & Sons", "Sales Representative: Bo Dahl", "",
                "Bo: Is it on?", "Ann: It is.", "Bo: Good.", "Decision: keep the pump", "Ann: Fine.");
        assertEquals(List.of("Bo|null|null|Is it on?", "Ann|null|null|It is.", "Bo|null|null|Good. Decision: keep the pump", "Ann|null|null|Fine."), read.turns());
        assertTrue(read.only().warnings().contains("4 lines before the first speaker were left out."), read.only().warnings().toString());
        assertEquals(List.of("Client", "Rep", "Client"), speakers("Date: 4 May", "Client: Is it on?", "", "Rep: It is.", "", "Client: Good."), "a turn beside the date");
    }

    @Test
    void withoutABlankLineTheTalkBeginsBelowTheLastThatTellsOfIt() {
        assertEquals(List.of("Agent (AG)", "Caller (CA)", "Agent (AG)", "Caller (CA)", "Agent (AG)", "Caller (CA)"),
                speakers("Date: 4 May", "Call ID: 1001", "Agent ID: 20", "Time: 10 AM", "Agent (AG): Is it on?", "Caller (CA): It is.", "AG: Good.", "CA: Yes.", "AG: When?", "CA: Now."));
    }

    @Test
    void aNameInItalicsSpeaksUntilTheNext() {
        assertEquals(List.of("Ann Lee|null|null|Is it on? I hear nothing.", "Bo|null|null|It is.", "Ann Lee|null|null|Good.", "Bo|null|null|Quite."),
                read("# Pumps", "", "*Ann Lee*", "", "Is it on?", "", "I hear nothing.", "", "*Bo*", "", "It is.", "", "*Ann Lee*", "", "Good.", "", "*Bo*", "", "Quite.")
                        .turns());
        assertTrue(read("*Scope*", "", "Pumps.", "", "*Price*", "", "Low.", "", "*Risk*", "", "None.", "", "*Next*", "", "Go.").calls().isEmpty(), "headings");
    }

    @Test
    void namesMayHaveSeveralInitials() {
        assertEquals(List.of("Ann F. S. da Lima", "Bo"), speakers("0:05 - Ann F. S. da Lima", "  Is it on?", "", "0:09 - Bo", "  It is."));
    }

    @Test
    void timesWithoutNamesAreRefusedForThat() {
        for (String form : List.of("%s", "[%s]", "[%s-0:59]")) {
            Read read = read(form.formatted("0:01") + " is it on", form.formatted("0:02") + " it is", form.formatted("0:03") + " good");
            assertTrue(read.refusal().contains("no speakers that can be told"), form + ": " + read.refusal());
        }
    }

    @Test
    void behindTimesNumbersSpeakThoughOneSpeaksOnce() {
        assertEquals(List.of("1|5000|null|Is it on?", "2|8000|null|It is.", "1|9000|null|Good.", "3|12000|null|Quite."),
                read("[00:00:05] 1:", "Is it on?", "", "[00:00:08] 2:", "It is.", "", "[00:00:09] 1:", "Good.", "", "[00:00:12] 3:", "Quite.").turns());
    }

    @Test
    void aListAboveATalkSaysWhoTakesPart() {
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("Those present:", "- Ann: buyer of pumps", "- Bo: seller", "", "Ann: Is it on?",
                "Bo: It is.", "Ann: Good."));
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("- Ann: Is it on?", "- Bo: It is.", "- Ann: Good."), "a talk that is a list");
    }

    @Test
    void whatStandsAboveABreakAndOnceIsNoTurn() {
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo"), speakers("# Pumps", "**Status:** ready for use", "**Use Case:** a case study", "", "---", "",
                "## Talk", "",
                "**Ann:** Is it on?", "**Bo:** It is.", "**Ann:** Good.", "**Bo:** Quite."));
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("Talk", "", "Project Name: Harbour", "Participants:", "", "Ann (buyer)", "Bo (seller)", "",
                "Ann: Is it on?", "Bo: It is.", "Ann: Good."));
        assertEquals(List.of("Cy Host", "Ann", "Bo", "Ann"), speakers("Cy Host: Welcome to you all.", "", "---", "", "Ann: Is it on?", "Bo: It is.",
                "Ann: Good."),
                "a sentence is said");
    }

    @Test
    void belowTheLineThatEndsATalkNobodySpeaks() {
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is.", "Ann|null|null|Good."),
                read("Ann: Is it on?", "Bo: It is.", "Ann: Good.", "", "[END OF TRANSCRIPT - 2:07 PM]", "", "MEETING NOTES:", "- Length: 7 minutes").turns());
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("Ann: Is it on?", "Bo: It is.", "End of call", "Ann: Not yet."), "somebody goes on");
    }

    @Test
    void theSurnameAloneIsWhoeverWasNamedInFull() {
        assertEquals(List.of("ANN LEE", "BO DAHL", "ANN LEE", "BO DAHL", "ANN LEE"),
                speakers("ANN LEE, HOST: Is it on?", "BO DAHL: It is.", "LEE: Since when?", "BO DAHL: Since May.", "LEE: Good."));
        assertEquals(List.of("ANN LEE, HOST", "CY LEE, BUYER", "LEE"),
                speakers("ANN LEE, HOST: Is it on?", "CY LEE, BUYER: It is.", "LEE: Since when?", "Reminder", "LEE: Since May."), "two of one name");
    }

    @Test
    void machinesPutLabelsInRoundBracketsAndNoColon() {
        assertEquals(List.of("speaker 0|null|null|Is it on? We wonder.", "speaker 1|null|null|It is.", "Unknown speaker|null|null|Hm.",
                "speaker 0|null|null|Good."),
                read("(speaker 0) Is it on?", "(speaker 0) We wonder.", "(speaker 1) It is.", "(speaker ?) Hm.", "(speaker 0) Good.").turns());
        assertTrue(read("(laughs) Is it on?", "(laughs) It is.", "(sighs) Good.").calls().isEmpty(), "no labels");
    }

    @Test
    void aLabelInBracketsIsASureSignThoughOnlyOneVoiceWasHeard() {
        assertEquals(List.of("SPEAKER_00|null|null|Is it on? It is."), Read.text(folder, "one.txt", "[SPEAKER_00]: Is it on? It is.").turns());
        assertEquals(List.of("speaker 0|null|null|Is it on? It is."), read("(speaker 0) Is it on?", "(speaker 0) It is.").turns());
        assertTrue(read("Labels look so:", "", "[SPEAKER_00]: words", "", "They stand before words.", "", "What is behind them was said.").calls().isEmpty(),
                "told of labels");
    }

    @Test
    void secondsInBracketsAreTimesIfTheyRise() {
        assertEquals(List.of("speaker 1|0|null|Is it on? We wonder.", "speaker 2|10920|null|It is.", "speaker 1|70000|null|Good."),
                read("[0.0] speaker 1: Is it on?", "[2.44] speaker 1: We wonder.", "[10.92] speaker 2: It is.", "[70.0] speaker 1: Good.").turns());
        assertEquals(List.of("Ann|3000|null|Is it on?", "Bo|12500|null|It is."), read("(3s) Ann: Is it on?", "(12.5s) Bo: It is.").turns());
        assertTrue(read("[2.44] Ann: Is it on?", "[1.10] Bo: It is.", "[3.5] Ann: Good.").calls().stream().flatMap(call -> call.call().turns().stream())
                .allMatch(turn -> turn.startMs() == null), "numbers of something else");
    }

    @Test
    void rangesOfSecondsMayBePadded() {
        assertEquals(List.of("SPEAKER_00|30|2060|is it on", "SPEAKER_01|11070|12590|it is", "SPEAKER_00|98190|100660|good"),
                read("[  0.03s -   2.06s] SPEAKER_00: is it on", "[ 11.07s -  12.59s] SPEAKER_01: it is", "[ 98.19s - 100.66s] SPEAKER_00: good").turns());
    }

    @Test
    void headingsMaySayTheMomentInBrackets() {
        Read read = Read.text(folder, "talk.md", """
                ---
                kind: talk
                ---

                ### You (2026-03-14T23:59:58.543Z)

                Is it on?

                ### Guest (2026-03-15T00:00:02.040Z)

                It is.
                """);
        assertEquals(List.of("You|0|null|Is it on?", "Guest|3497|null|It is."), read.turns());
        assertEquals(Instant.parse("2026-03-14T23:59:58.543Z"), read.only().call().startedAt());
    }

    @Test
    void onOneLineNamesMayStandWithoutSpace() {
        assertEquals(List.of("Agent|null|null|Is it on?", "Caller|null|null|It is.", "Agent|null|null|Since when?", "Caller|null|null|Since May."),
                read("Agent:Is it on?Caller:It is.Agent:Since when?Caller:Since May.").turns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Agent: Is it on? Customer: It is. Agent: Good.", "agent: Is it on?; customer: It is.; agent: Good.",
            "agent: Is it on? | customer: It is. | agent: Good. |", "Agent: Is it on? customer: It is. Agent: Good."})
    void onOneLineRolesSpeakWhereverTheyStand(String line) {
        assertEquals(List.of("Is it on?", "It is.", "Good."), read(line).only().call().turns().stream().map(turn -> turn.text()).toList());
        assertEquals(2, read(line).only().call().participants().size());
    }

    @Test
    void onOneLineNamesMayComeBehindSeparators() {
        assertEquals(List.of("ann", "bo", "ann", "bo"), speakers("ann: Is it on; bo: It is; ann: Good; bo: Quite"));
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is; we think.", "Ann|null|null|Good.", "Bo|null|null|Quite."),
                read("Ann: Is it on? Bo: It is; we think. Ann: Good. Bo: Quite.").turns());
        assertTrue(read("Agent: Is it on it is good").calls().isEmpty(), "nobody answers");
    }
}
