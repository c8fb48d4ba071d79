package org.turnwise.call;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final String ASCII = "aZ \t\n\u000B\f\r\u001C\u0000\u007F.9~@[";
    private static final String LETTERS = ASCII + "aÉe\u0301 \t\n\u000B\f\r\u00A0\u2003\u0085ß.İ\uD83D\uDE00";

    /** Hashes that are stored must stay what they are, so this is the rule they were made by. */
    @Test
    void foldsAsTheRuleSays() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            String letters = i % 2 == 0 ? ASCII : LETTERS;
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String rule = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
            assertArrayEquals(rule.getBytes(StandardCharsets.UTF_8), ContentHash.folded(text.toString()), rule);
        }
    }
}
