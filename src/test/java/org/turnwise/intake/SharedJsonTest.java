package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;

/** JSON that other people's tools wrote, where it is at hand. The figures were counted from the files by a script of their own. */
class SharedJsonTest {

    private static final Path TRANSCRIPTS = Read.SHARED.resolve("transcripts");

    @BeforeEach
    void atHand() {
        assumeTrue(Files.isDirectory(TRANSCRIPTS), "no ../shared/transcripts here");
    }

    private static void holds(String file, Set<String> speakers, int turns, int words, List<Long> times) {
        Call call = Read.of(TRANSCRIPTS.resolve(file)).only().call();
        assertEquals(speakers, call.participants().stream().map(Participant::key).collect(Collectors.toSet()), file);
        assertEquals(turns, call.turns().size(), file);
        assertEquals(words, call.turns().stream().mapToInt(turn -> turn.text().split("\\s+").length).sum(), file);
        if (!times.isEmpty()) {
            Turn first = call.turns().getFirst();
            Turn last = call.turns().getLast();
            assertEquals(times, List.of(first.startMs(), first.endMs(), last.startMs(), last.endMs()), file);
        } else {
            assertTrue(call.turns().stream().allMatch(turn -> turn.startMs() == null), file);
        }
    }

    @Test
    void speakersTurnsWordsAndTimes() {
        holds("assemblyai_utterances.json", Set.of("A"), 1, 60, List.of(170L, 25140L, 170L, 25140L));
        holds("deepgram_speakers.json", Set.of("Speaker 0", "Speaker 1", "Speaker 2"), 8, 226, List.of(3040L, 17280L, 154230L, 163105L));
        holds("aws_call_analytics.json", Set.of("AGENT", "CUSTOMER"), 37, 462, List.of(40L, 5050L, 181940L, 182890L));
        holds("aws_speaker.json", Set.of("spk_0", "spk_1", "spk_2"), 7, 354, List.of(490L, 13750L, 116740L, 141540L));
        holds("azure_conversation.json", Set.of("Agent", "Customer"), 15, 265, List.of());
    }

    @Test
    void whatHoldsNoCallIsRefusedForThat() {
        String refusal = Read.of(TRANSCRIPTS.resolve("SOURCES.json")).refusal();
        assertTrue(refusal.contains("JSON"), refusal);
    }
}
