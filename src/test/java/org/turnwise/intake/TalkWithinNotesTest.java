package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks that stand within notes: what tells of them, above and below, was not said. */
class TalkWithinNotesTest {

    @TempDir
    Path folder;

    private Read read(String... lines) {
        return Read.text(folder, "talk.md", String.join("\n", lines) + "\n");
    }

    private static String ended(String heading) {
        return "The transcript ends at \"" + heading + "\"; what stands below it was left out.";
    }

    private List<String> speakers(String... lines) {
        return read(lines).only().call().turns().stream().map(turn -> turn.speaker()).toList();
    }

    @Test
    void whatCameOfATalkIsToldBelowIt() {
        Read read = read("Ann: Is it on?", "Bo: It is.", "Ann: Good.", "", "Action Items:", "1. Bo to write to the works", "2. Ann: ask for a key", "",
                "Next Meeting:", "Date: 4 May", "Place: the depot");
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is.", "Ann|null|null|Good."), read.turns());
        assertTrue(read.only().warnings().contains(ended("Action Items:")), read.only().warnings().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Key takeaways", "**Summary**", "**Call Summary:**", "=== NOTES ===", "Decisions (2):", "Nächste Schritte:", "## Résumé",
            "Próximos pasos:", "Prossimi passi:", "Resumo:", "## Actiepunten", "【決定事項】", "## 요약", "下一步：", "[END - 14:45]", "**END**"})
    void aHeadingBelowTheTalkEndsIt(String heading) {
        Read read = read("Ann: Is it on?", "Bo: It is.", "Ann: Good.", "", heading, "- Pumps: are on", "", "They will write.");
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is.", "Ann|null|null|Good."), read.turns());
        assertTrue(read.only().warnings().contains(ended(heading)), read.only().warnings().toString());
    }

    @Test
    void aTalkThatGoesOnIsNotOver() {
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is. Summary: It is on.", "Ann|null|null|Good."),
                read("Ann: Is it on?", "Bo: It is.", "Summary:", "It is on.", "Ann: Good.").turns());
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is.", "Ann|null|null|And?", "Bo|null|null|In short. Summary: all pumps are on."),
                read("Ann: Is it on?", "Bo: It is.", "Ann: And?", "Bo: In short.", "Summary:", "all pumps are on.").turns(), "the last one's own words");
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo"), speakers("- Ann: Is it on?", "- Bo: It is.", "", "## Next steps", "- Ann: I will write.",
                "- Bo: Good."), "a talk that is a list");
        assertEquals(List.of("Ann", "Bo", "Cy", "Bo"), speakers("Ann: Is it on?", "Bo: It is.", "", "## Decisions", "Cy: We keep it.", "Bo: Good.", "",
                "## Notes", "- Cy: buys a key"), "over later");
        assertEquals(List.of("Ann|null|null|Is it on?", "Bo|null|null|It is. The next steps", "Ann|null|null|Good.", "Bo|null|null|We took no notes"),
                read("Ann: Is it on?", "Bo: It is. The", "next steps", "Ann: Good.", "Bo: We took no", "notes").turns(), "words on two lines");
    }

    @ParameterizedTest
    @CsvSource({"Participants:,Transcript:", "## Attendees,## 🎙 Transcript", "Teilnehmer:,Gespräch:", "Participants :,Échange :",
            "Asistentes:,Conversación:", "Partecipanti:,Trascrizione:", "Participantes:,Transcrição:", "Aanwezigen:,Gesprek:", "参加者：,文字起こし：", "참석자:,회의록:",
            "参会人员：,会议记录："})
    void aListUnderAHeadingSaysWhoTakesPart(String people, String talk) {
        Read read = read("Plan For The Year: pumps at \"Tidewell\"", "", people, "Ann Lee (AL): head of buying", "Bo Dahl (BD): pumps", "", talk,
                "AL: Is it on?", "", "BD: It is.", "", "AL: Good.", "", "BD: Quite.");
        assertEquals(List.of("AL|null|null|Is it on?", "BD|null|null|It is.", "AL|null|null|Good.", "BD|null|null|Quite."), read.turns());
    }

    @Test
    void whoeverTakesPartAndSpeaksDoesSoBelow() {
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("Participants:", "Ann: buyer of pumps", "Bo: seller", "", "Ann: Is it on?", "", "Bo: It is.", "",
                "Ann: Good."));
        assertEquals(List.of("Ann", "Bo", "Ann"), speakers("Speakers:", "Ann: Is it on?", "", "Bo: It is.", "", "Ann: Good."), "no list, but the talk");
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo"), speakers("Ann: Is it on?", "Bo: It is.", "## Conversation", "Ann: Good.", "Bo: Quite."),
                "they speak above too");
    }

    @Test
    void whereNamesAreBoldNotEvenARoleSpeaksAboveThem() {
        assertEquals(List.of("Ann", "Bo", "Ann", "Bo", "Ann"),
                speakers("A call about pumps", "Buyer: Head of Pricing", "", "**Ann:** Is it on?", "**[02:00] Bo:** It is.", "**Ann:** Good.",
                        "**[02:30] Bo:** Quite.", "**Ann:** Bye."));
        assertEquals(List.of("Buyer", "Ann", "Buyer", "Ann"), speakers("Buyer: Is it on?", "Ann: It is.", "Buyer: Good.", "**Ann:** Quite."), "few are bold");
    }

    @Test
    void headingsWithTimesHeadSectionsWhereBoldNamesSpeak() {
        assertEquals(List.of("Ann Lee|null|null|Is it on?", "Bo|null|null|It is.", "Ann Lee|null|null|Good.", "Bo|null|null|Quite."),
                read("### How It Began (0:40)", "", "**Ann Lee:** Is it on?", "", "**Bo:** It is.", "", "### Where It Went (01:26)", "",
                        "**Ann Lee:** Good.", "", "**Bo:** Quite.").turns());
        assertEquals(List.of("Ann Lee|40000|null|**Note:** is it on?", "Bo|86000|null|It is."),
                read("### Ann Lee (0:40)", "", "**Note:** is it on?", "", "### Bo (01:26)", "", "It is.").turns(), "they speak themselves");
    }

    @Test
    void aNameAboveWordsMayHaveDetailsAboveIt() {
        String[] talk = {"", "Ann Lee  ", "Is it on?", "", "Bo Dahl  ", "It is.", "", "Ann Lee  ", "Good.", "", "Bo Dahl  ", "Quite."};
        List<String> said = List.of("Ann Lee|null|null|Is it on?", "Bo Dahl|null|null|It is.", "Ann Lee|null|null|Good.", "Bo Dahl|null|null|Quite.");
        assertEquals(said, read("# Pumps\n\n## Talk\n" + String.join("\n", talk)).turns());
        assertTrue(read("# Pumps\n\nThey met.\n\nIt rained.\n" + String.join("\n", talk)).calls().isEmpty(), "prose");
    }

    @Test
    void whatATestWasExpectedToDoIsNoTalk() {
        assertTrue(read("# Test of the form", "", "1. **Action:** Ann presses the key", "   **Expected:** the lamp is on", "   **Actual:** it is", "",
                "2. **Action:** Ann presses it again", "   **Expected:** the lamp is off", "   **Actual:** it is not").calls().isEmpty());
    }
}
