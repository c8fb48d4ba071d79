package org.turnwise.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.turnwise.call.Call;
import org.turnwise.call.Turn;

/** The same invented talk in each format: all words come in, in order, by who said them, when they said them. */
class JsonWordsTest {

    private static final String[] WORDS = {"valve", "yard", "price?", "Monday.", "euros", "we", "40", "and", "Tidewell", "é", "don't", "so."};

    @TempDir
    Path folder;

    private record Word(int speaker, String text, long startMs, long endMs) {}

    private interface Writing {
        String json(List<Word> words);
    }

    private static List<Word> talk(Random random) {
        List<Word> words = new ArrayList<>();
        long at = random.nextInt(3000);
        int speaker = 0;
        for (int i = 0; i < 3 + random.nextInt(60); i++) {
            speaker = i >= 2 && random.nextInt(5) == 0 ? random.nextInt(3) : speaker;
            long length = 50 + random.nextInt(600);
            words.add(new Word(speaker, WORDS[random.nextInt(WORDS.length)], at, at + length));
            at += length + random.nextInt(1500);
        }
        return words;
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%d.%03d", ms / 1000, ms % 1000);
    }

    private static String joined(List<Word> words, Function<Word, String> each) {
        return words.stream().map(each).collect(Collectors.joining(","));
    }

    private static String deepgram(List<Word> words) {
        return "{\"results\":{\"channels\":[{\"alternatives\":[{\"words\":["
                + joined(words, w -> "{\"word\":\"%s\",\"start\":%s,\"end\":%s,\"speaker\":%d}".formatted(w.text(), seconds(w.startMs()),
                seconds(w.endMs()), w.speaker())) + "]}]}]}}";
    }

    private static String aws(List<Word> words) {
        return "{\"results\":{\"transcripts\":[],\"items\":["
                + joined(words, w -> ("{\"type\":\"pronunciation\",\"start_time\":\"%s\",\"end_time\":\"%s\","
                + "\"speaker_label\":\"Speaker %d\",\"alternatives\":[{\"content\":\"%s\"}]}")
                .formatted(seconds(w.startMs()), seconds(w.endMs()), w.speaker(), w.text())) + "]}}";
    }

    private static String google(List<Word> words) {
        return "{\"results\":[{\"alternatives\":[{\"words\":["
                + joined(words, w -> "{\"word\":\"%s\",\"startTime\":\"%ss\",\"endTime\":\"%ss\",\"speakerLabel\":\"%d\"}"
                .formatted(w.text(), seconds(w.startMs()), seconds(w.endMs()), w.speaker())) + "]}]}]}";
    }

    private static String assemblyAi(List<Word> words) {
        return "{\"status\":\"completed\",\"audio_duration\":9,\"utterances\":null,\"words\":["
                + joined(words, w -> "{\"text\":\"%s\",\"start\":%d,\"end\":%d,\"speaker\":\"Speaker %d\"}".formatted(w.text(), w.startMs(), w.endMs(),
                w.speaker())) + "]}";
    }

    private static String hubSpot(List<Word> words) {
        return "{\"transcriptUtterances\":[" + joined(words, w -> "{\"speaker\":{\"id\":\"%d\"},\"text\":\"%s\",\"startTimeMillis\":%d,\"endTimeMillis\":%d}"
                .formatted(w.speaker(), w.text(), w.startMs(), w.endMs())) + "]}";
    }

    private static String nobodys(List<Word> words) {
        return "[" + joined(words, w -> "{\"speaker\":\"Speaker %d\",\"text\":\"%s\",\"startMs\":%d,\"endMs\":%d}".formatted(w.speaker(), w.text(),
                w.startMs(), w.endMs())) + "]";
    }

    @TestFactory
    List<DynamicTest> wordsInAreWordsOut() {
        return List.of(
                law("deepgram", JsonWordsTest::deepgram), law("aws", JsonWordsTest::aws), law("google", JsonWordsTest::google),
                        law("assemblyai", JsonWordsTest::assemblyAi),
                law("hubspot", JsonWordsTest::hubSpot), law("of no tool", JsonWordsTest::nobodys));
    }

    private DynamicTest law(String name, Writing writing) {
        return DynamicTest.dynamicTest(name, () -> {
            Random random = new Random(name.hashCode());
            for (int i = 0; i < 200; i++) {
                List<Word> words = talk(random);
                check(words, Read.text(folder, "talk.json", writing.json(words)).only().call());
            }
        });
    }

    private static void check(List<Word> words, Call call) {
        List<String> said = new ArrayList<>();
        for (Turn turn : call.turns()) {
            Arrays.stream(turn.text().split(" ", -1)).forEach(word -> said.add(turn.speaker() + ":" + word));
            assertTrue(turn.startMs() != null && turn.endMs() != null && turn.endMs() >= turn.startMs(), turn.toString());
        }
        assertEquals(words.stream().map(word -> "Speaker " + word.speaker() + ":" + word.text()).toList(), said);
        assertEquals(words.getFirst().startMs(), call.turns().getFirst().startMs());
        assertEquals(words.getLast().endMs(), call.turns().getLast().endMs());
    }
}
