package org.turnwise.scoring.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of one text, from one pass over its characters. One use, one thread. */
final class Words {

    /** Bounds what one turn costs; 4,000 words are half an hour of talk. */
    private static final int MOST_CHARACTERS = 20_000;

    /** In place of any amount, besides the amount itself. */
    static final String NUMBER = "#";

    private static final int NOTHING = 0;

    private final String text;
    private final List<String> words;

    private Words(String text) {
        this.text = text;
        words = new ArrayList<>(text.length() / 4 + 2);
    }

    /**
     * Amounts, words and the marks that end a sentence, in order, with repeats: "?" and "$20" tell more than most words. {@link #NUMBER} stands before whatever
     * ends in a digit.
     */
    static List<String> of(String text) {
        Words words = new Words(bounded(text));
        words.read();
        return words.words;
    }

    private void read() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int after = at + Character.charCount(c);
            if (isNumeral(c) || c == '$' && isNumeral(codePoint(after))) {
                at = add(at, endOfAmount(after));
            } else if (isOfWord(c)) {
                at = add(at, endOfWord(after));
            } else {
                at = isMark(c) ? add(at, after) : after;
            }
        }
    }

    private int add(int from, int to) {
        if (Character.isDigit(text.charAt(to - 1))) {
            words.add(NUMBER);
        }
        words.add(text.substring(from, to));
        return to;
    }

    /** Numerals, and points or commas between them. */
    private int endOfAmount(int from) {
        int at = from;
        while (true) {
            int c = codePoint(at);
            if (isNumeral(c)) {
                at += Character.charCount(c);
            } else if ((c == '.' || c == ',') && isNumeral(codePoint(at + 1))) {
                at++;
            } else {
                return at;
            }
        }
    }

    private int endOfWord(int from) {
        int at = from;
        int c = codePoint(at);
        while (isOfWord(c)) {
            at += Character.charCount(c);
            c = codePoint(at);
        }
        return at;
    }

    private int codePoint(int at) {
        return at < text.length() ? text.codePointAt(at) : NOTHING;
    }

    private static boolean isOfWord(int c) {
        return c >= 'a' && c <= 'z' || c == '\'' || c == '’' || c > ' ' && (isLetterOrMark(c) || isNumeral(c));
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c) || switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** Digits, and other signs that stand for a number: "½", "Ⅳ". */
    private static boolean isNumeral(int c) {
        if (c < 0x80) {
            return c >= '0' && c <= '9';
        }
        return switch (Character.getType(c)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isMark(int c) {
        return switch (c) {
            case '?', '!', '.', ',', '$', '€', '£' -> true;
            default -> false;
        };
    }

    /** The beginning of a text that is too long to be read whole, in small letters. */
    static String bounded(String text) {
        return (text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text).toLowerCase(Locale.ROOT);
    }
}
