package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Participant;
import org.turnwise.call.TimingClass;
import org.turnwise.call.Turn;
import org.turnwise.intake.reading.SpeakerNames;

/** Files that other people wrote, where they are at hand. */
class SharedInputsTest {

    private static final Path TRANSCRIPTS = Read.SHARED.resolve("transcripts");

    @BeforeEach
    void atHand() {
        assumeTrue(Files.isDirectory(TRANSCRIPTS), "no ../shared/transcripts here");
    }

    @Test
    void speakers() {
        Map<String, Set<String>> speakers = new TreeMap<>();
        for (String file : new String[] {"descript_bloat.srt", "descript_managed.vtt", "podcastindex_travis.srt", "voicetag_podcastindex.vtt", "zoom_engager.transcript.vtt"}) {
            Read read = Read.of(TRANSCRIPTS.resolve(file));
            speakers.put(file, read.only().call().participants().stream().map(Participant::key).collect(Collectors.toSet()));
            long last = -1;
            for (var turn : read.only().call().turns()) {
                assertTrue(turn.startMs() != null && turn.endMs() != null && turn.startMs() >= last, file + " " + turn);
                last = turn.startMs();
            }
        }
        assertEquals(
                Map.of(
                        "descript_bloat.srt", Set.of("Michael", "Chelsea"),
                        "descript_managed.vtt", Set.of("Michael", "Nikolay"),
                        "podcastindex_travis.srt", Set.of("Travis", "Sarah", "Gilon"),
                        "voicetag_podcastindex.vtt", Set.of("Sarah", "Gillian"),
                        "zoom_engager.transcript.vtt",
                                Set.of("Conor Healy", "Srijani Ghosh", "Shreeharsh Kelkar", "Dr. Melissa Ko", "Ryan Sloan", "Unknown speaker")),
                speakers);
    }

    @Test
    void whatNamesNobodyAndWhatIsNoTranscript() {
        Read unnamed = Read.of(TRANSCRIPTS.resolve("whisper_zenlytic_wrong_ext.txt"));
        assertEquals(Set.of(SpeakerNames.UNKNOWN), speakersOf(unnamed));
        assertEquals(List.of(SpeakerNames.NOBODY_NAMED), unnamed.only().warnings());
        assertTrue(Read.of(TRANSCRIPTS.resolve("README.md")).refusal().contains("no transcript"));
    }

    /** Counted with other tools: header lines of the file and its first and last turn. */
    @Test
    void otter() throws IOException {
        Read read = Read.of(TRANSCRIPTS.resolve("otter_ladybug70.txt"));
        List<Turn> turns = read.only().call().turns();
        long heads = Files.readAllLines(TRANSCRIPTS.resolve("otter_ladybug70.txt")).stream().filter(line -> line.matches("\\S.*  \\d+:\\d\\d *")).count();
        assertTrue(turns.size() <= heads && turns.size() >= heads * 9 / 10, turns.size() + " turns of " + heads + " heads");
        assertEquals(Set.of("Unknown Speaker", "Sidney", "Kelly", "Ali", "Emma"), speakersOf(read));
        assertEquals("Unknown Speaker|0|null|You've studied your butt off,", Read.shown(turns.getFirst()));
        assertEquals(TimingClass.TURN_START_S, read.only().call().timing());
        assertOrdered(turns);
        assertEquals(words(Files.readString(TRANSCRIPTS.resolve("otter_ladybug70.txt")).replaceAll("(?m)^\\S.*  \\d+:\\d\\d *$", "")
                .replaceAll("Transcribed by https://otter.ai", "")),
                words(turns.stream().map(Turn::text).collect(Collectors.joining(" "))), "words in, words out");
    }

    @Test
    void headingsWithTimes() throws IOException {
        Read read = Read.of(TRANSCRIPTS.resolve("bitcointranscripts.md"));
        List<Turn> turns = read.only().call().turns();
        assertEquals(Set.of("Speaker 0", "Speaker 1", "Speaker 2", "Speaker 3"), speakersOf(read));
        assertEquals(1000L, turns.getFirst().startMs());
        assertOrdered(turns);
        String file = Files.readString(TRANSCRIPTS.resolve("bitcointranscripts.md"));
        String said = file.substring(file.indexOf("Speaker 0:")).replaceAll("(?m)^Speaker \\d: \\d\\d:\\d\\d:\\d\\d$", "").replaceAll("(?m)^## .*$", "");
        assertEquals(words(said), words(turns.stream().map(Turn::text).collect(Collectors.joining(" "))), "words in, words out, but for headings, which nobody says");
    }

    private static Set<String> speakersOf(Read read) {
        return read.only().call().participants().stream().map(Participant::key).collect(Collectors.toSet());
    }

    private static void assertOrdered(List<Turn> turns) {
        long last = -1;
        for (Turn turn : turns) {
            assertTrue(turn.startMs() != null && turn.startMs() >= last, turn.toString());
            last = turn.startMs();
        }
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    @Test
    void wholeDataSets() {
        assertEquals(820, Read.of(Read.SHARED.resolve("data/persuasionforgood.dev.jsonl.gz")).calls().size());
        assertEquals(1030, Read.of(Read.SHARED.resolve("data/casino.jsonl.gz")).calls().size());
    }
}
