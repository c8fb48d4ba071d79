package org.turnwise.language.embedding;

import java.text.Normalizer;
import java.util.Map;
import opennlp.tools.tokenize.WordpieceTokenizer;

/**
 * Cuts text into the pieces of words that the model knows, as the model's own tokenizer does (BERT, uncased). Any thread.
 *
 * <p>OpenNLP's tokenizer cuts the words; cleaning the text before is up to its caller.
 */
final class WordPieces {

    private static final String BEGIN = WordpieceTokenizer.BERT_CLS_TOKEN;
    private static final String END = WordpieceTokenizer.BERT_SEP_TOKEN;
    private static final String UNKNOWN = WordpieceTokenizer.BERT_UNK_TOKEN;

    /** Longer words are unknown; the model was made with this limit. */
    private static final int LONGEST_WORD = 100;

    private final Map<String, Integer> vocabulary;
    private final WordpieceTokenizer tokenizer;
    private final int unknown;

    /** @param vocabulary pieces and their numbers */
    WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = vocabulary;
        this.tokenizer = new WordpieceTokenizer(vocabulary.keySet(), LONGEST_WORD);
        this.unknown = number(UNKNOWN);
        if (unknown < 0 || begin() < 0 || end() < 0) {
            throw new IllegalArgumentException("the vocabulary lacks the pieces that every text needs");
        }
    }

    long begin() {
        return number(BEGIN);
    }

    long end() {
        return number(END);
    }

    /** The numbers of the text's pieces, without those that begin and end it. */
    long[] of(String text) {
        String[] pieces = tokenizer.tokenize(clean(text));
        long[] numbers = new long[pieces.length - 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = vocabulary.getOrDefault(pieces[i + 1], unknown);
        }
        return numbers;
    }

    private int number(String piece) {
        return vocabulary.getOrDefault(piece, -1);
    }

    /** Without accents and invisible characters, in small letters, and with spaces round whatever stands for itself. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(c -> {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                clean.append(' ');
            } else if (standsAlone(c)) {
                clean.append(' ').appendCodePoint(c).append(' ');
            } else if (!leftOut(c)) {
                clean.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return clean.toString();
    }

    private static boolean leftOut(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED, Character.NON_SPACING_MARK -> true;
            default -> c == 0xFFFD;
        };
    }

    private static boolean standsAlone(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> true;
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL -> c < 0x80;
            default -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
        };
    }
}
