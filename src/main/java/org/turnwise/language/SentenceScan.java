package org.turnwise.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A text's sentences and their words, from one pass over its characters. */
final class SentenceScan {

    /**
     * One sentence.
     *
     * @param tokens its words, lower-cased
     * @param end    the character that ended it, or 0
     */
    record Sentence(List<String> tokens, int end) {}

    private final Points points;
    private final List<Sentence> sentences = new ArrayList<>();
    private List<String> tokens = new ArrayList<>();
    private final StringBuilder token = new StringBuilder();
    private int exclamations;

    SentenceScan(String text) {
        this.points = new Points(text);
        int previous = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isOfToken(c)) {
                token.appendCodePoint(c);
            } else if (c == ' ') {
                endToken();
            } else if (joins(c, previous, i < text.length() ? text.codePointAt(i) : 0)) {
                token.append(c == '’' ? '\'' : (char) c);
            } else {
                punctuate(c, previous, i);
            }
            previous = c;
        }
        endToken();
        if (!tokens.isEmpty()) {
            endSentence(0);
        }
    }

    List<Sentence> sentences() {
        return sentences;
    }

    /** Exclamation marks, a run of them counted once. */
    int exclamations() {
        return exclamations;
    }

    private static boolean isOfToken(int c) {
        return c >= 'a' && c <= 'z' || c > ' ' && (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK);
    }

    /** Apostrophes and hyphens within words, points and commas within numbers, points between initials. */
    private boolean joins(int c, int previous, int next) {
        return switch (c) {
            case '\'', '’', '-' -> Character.isLetterOrDigit(previous) && Character.isLetterOrDigit(next);
            case '.' -> Character.isDigit(previous) && Character.isDigit(next) || isInitial() && Character.isLetter(next);
            case ',', ':' -> Character.isDigit(previous) && Character.isDigit(next);
            default -> false;
        };
    }

    /** Whether the word so far is one letter, or ends in one after a point. */
    private boolean isInitial() {
        int length = token.length();
        return length > 0 && Character.isLetter(token.charAt(length - 1)) && (length == 1 || token.charAt(length - 2) == '.');
    }

    /** @param after where the text goes on */
    private void punctuate(int c, int previous, int after) {
        boolean ends = endsSentence(c) && !endsSentence(previous) && (c != '.' || token.isEmpty() || points.endsSentence(token, after));
        endToken();
        if (c == '!' && previous != '!') {
            exclamations++;
        }
        if (ends) {
            endSentence(c);
        } else if (c == '?' && endsSentence(previous) && !sentences.isEmpty()) {
            // "really!?" asks
            sentences.set(sentences.size() - 1, new Sentence(sentences.getLast().tokens, '?'));
        }
    }

    private static boolean endsSentence(int c) {
        return switch (c) {
            case '.', '?', '!', '…', '。', '？', '！', '؟', '।' -> true;
            default -> false;
        };
    }

    private void endToken() {
        if (!token.isEmpty()) {
            tokens.add(token.toString().toLowerCase(Locale.ROOT));
            token.setLength(0);
        }
    }

    private void endSentence(int end) {
        sentences.add(new Sentence(tokens, end == '？' || end == '؟' ? '?' : end));
        tokens = new ArrayList<>();
    }
}
