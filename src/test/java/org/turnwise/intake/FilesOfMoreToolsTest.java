package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;

/** What the files of further tools show: speakers named elsewhere in the file, or in ways that look like words. */
class FilesOfMoreToolsTest {

    private static final String ASKS = "How many pumps run at night?";
    private static final String ANSWERS = "Two of them.";
    private static final String PLANS = "Then let us plan for two.";

    private static void reads(String fixture, String format, String... turns) {
        Read read = Read.fixture(fixture);
        assertEquals(List.of(turns), read.turns(), fixture);
        assertEquals(format, read.only().call().source().format(), fixture);
    }

    private static List<Side> sides(String fixture) {
        return Read.fixture(fixture).only().call().participants().stream().map(Participant::side).toList();
    }

    @Test
    void zoomsTimelineNamesItsUsers() {
        reads("json/zoom_timeline.json", "zoom-timeline", "Ines Kord|2100|5200|" + ASKS, "Tom Egan|6000|7000|" + ANSWERS, "Unknown speaker|8000|8400|Hello?");
        assertEquals(Instant.parse("2026-03-14T09:00:00Z"), Read.fixture("json/zoom_timeline.json").only().call().startedAt());
    }

    @Test
    void avomaTimesEveryWordAndKnowsWhoSells() {
        reads("json/avoma.json", "avoma", "Ines Kord|2100|null|" + ASKS, "tom@tidewell.test|6000|null|" + ANSWERS, "Speaker 2|8000|null|Hello?");
        assertEquals(List.of(Side.REP, Side.CUSTOMER, Side.OTHER), sides("json/avoma.json"));
    }

    @Test
    void punctuationOfSpeechmaticsIsPartOfTheWordBefore() {
        reads("json/speechmatics.json", "speechmatics", "S1|2100|2600|Two pumps?", "S2|6000|6600|Yes, two.", "Unknown speaker|7000|7200|Hm");
    }

    @Test
    void namesThatStandElsewhereInTheFileAreTakenFromThere() {
        reads("json/people_elsewhere.json", "mapped-json", "Ines Kord|2100|5200|" + ASKS, "Tom Egan|6000|6600|" + ANSWERS, "Ines Kord|7000|8600|" + PLANS);
        assertTrue(Read.fixture("json/people_elsewhere.json").only().warnings().stream().anyMatch(warning -> warning.startsWith("Who \"speakerId\" means")));
    }

    @Test
    void wordsBelowTheirSpeakersHaveTimesInObjects() {
        reads("json/words_of_people.json", "mapped-json", "Ines Kord|2100|2600|Two pumps?", "Tom Egan|6000|6600|Yes, two.");
    }

    @Test
    void millisecondsSince1970AreMoments() {
        Read read = Read.fixture("json/phrases_since_1970.json");
        assertEquals(List.of("internal", "external"), read.only().call().turns().stream().map(turn -> turn.speaker()).toList());
        assertEquals(List.of(0L, 3900L), read.only().call().turns().stream().map(turn -> turn.startMs()).toList());
        assertEquals(Instant.parse("2026-03-14T09:00:02.100Z"), read.only().call().startedAt());
    }

    @Test
    void topicsWithTimesAboveTheTranscriptAreNoTurns() {
        reads("text_time_bar_name.txt", "time-name-text", "Ines|3000|null|" + ASKS + " I ask because of the noise.", "Tom|9000|null|" + ANSWERS, "Ines|15000|null|" + PLANS);
    }

    @Test
    void aClockOfTwelveHoursGoesOnAfterNoon() {
        reads("text_half_day_clock.txt", "text", "Ines Kord|0|null|" + ASKS, "Tom Egan|5000|null|" + ANSWERS, "Ines Kord|3605000|null|" + PLANS);
    }

    @Test
    void whatStandsAboveTheTalkIsNoSpeaker() {
        reads("text_headings_above.md", "text", "Me|null|null|" + ASKS, "Them|null|null|" + ANSWERS, "Me|null|null|" + PLANS, "Them|null|null|Good.");
    }

    @Test
    void aRoleBeforeANameInBracketsSaysTheSide() {
        Call call = new SideProposer(List.of()).propose(Read.fixture("text_role_and_name.txt").only().call()).call();
        assertEquals(List.of(Side.REP, Side.CUSTOMER), call.participants().stream().map(Participant::side).toList());
    }

    @Test
    void namesInRoundBracketsMayStandOnce() {
        reads("srt_round_names.srt", "srt", "Ines Kord|2100|5200|" + ASKS, "Tom Egan|6000|7000|" + ANSWERS, "Ines Kord|8000|9000|Then let us plan for two (at least).");
    }

    @Test
    void telephonesAndTabletsSpeakToo() {
        reads("zoom_devices.vtt", "zoom-vtt", "Ines Kord (she/her) - Northwind|2100|5200|" + ASKS, "Tom's iPhone|6000|7000|" + ANSWERS,
                "+1 555***0100|7000|9000|I am on the phone.", "Ines Kord (she/her) - Northwind|9000|11000|Then let us plan: two, and one to spare.");
    }

    @Test
    void theFirstBlockOfAMeetTranscriptMayHaveNoTime() {
        Read read = Read.fixture("meet_untimed_first.txt");
        assertEquals(List.of(ASKS, ANSWERS, PLANS, "Good."), read.only().call().turns().stream().map(turn -> turn.text()).toList());
        assertEquals(List.of(0L, 300_000L), List.of(read.only().call().turns().get(0).startMs(), read.only().call().turns().get(2).startMs()));
        assertTrue(read.only().call().turns().get(1).startMs() < 300_000);
    }
}
