package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Side;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;

/** One talk as the tools of many vendors, and people who copy from their pages, write it: the same words by the same two people at the same times. */
class OneTalkManyToolsTest {

    private static final Path FOLDER = Read.FIXTURES.resolve("talk");

    private record Said(int speaker, long startMs, long endMs, String text) {}

    private static final List<Said> TALK = List.of(
            new Said(0, 1200, 6400, "Thanks for making the time today. How is the loading dock holding up?"),
            new Said(1, 7100, 12850, "Honestly, it's a mess. We lose about two hours a day to it."),
            new Said(0, 13400, 15200, "Two hours: is that every shift?"),
            new Said(1, 15900, 21300, "Every shift. And nobody owns the schedule, so it never gets better."),
            new Said(0, 22000, 30500, "Here's what I'd suggest: we start with one dock, and we measure it for three weeks."),
            new Said(1, 31000, 33700, "That sounds fair. What would it cost?"),
            new Said(0, 34250, 41800, "About four hundred a month for the pilot, and you can stop at any time."),
            new Said(1, 65000, 69900, "Okay. Send me something I can show to our plant manager."));

    /** How exactly a file says when somebody began or ended, and from where it counts. */
    private enum Times {
        NONE, MS, TENTHS, SECONDS,
        /** From the first word on, as moments or a clock on the wall allow it. */
        MS_FROM_FIRST, SECONDS_FROM_FIRST,
        /** Spread over a block, or not said per turn. */
        ANY;

        void check(Long time, long said, long first, String what) {
            switch (this) {
                case NONE -> assertNull(time, what);
                case MS -> assertEquals(said, time, what);
                case TENTHS -> assertTrue(Math.abs(time - said) < 100, what + ": " + time);
                case SECONDS -> assertEquals(said / 1000 * 1000, time, what);
                case MS_FROM_FIRST -> assertEquals(said - first, time, what);
                case SECONDS_FROM_FIRST -> assertEquals(said / 1000 * 1000 - first / 1000 * 1000, time, what);
                case ANY -> assertTrue(time == null || time >= 0, what);
            }
        }
    }

