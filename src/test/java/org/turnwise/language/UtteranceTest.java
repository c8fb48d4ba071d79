package org.turnwise.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceTest {

    @Test
    void keepsApostrophesHyphensAndNumbersWhole() {
        assertEquals(
                List.of("we", "don't", "pay", "1,200.50", "for", "follow-up", "o'clock"), Utterance.tokensOf("We DON’T pay $1,200.50 – for follow-up, o'clock!"));
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

    @Test
    void countsExclamationsAndNumbers() {
        Utterance read = Utterance.read("Great!!! Ten seats at 45 dollars! Really!?");
        assertEquals(3, read.exclamations());
        assertEquals(2, read.numbers());
    }
}
