package org.turnwise.scoring.member;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words and pairs of words as terms. */
final class Words {

    /** Bounds what one turn costs; 4,000 words are half an hour of talk. */
    private static final int MOST_CHARACTERS = 20_000;

    /** Amounts, words and the marks that end a sentence: "?" and "$20" tell more than most words. Possessive, so that nothing is tried twice. */
    private static final Pattern TOKEN = Pattern.compile("\\$?\\p{N}++(?:[.,]\\p{N}++)*+|[\\p{L}\\p{N}\\p{M}'’]++|[?!.,$€£]");

    /** In place of any amount, besides the amount itself. */
    static final String NUMBER = "#";

    private Words() {}

    /** The text's words and pairs in order, with repeats. */
    static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        String before = null;
        Matcher tokens = TOKEN.matcher(bounded(text));
        while (tokens.find()) {
            String token = tokens.group();
            if (Character.isDigit(token.charAt(token.length() - 1))) {
                before = add(terms, before, NUMBER);
            }
            before = add(terms, before, token);
        }
        return terms;
    }

    private static String add(List<String> terms, @Nullable String before, String word) {
        terms.add(word);
        if (before != null) {
            terms.add(before + ' ' + word);
        }
        return word;
    }

    /** The beginning of a text that is too long to be read whole, in small letters. */
    static String bounded(String text) {
        return (text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text).toLowerCase(Locale.ROOT);
    }
}
