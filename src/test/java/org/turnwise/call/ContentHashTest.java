package org.turnwise.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final String LETTERS = "aÉe\u0301 \t\n\u000B\f\r\u00A0\u2003\u0085ß.İ\uD83D\uDE00";

    /** Hashes that are stored must stay what they are, so this is the rule they were made by. */
    @Test
    void foldsAsTheRuleSays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            String rule = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
            assertEquals(rule, ContentHash.folded(text.toString()));
        }
    }
}
