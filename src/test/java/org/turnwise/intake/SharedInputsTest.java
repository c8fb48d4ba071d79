package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Participant;

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
    void refusals() {
        assertTrue(Read.of(TRANSCRIPTS.resolve("whisper_zenlytic_wrong_ext.txt")).refusal().contains("does not say who speaks"));
        assertTrue(Read.of(TRANSCRIPTS.resolve("otter_ladybug70.txt")).refusal().contains("not read yet"));
    }

    @Test
    void wholeDataSets() {
        assertEquals(820, Read.of(Read.SHARED.resolve("data/persuasionforgood.dev.jsonl.gz")).calls().size());
        assertEquals(1030, Read.of(Read.SHARED.resolve("data/casino.jsonl.gz")).calls().size());
    }
}
