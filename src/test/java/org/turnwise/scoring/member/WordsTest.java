package org.turnwise.scoring.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    /** What a word is, written down another way. */
    private static final Pattern WORD = Pattern.compile("\\$?\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{N}\\p{M}'’]++|[?!.,$€£]");

    private static final String[] PIECES = {
        "a", "Z", "é", "e\u0301", "ß", "'", "’", "-", " ", "\n", "\u00a0", "1", "20", "½", "Ⅳ", "٣", "𝟗", ".", ",", "?", "!", "$", "€", "£", ":", "日本", "𝒳", "\ud835",
        "\u20dd", "_", "#", "\0", "I'm", "ǅ", "ª"
    };

    @Test
    void areWordsAmountsAndMarksInSmallLettersWithASignBeforeEveryNumber() {
        assertEquals(
                List.of("we", "paid", "#", "$1,200.50", ".", "not", "#", "3", "rd", ",", "don't", "?", "$", "a", "#", "b2", "€"),
                Words.of("We paid $1,200.50. Not 3rd, don't? $A (b2) €"));
        assertEquals(List.of(), Words.of(" -- \n"));
    }

    @Test
    void areThoseThatAPatternFindsInAnyText() {
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 20_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            assertEquals(found(text.toString()), Words.of(text.toString()), text.toString());
        }
    }

    @Test
    void endWhereATextIsTooLongToBeReadWhole() {
        assertEquals(10_000, Words.of("a ".repeat(15_000)).size());
    }

    private static List<String> found(String text) {
        List<String> words = new ArrayList<>();
        for (Matcher found = WORD.matcher(text.toLowerCase(Locale.ROOT)); found.find(); ) {
            String word = found.group();
            if (Character.isDigit(word.charAt(word.length() - 1))) {
                words.add("#");
            }
            words.add(word);
        }
        return words;
    }
}
