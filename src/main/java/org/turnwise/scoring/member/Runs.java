package org.turnwise.scoring.member;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs of two to four characters as terms, each packed into a number: 16 bits a character, the last one lowest. A text has three a character, so
 * they are never made strings while it is read.
 */
final class Runs {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;

    /** Would be lost in front of a packed run. */
    private static final char NOTHING = '\0';

    private Runs() {}

    /** The text's runs, the shortest first, then in order, with repeats. */
    static long[] of(String text) {
        String spaced = spaced(Words.bounded(text).replace(NOTHING, ' ').strip());
        int most = spaced.length() - SHORTEST + 1;
        long[] runs = new long[most * (LONGEST - SHORTEST + 1)];
        int size = 0;
        for (int length = SHORTEST; length <= LONGEST; length++) {
            for (int from = 0; from + length <= spaced.length(); from++) {
                runs[size++] = packed(spaced, from, length);
            }
        }
        return Arrays.copyOf(runs, size);
    }

    /** With one space wherever there are some, and one before and after. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 2).append(' ');
        boolean between = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = isSpace(character);
            if (!space) {
                spaced.append(character);
            } else if (!between) {
                spaced.append(' ');
            }
            between = space;
        }
        return spaced.append(' ').toString();
    }

    private static boolean isSpace(char character) {
        return switch (character) {
            case ' ', '\t', '\n', '\u000B', '\f', '\r' -> true;
            default -> false;
        };
    }

    private static long packed(String text, int from, int length) {
        long run = 0;
        for (int i = from; i < from + length; i++) {
            run = run << Character.SIZE | text.charAt(i);
        }
        return run;
    }

    /** A run as {@link #of} gives it. */
    static long packed(String run) {
        return packed(run, 0, run.length());
    }

    /** The characters of a run. */
    static String text(long run) {
        StringBuilder text = new StringBuilder(LONGEST);
        for (int shift = (LONGEST - 1) * Character.SIZE; shift >= 0; shift -= Character.SIZE) {
            char character = (char) (run >>> shift);
            if (character != NOTHING) {
                text.append(character);
            }
        }
        return text.toString();
    }

    /** Whether it is the text of a run. */
    static boolean isRun(@Nullable String text) {
        return text != null && text.length() >= SHORTEST && text.length() <= LONGEST && text.indexOf(NOTHING) < 0;
    }
}
