package org.turnwise.scoring;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ScorerFileTest {

    private static boolean ran;

    /** Runs code when it is read, which must not happen. */
    static final class Hostile implements Serializable {
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) {
            ran = true;
        }
    }

    @Test
    void letsNothingThroughThatAScorerIsNotMadeOf() throws IOException {
        for (Object hostile : List.of(new Hostile(), new ArrayList<>(List.of(new Hostile())), new PriorityQueue<>(List.of(1)), new Hostile[] {new Hostile()})) {
            assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read(stream(hostile)));
        }
        assertFalse(ran, "the class was read");
        ScorerFile.Unreadable other = assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read(stream(new ArrayList<>())));
        assertTrue(other.getMessage().contains("something other than a scorer"));
    }

    @Test
    void refusesDepthSizeAndRubbish() throws IOException {
        ArrayList<Object> deep = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        byte[] nested = stream(deep);
        byte[] large = stream(new double[2_000_000]);
        assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read(nested));
        assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read(large));
        assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read(new byte[0]));
        assertThrows(ScorerFile.Unreadable.class, () -> Scorer.read("TWSCORER3\nrubbish".getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] stream(Object content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("TWSCORER3\n".getBytes(StandardCharsets.US_ASCII));
        try (ObjectOutputStream out = new ObjectOutputStream(new GZIPOutputStream(bytes))) {
            out.writeObject(content);
        }
        return bytes.toByteArray();
    }
}
