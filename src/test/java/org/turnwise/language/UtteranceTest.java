package org.turnwise.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {

    @Test
    void keepsApostrophesHyphensAndNumbersWhole() {
        assertEquals(
                List.of("we", "don't", "pay", "1,200.50", "for", "follow-up", "o'clock"),
                Utterance.tokensOf("We DON’T pay $1,200.50 – for follow-up, o'clock!"));
        assertEquals(List.of("日本語", "です"), Utterance.tokensOf("日本語。です"));
        assertEquals(List.of(), Utterance.tokensOf("… ?! 🙂"));
    }

    @Test
    void countsQuestionsByMarkWhereSentencesAreMarked() {
        Utterance read = Utterance.read("So what does it cost? And is that per seat? Right? How are you? Fine.");
        assertEquals(2, read.markedQuestions());
        assertEquals(1, read.openQuestions());
        assertTrue(read.punctuated());
        assertEquals(5, read.sentences());
    }

    @Test
    void knowsTheFormOfAQuestionWithoutPunctuation() {
        assertEquals(1, Utterance.read("so how do you handle invoices today").formedQuestions());
        assertEquals(1, Utterance.read("tell me about your team").openQuestions());
        assertEquals(0, Utterance.read("we handle them by hand").formedQuestions());
        assertFalse(Utterance.read("so how do you").punctuated());
    }

    @Test
    void matchesPhrasesLongestFirstAndTurnsNegatedPraiseRound() {
        assertEquals(1, Utterance.read("that is too expensive for us").topic(Topic.OBJECTION));
        assertEquals(1, Utterance.read("we're just not interested").topic(Topic.OBJECTION));
        assertEquals(1, Utterance.read("it is not very useful").topic(Topic.NEGATIVE));
        assertEquals(0, Utterance.read("it is not very useful").topic(Topic.POSITIVE));
        assertEquals(1, Utterance.read("very useful").topic(Topic.POSITIVE));
        assertEquals(0, Utterance.read("I know nothing about nowhere").topic(Topic.NEGATIVE), "parts of words must not match");
    }

    @Test
    void tellsListeningFromTalking() {
        assertTrue(Utterance.read("Yeah, got it.").backchannel());
        assertFalse(Utterance.read("Yeah, got the contract.").backchannel());
        assertFalse(Utterance.read("…").backchannel());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What does Dr. Smith think about it? | 1 | 1 | 1
            what does dr. smith think about it? | 1 | 1 | 1
            Is Mr. Jones in? Yes. | 2 | 1 | 0
            It went up 3.5 percent. Is that fine? | 2 | 1 | 0
            We use tools, e.g. Excel and Word. Do you? | 2 | 1 | 0
            We use tools (e.g., Excel). Why do you ask? | 2 | 1 | 1
            How would you sell it in the U.S. market today? | 1 | 1 | 1
            How is it in the U.S.? | 1 | 1 | 1
            What do you do at 3 p.m. on Friday? | 1 | 1 | 1
            Let's meet at 5 p.m. Does that work? | 2 | 1 | 0
            We work with Acme Inc. They are good. | 2 | 0 | 0
            How would Acme Inc. use that? | 1 | 1 | 1
            How do you compare vs. others? | 1 | 1 | 1
            Why would it cost approx. 5 dollars? | 1 | 1 | 1
            We have desks, chairs, etc. and so on. What else? | 2 | 1 | 1
            How did J. Smith like it? | 1 | 1 | 1
            How is J.P. doing? | 1 | 1 | 1
            Have you seen www.example.com yet? | 1 | 1 | 0
            Great.Thanks for that.What now? | 3 | 1 | 1
            Yes. No. Ok. Sure. Why? | 5 | 1 | 1
            So... what do you think? | 2 | 1 | 1
            thanks. what does it cost | 2 | 0 | 1
            """)
    void tellsShortenedWordsFromEndsOfSentences(String text, int sentences, int marked, int open) {
        Utterance read = Utterance.read(text);
        assertEquals(List.of(sentences, marked, open), List.of(read.sentences(), read.markedQuestions(), read.openQuestions()));
    }

    @Test
    void keepsInitialsWhole() {
        assertEquals(List.of("at", "5", "p.m", "in", "the", "u.s", "e.g", "there"), Utterance.tokensOf("At 5 p.m. in the U.S., e.g. there."));
    }

    @Test
    void countsExclamationsAndNumbers() {
        Utterance read = Utterance.read("Great!!! Ten seats at 45 dollars! Really!?");
        assertEquals(3, read.exclamations());
        assertEquals(2, read.numbers());
    }
}
