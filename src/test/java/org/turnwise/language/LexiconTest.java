package org.turnwise.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LexiconTest {

    private static List<String> lines(Topic topic) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Lexicon.class.getResourceAsStream(topic.resource()), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyLexiconNamesItsSourceAndHasNoEntryTwice(Topic topic) throws IOException {
        List<String> lines = lines(topic);
        assertTrue(lines.getFirst().startsWith("# ") && lines.getFirst().contains("Written for Turnwise"), lines.getFirst());
        Set<String> seen = new HashSet<>();
        assertEquals(List.of(), lines.stream().filter(line -> !seen.add(line)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyEntryIsFoundWhereItIsSaid(Topic topic) throws IOException {
        for (String entry : lines(topic).stream().filter(line -> !line.startsWith("#")).toList()) {
            assertEquals(1, Utterance.read("Well, " + entry + ".").topic(topic), entry);
            assertEquals(1, Utterance.read(entry.toUpperCase(Locale.ROOT)).topic(topic), entry);
        }
    }

    @Test
    void prefersTheLongestPhraseAndCountsItOnce() {
        Utterance read = Utterance.read("We don't have the budget.");
        assertEquals(1, read.topic(Topic.OBJECTION));
        assertEquals(0, read.topic(Topic.PRICE), "the budget was part of the objection");
    }
}
