package org.turnwise.scoring.member;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.turnwise.call.Side;
import org.turnwise.language.embedding.Embedding;

class VocabularyTest {

    @Test
    void numbersWordsAndPairsOfEachKindAsTheyAreMet() {
        Vocabulary vocabulary = Vocabulary.growing();
        HeardTurn first = hear(vocabulary, Side.REP, "how are you");
        HeardTurn second = hear(vocabulary, Side.CUSTOMER, "you are how you");
        assertEquals(List.of("how", "are", "how are", "you", "are you"), texts(vocabulary, TermKind.WORDS, first));
        assertEquals(List.of("you", "are", "you are", "how", "are how", "you", "how you"), texts(vocabulary, TermKind.WORDS, second));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4}, first.terms(TermKind.REP_WORDS));
        assertArrayEquals(new int[] {3, 1, 5, 0, 6, 3, 7}, second.terms(TermKind.WORDS));
        assertArrayEquals(new int[] {0, 1, 2, 3, 4, 0, 5}, second.terms(TermKind.CUSTOMER_WORDS));
        assertEquals(0, second.terms(TermKind.REP_WORDS).length);
        assertEquals(5, vocabulary.size(TermKind.REP_WORDS));
    }

    @Test
    void spellingIsTheSameWheneverItIsAskedFor() {
        Vocabulary vocabulary = Vocabulary.growing();
        HeardTurn growing = hear(vocabulary, Side.REP, " so  what?\t");
        assertEquals(
                List.of(" s", "so", "o ", " w", "wh", "ha", "at", "t?", "? "), texts(vocabulary, TermKind.REP_SPELLING, growing).subList(0, 9));
        int size = vocabulary.size(TermKind.REP_SPELLING);
        HeardTurn known = hear(vocabulary.stored().open(), Side.REP, "so what?");
        assertArrayEquals(growing.terms(TermKind.REP_SPELLING), known.terms(TermKind.REP_SPELLING));
        assertArrayEquals(known.terms(TermKind.REP_SPELLING), known.terms(TermKind.REP_SPELLING));
        assertEquals(0, known.terms(TermKind.CUSTOMER_SPELLING).length);
        assertEquals(size, vocabulary.size(TermKind.REP_SPELLING));
    }

    @Test
    void keepsItsNumbersWhenStoredAndLeavesOutWhatItDoesNotKnow() {
        Vocabulary vocabulary = Vocabulary.growing();
        HeardTurn before = hear(vocabulary, Side.CUSTOMER, "We paid $20, not 30.");
        Vocabulary opened = vocabulary.stored().open();
        for (TermKind kind : TermKind.values()) {
            assertArrayEquals(before.terms(kind), hear(opened, Side.CUSTOMER, "we PAID $20, not 30.").terms(kind));
        }
        assertEquals(List.of("paid", "not"), texts(opened, TermKind.WORDS, hear(opened, Side.CUSTOMER, "paid nobody not")));
        assertEquals(List.of(), texts(opened, TermKind.REP_WORDS, hear(opened, Side.REP, "we paid")));
        assertEquals(vocabulary.size(TermKind.WORDS), opened.size(TermKind.WORDS));
    }

    @Test
    void tellsAStoredOneThatIsNotWhole() {
        assertTrue(Vocabulary.growing().stored().whole());
        String[][] missing = Vocabulary.growing().stored().terms().clone();
        missing[TermKind.WORDS.ordinal()] = new String[1];
        assertFalse(new Vocabulary.Stored(missing).whole());
        String[][] unlike = Vocabulary.growing().stored().terms().clone();
        unlike[TermKind.REP_SPELLING.ordinal()] = new String[] {"longer"};
        assertFalse(new Vocabulary.Stored(unlike).whole());
    }

    private static HeardTurn hear(Vocabulary vocabulary, Side side, String text) {
        return vocabulary.hear(side, text, Embedding.NONE);
    }

    private static List<String> texts(Vocabulary vocabulary, TermKind kind, HeardTurn turn) {
        return Arrays.stream(turn.terms(kind)).mapToObj(number -> vocabulary.term(kind, number)).toList();
    }
}
