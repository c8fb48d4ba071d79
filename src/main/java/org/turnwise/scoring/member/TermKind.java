package org.turnwise.scoring.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Side;

/** What is counted of a turn's text. */
enum TermKind {
    /** Words and pairs of words, whoever says them. */
    WORDS {
        @Override
        List<String> of(Side side, String text) {
            return wordsAndPairs(text);
        }
    },
    /** Those of the rep. */
    REP_WORDS {
        @Override
        List<String> of(Side side, String text) {
            return side == Side.REP ? wordsAndPairs(text) : List.of();
        }
    },
    /** Those of the customer. */
    CUSTOMER_WORDS {
        @Override
        List<String> of(Side side, String text) {
            return side == Side.CUSTOMER ? wordsAndPairs(text) : List.of();
        }
    },
    /** Runs of two to four characters of the rep's: parts of words, endings, misspellings, punctuation. */
    REP_SPELLING {
        @Override
        List<String> of(Side side, String text) {
            return side == Side.REP ? runs(text) : List.of();
        }
    },
    /** Those of the customer's. */
    CUSTOMER_SPELLING {
        @Override
        List<String> of(Side side, String text) {
            return side == Side.CUSTOMER ? runs(text) : List.of();
        }
    };

    /** Bounds what one turn costs; 4,000 words are half an hour of talk. */
    private static final int MOST_CHARACTERS = 20_000;
    private static final int SHORTEST_RUN = 2;
    private static final int LONGEST_RUN = 4;

    /** Amounts, words and the marks that end a sentence: "?" and "$20" tell more than most words. Possessive, so that nothing is tried twice. */
    private static final Pattern TOKEN = Pattern.compile("\\$?\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{N}\\p{M}'’]++|[?!.,$€£]");

    /** In place of any amount, besides the amount itself. */
    static final String NUMBER = "#";

    /** The text's terms in order, with repeats. */
    abstract List<String> of(Side side, String text);

    private static List<String> wordsAndPairs(String text) {
        List<String> terms = new ArrayList<>();
        String before = null;
        Matcher tokens = TOKEN.matcher(bounded(text));
        while (tokens.find()) {
            String token = tokens.group();
            if (Character.isDigit(token.charAt(token.length() - 1))) {
                before = addWord(terms, before, NUMBER);
            }
            before = addWord(terms, before, token);
        }
        return terms;
    }

    private static String addWord(List<String> terms, @Nullable String before, String word) {
        terms.add(word);
        if (before != null) {
            terms.add(before + ' ' + word);
        }
        return word;
    }

    private static List<String> runs(String text) {
        String spaced = ' ' + bounded(text).strip().replaceAll("\\s+", " ") + ' ';
        List<String> runs = new ArrayList<>(spaced.length() * 3);
        for (int length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
            for (int from = 0; from + length <= spaced.length(); from++) {
                runs.add(spaced.substring(from, from + length));
            }
        }
        return runs;
    }

    private static String bounded(String text) {
        return (text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text).toLowerCase(Locale.ROOT);
    }
}
