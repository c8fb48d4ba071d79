package org.turnwise.language.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EmbeddingTest {

    private static double[] direction(long seed) {
        return new Random(seed).doubles(Embedding.SIZE, -1, 1).toArray();
    }

    @Test
    void losesLittleByRounding() {
        for (int seed = 0; seed < 200; seed++) {
            double[] exact = direction(seed);
            float[] rounded = Embedding.of(exact).values();
            double dot = 0;
            double squares = 0;
            for (int i = 0; i < exact.length; i++) {
                dot += exact[i] * rounded[i];
                squares += exact[i] * exact[i];
            }
            assertTrue(dot / Math.sqrt(squares) > .999);
        }
    }

    @Test
    void dependsOnDirectionAlone() {
        double[] once = direction(1);
        double[] thrice = direction(1);
        for (int i = 0; i < thrice.length; i++) {
            thrice[i] *= 4;
        }
        assertEquals(Embedding.of(once), Embedding.of(thrice));
    }

    @Test
    void comesBackFromItsBytes() {
        Embedding made = Embedding.of(direction(2));
        byte[] bytes = made.bytes();
        Embedding read = Embedding.ofBytes(bytes);
        bytes[0]++;
        assertEquals(made, read);
        assertArrayEquals(made.values(), read.values());
        assertThrows(IllegalArgumentException.class, () -> Embedding.ofBytes(new byte[10]));
    }

    @Test
    void isAlikeToItselfAndOppositeToItsOpposite() {
        double[] opposite = direction(3);
        for (int i = 0; i < opposite.length; i++) {
            opposite[i] = -opposite[i];
        }
        Embedding one = Embedding.of(direction(3));
        assertEquals(1, one.cosine(one), 1e-12);
        assertEquals(-1, one.cosine(Embedding.of(opposite)), .001);
        assertEquals(0, one.cosine(Embedding.of(direction(4))), .2);
        assertEquals(0, one.cosine(Embedding.NONE));
    }
}
