package org.turnwise.intake.duplicates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.turnwise.call.Call;
import org.turnwise.call.CallId;
import org.turnwise.call.Turn;

/**
 * What was said in a call, in a few hashes: the smallest of those of every three words in a row, whoever said them. Of two calls these tell the share of runs
 * in common (Broder 1997, "On the resemblance and containment of documents": the union's smallest are a fair sample of the union).
 *
 * @param words how many were said
 * @param least rising, without repeats; at most {@value #SIZE}
 */
public record Sketch(CallId call, int words, long[] least) {

    static final int SIZE = 160;
    private static final int RUN = 3;

    public static Sketch of(Call call) {
        List<String> words = words(call);
        long[] hashes = new long[Math.max(0, words.size() - RUN + 1)];
        for (int i = 0; i < hashes.length; i++) {
            hashes[i] = hash(words.subList(i, i + RUN));
        }
        Arrays.sort(hashes);
        long[] least = new long[Math.min(SIZE, hashes.length)];
        int kept = 0;
        for (int i = 0; i < hashes.length && kept < least.length; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                least[kept++] = hashes[i];
            }
        }
        return new Sketch(call.id(), words.size(), Arrays.copyOf(least, kept));
    }

    /** In order, without case and signs. */
    static List<String> words(Call call) {
        List<String> words = new ArrayList<>();
        for (Turn turn : call.turns()) {
            words.addAll(words(turn.text()));
        }
        return words;
    }

    static List<String> words(String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace("’", "").replace("'", "");
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < folded.length(); ) {
            int c = folded.codePointAt(i);
            if (!isOfWord(c)) {
                if (from < i) {
                    words.add(folded.substring(from, i));
                }
                from = i + Character.charCount(c);
            }
            i += Character.charCount(c);
        }
        if (from < folded.length()) {
            words.add(folded.substring(from));
        }
        return words;
    }

    private static boolean isOfWord(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.DECIMAL_DIGIT_NUMBER || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    /** 64 bits: FNV-1a over the letters, then mixed as SplitMix64 does so that small values are no likelier. */
    private static long hash(List<String> run) {
        long hash = 0xcbf29ce484222325L;
        for (String word : run) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }

    /** The share of runs of either that both have, 0 to 1; exact while both have fewer runs than a sketch holds, else within about 0.04. */
    public double likeness(Sketch other) {
        int i = 0;
        int j = 0;
        int seen = 0;
        int both = 0;
        while (seen < SIZE && (i < least.length || j < other.least.length)) {
            seen++;
            if (j == other.least.length || i < least.length && least[i] < other.least[j]) {
                i++;
            } else if (i == least.length || other.least[j] < least[i]) {
                j++;
            } else {
                both++;
                i++;
                j++;
            }
        }
        return seen == 0 ? 0 : (double) both / seen;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch sketch && call.equals(sketch.call) && words == sketch.words && Arrays.equals(least, sketch.least);
    }

    @Override
    public int hashCode() {
        return 31 * call.hashCode() + Arrays.hashCode(least);
    }

    @Override
    public String toString() {
        return "sketch of " + call + ", " + words + " words";
    }
}