    /** Without the last turn. */
    private static final Set<String> SHORTER = Set.of("date_times.txt", "iso_times.txt");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            FILE | REP | CUSTOMER | STARTS | ENDS | SIDES
            amberscript.json | Dana Whitlow | Piotr Sand | MS | MS | false
            angle_name.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            blockquote.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            brackets_name_nocolon.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            ccai.json | AGENT | CUSTOMER | MS_FROM_FIRST | NONE | true
            clari_copilot.json | Dana Whitlow | Piotr Sand | MS | MS | true
            csv_clock_ampm.csv | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            csv_date.csv | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            csv_duration.csv | Dana Whitlow | Piotr Sand | MS | MS | false
            csv_es.csv | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            csv_fr.csv | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            csv_ms_named.csv | agent | customer | MS | MS | true
            csv_nvivo.tsv | Dana Whitlow | Piotr Sand | MS | MS | false
            csv_reduct.csv | Dana Whitlow | Piotr Sand | MS | MS | false
            csv_salesloft.csv | a1 | a2 | MS | MS | false
            csv_secs_semicolon.csv | Dana Whitlow | Piotr Sand | MS | MS | false
            csv_us_date.csv | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            date_times.txt | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            descript_like.json | Dana Whitlow | Piotr Sand | MS | MS | false
            dialpad.json | Dana Whitlow | Piotr Sand | MS_FROM_FIRST | NONE | false
            dialpad.txt | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            elevenlabs.json | agent | user | SECONDS | NONE | false
            fathom_md.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            fireflies_md.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            fullwidth_colon.txt | 田中 | 王小明 | NONE | NONE | false
            genesys.json | internal | external | MS_FROM_FIRST | MS_FROM_FIRST | true
            gladia.json | Speaker 0 | Speaker 1 | MS | MS | false
            granola.json | microphone | speaker | MS_FROM_FIRST | MS_FROM_FIRST | false
            h2_heads.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            happyscribe.txt | Dana Whitlow | Piotr Sand | TENTHS | NONE | false
            initials.txt | DW | PS | NONE | NONE | false
            intercom.json | Dana Whitlow | Piotr Sand | TENTHS | TENTHS | true
            internal_external.txt | Internal | External | NONE | NONE | true
            iso_times.txt | Dana Whitlow | Piotr Sand | SECONDS_FROM_FIRST | NONE | false
            krisp.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            localized_roles.txt | Verkäufer | Kunde | NONE | NONE | true
            md_table.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            meet_localized.txt | dana whitlow | piotr sand | ANY | ANY | false
            modjo.json | Dana Whitlow | Piotr Sand | MS | MS | false
            name_line_only.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            name_line_time_line.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            name_line_time_line_tight.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            name_then_range.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            nospace_colon.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            openphone.json | +15550001 | +15559999 | MS | MS | false
            outreach_kaia.json | Dana Whitlow | Piotr Sand | MS | MS | false
            premiere.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            premiere_colons.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            pyannote_seconds.txt | SPEAKER_00 | SPEAKER_01 | TENTHS | TENTHS | false
            range_header_lines.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            range_then_name.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            readai.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            resolve.txt | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            rev_old.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            ringsense.json | Dana Whitlow | Piotr Sand | MS | MS | false
            roles_fr.txt | Vendeur | Client | NONE | NONE | true
            salesloft.json | a1 | a2 | MS | MS | false
            salesloft_extensive.json | Dana Whitlow | Piotr Sand | MS | MS | false
            sonix.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            srt_brackets_nocolon.srt | Dana Whitlow | Piotr Sand | MS | MS | false
            srt_html_lines.srt | Dana Whitlow | Piotr Sand | MS | MS | false
            tab_name_first.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            tab_sep.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            teams_copy_web.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            text_in_json.json | Dana Whitlow | Piotr Sand | NONE | NONE | false
            time_line_name_line.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            tldv.json | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            vapi.json | bot | user | ANY | ANY | false
            vapi.txt | AI | User | NONE | NONE | true
            vtt_cjk.vtt | 田中 太郎 | 王小明 | MS | MS | false
            vtt_md_bold.vtt | Dana Whitlow | Piotr Sand | MS | MS | false
            vtt_name_own_line_parens.vtt | Dana Whitlow | Piotr Sand | MS | MS | false
            vtt_webex.vtt | Dana Whitlow | Piotr Sand | MS | MS | false
            whisper_console_colon.txt | Speaker 1 | Speaker 2 | MS | MS | false
            whisper_console_speakers.txt | SPEAKER_00 | SPEAKER_01 | MS | MS | false
            at_range.md | SPEAKER_00 | SPEAKER_01 | SECONDS | SECONDS | false
            bold_line.md | Dana Whitlow | Piotr Sand | NONE | NONE | false
            bold_no_colon.md | Dana Whitlow | Piotr Sand | NONE | NONE | false
            bold_time_line.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            chunks.json | SPEAKER_00 | SPEAKER_01 | MS | MS | false
            dovetail.csv | Dana Whitlow | Piotr Sand | SECONDS | SECONDS | false
            excel_semicolon.csv | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            five9.csv | AGENT | CUSTOMER | MS | MS | true
            gong_flat.json | Dana Whitlow | Piotr Sand | MS | NONE | false
            gong_mcp.json | Speaker 1 | Speaker 2 | MS | MS | false
            h3_range.md | SPEAKER_00 | SPEAKER_01 | SECONDS | SECONDS | false
            mic_arrow.txt | SPEAKER_00 | SPEAKER_01 | SECONDS | SECONDS | false
            name_time_same_line.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            numbered.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            podcast_headings.md | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            sales_head.txt | Dana Whitlow | Piotr Sand | SECONDS | NONE | true
            stage_directions.txt | Dana Whitlow | Piotr Sand | NONE | NONE | false
            timestamps_pair.json | SPEAKER_00 | SPEAKER_01 | MS | MS | false
            transcript_lines.json | Dana Whitlow | Piotr Sand | SECONDS | NONE | false
            two_in_cue.vtt | Dana Whitlow | Piotr Sand | ANY | ANY | false
            role_in_parens.txt | Dana Whitlow (Sales Rep) | Piotr Sand (Prospect) | NONE | NONE | true
            korean.txt | 참석자 1 | 참석자 2 | SECONDS | NONE | false
            text_ranges.json | SPEAKER_00 | SPEAKER_01 | SECONDS | SECONDS | false
            otter_api.json | Dana Whitlow | Piotr Sand | MS | MS | false
            retell.json | agent | user | MS | MS | true
            """)
    void saysTheSame(String file, String rep, String customer, Times starts, Times ends, boolean sides) {
        Call call = Read.of(FOLDER.resolve(file)).only().call();
        saysTheSame(call, List.of(rep, customer), starts, ends);
        assertEquals(SHORTER.contains(file) ? TALK.size() - 1 : TALK.size(), call.turns().size(), "turns");
        if (sides) {
            assertEquals(List.of(Side.REP, Side.CUSTOMER), new SideProposer(List.of()).propose(call).call().participants().stream().map(Participant::side).toList());
        }
    }

    private static void saysTheSame(Call call, List<String> people, Times starts, Times ends) {
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < call.turns().size(); i++) {
            Turn turn = call.turns().get(i);
            Said said = TALK.get(Math.min(i, TALK.size() - 1));
            expected.add(people.get(said.speaker()) + ": " + said.text());
            found.add(turn.speaker() + ": " + turn.text());
            starts.check(turn.startMs(), said.startMs(), TALK.getFirst().startMs(), "start of " + turn);
            ends.check(turn.endMs(), said.endMs(), TALK.getFirst().startMs(), "end of " + turn);
        }
        assertEquals(expected, found);
        assertTrue(call.turns().size() >= 7, () -> call.turns().size() + " turns");
    }

    @Test
    void everyFileIsTried() throws Exception {
        String tried = Files.readString(Path.of("src/test/java/org/turnwise/intake/OneTalkManyToolsTest.java"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(List.of(), files.map(file -> file.getFileName().toString()).filter(name -> !tried.contains("            " + name + " |")).toList());
        }
    }

    @Test
    void timesOfWholeSecondsMeasureNoPauses() {
        assertEquals(TimingClass.TURN_START_S, Read.of(FOLDER.resolve("csv_es.csv")).only().call().timing());
        assertEquals(TimingClass.TURN_START_S, Read.of(FOLDER.resolve("tldv.json")).only().call().timing());
        assertEquals(TimingClass.SEGMENT_MS, Read.of(FOLDER.resolve("csv_reduct.csv")).only().call().timing());
    }

    @Test
    void whoDialledInSpeaksUnderTheirNumber(@TempDir Path folder) {
        String cue = "%d\n00:00:0%d.000 --> 00:00:0%d.500\n%s: %s\n\n";
        String cues = "WEBVTT\n\n" + cue.formatted(1, 1, 1, "Dana", "Who is there?") + cue.formatted(2, 2, 2, "14155550100", "Piotr.") + cue.formatted(3, 3, 3, "Dana", "Good.")
                + cue.formatted(4, 4, 4, "14155550100", "Shall we?");
        assertEquals(List.of("Dana", "14155550100", "Dana", "14155550100"),
                Read.text(folder, "zoom.vtt", cues).only().call().turns().stream().map(Turn::speaker).toList());
    }

    @Test
    void signsThatNobodyTypesAreWords(@TempDir Path folder) {
        String text = "Dana Whitlow\n0:01\nAt any\u001Fy time.\n\nPiotr Sand\n0:05\nAgreed.\n\nDana Whitlow\n0:09\nGood.\n";
        assertEquals(List.of("Dana Whitlow", "Piotr Sand", "Dana Whitlow"), Read.text(folder, "copied.txt", text).only().call().turns().stream().map(Turn::speaker).toList());
    }

    @Test
    void aCellBeyondTheHeadingsIsNoWords(@TempDir Path folder) {
        String table = "Name,Time,Remark\nDana,0:01,We begin now then,more words than any heading announces here\nPiotr,0:04,Yes we do that,and more of it over here\n";
        assertEquals(List.of("Dana|1000|null|We begin now then", "Piotr|4000|null|Yes we do that"), Read.text(folder, "wide.csv", table).turns());
    }

    @Test
    void tablesInDocuments(@TempDir Path folder) throws Exception {
        for (String fixture : List.of("table_with_heads.docx.xml", "table_without_heads.docx.xml")) {
            Call call = Read.bytes(folder, "talk.docx", Docx.ofFixture(fixture)).only().call();
            saysTheSame(call, List.of("Dana Whitlow", "Piotr Sand"), Times.SECONDS, Times.NONE);
        }
    }

    @Test
    void aTableOfOneColumnIsAFrame(@TempDir Path folder) throws Exception {
        String paragraphs = TALK.stream().map(said -> "<w:p><w:r><w:t>" + (said.speaker() == 0 ? "Dana: " : "Piotr: ") + said.text() + "</w:t></w:r></w:p>").reduce("", String::concat);
        String xml = "<w:document xmlns:w=\"urn:w\"><w:body><w:tbl><w:tr><w:tc>" + paragraphs + "</w:tc></w:tr></w:tbl></w:body></w:document>";
        saysTheSame(Read.bytes(folder, "talk.docx", Docx.of(xml)).only().call(), List.of("Dana", "Piotr"), Times.NONE, Times.NONE);
    }

    @Test
    void manyCallsEachWithItsTranscriptAsOneText(@TempDir Path folder) {
        String line = "{\"id\":%d,\"transcript\":\"Agent: Is the dock free at %d?\\nCustomer: From %d on.\\n\"}\n";
        Read read = Read.text(folder, "calls.jsonl", line.formatted(1, 8, 9) + line.formatted(2, 10, 11));
        assertEquals(List.of(), read.failed());
        assertEquals(List.of("Is the dock free at 8?", "Is the dock free at 10?"), read.calls().stream().map(one -> one.call().turns().getFirst().text()).toList());
    }

    @Test
    void whatWasWrittenInTheChatIsRefusedAsThat(@TempDir Path folder) {
        String chat = "09:31:04\t From Dana Whitlow to Everyone: the plan\n09:31:40\t From Piotr Sand to Everyone: got it\n09:32:01\t From Dana Whitlow to Everyone: good\n";
        assertTrue(Read.text(folder, "chat.txt", chat).refusal().contains("chat of a Zoom meeting"));
    }

    @Test
    void strokesThatMarkdownPutsBeforeMarksWereNotSaid(@TempDir Path folder) {
        String meet = "## Dock \\- Transcript\n\n### 00:01:19\n\n**Dana Whitlow:** Around 12\\. Not one\\!\n\n**Piotr Sand:** Good.\n\n### Transcription ended after 00:02:00\n";
        assertEquals("Around 12. Not one!", Read.text(folder, "meet.md", meet).only().call().turns().getFirst().text());
        String plain = "**Dana:** Is it 12\\. or C:\\depot?\n\n**Piotr:** Twelve.\n\n**Dana:** Fine.\n";
        assertEquals("Is it 12. or C:\\depot?", Read.text(folder, "plain.md", plain).only().call().turns().getFirst().text());
    }

    @Test
    void aClockWithHalvesOfTheDayTellsHoursAndMinutes(@TempDir Path folder) {
        Read read = Read.text(folder, "clock.txt", "[11:58 AM] Dana: Still there?\n[12:01 PM] Piotr: Still here.\n[1:05 PM] Dana: Good.\n");
        assertEquals(List.of("Dana|0|null|Still there?", "Piotr|180000|null|Still here.", "Dana|4020000|null|Good."), read.turns());
    }

    @Test
    void midnightPassesOnTheWallWhateverTheDate(@TempDir Path folder) {
        Read read = Read.text(folder, "late.txt", "[3/12/26, 11:59:50 PM] Dana: Still there?\n[3/13/26, 12:00:05 AM] Piotr: Still here.\n[3/13/26, 12:00:09 AM] Dana: Good.\n");
        assertEquals(List.of(0L, 15_000L, 19_000L), read.only().call().turns().stream().map(Turn::startMs).toList());
    }
}
