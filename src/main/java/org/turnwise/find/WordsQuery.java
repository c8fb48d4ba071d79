package org.turnwise.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * What a person types: words, all of which a turn must have; {@code "words in a row"}; {@code begin*} for words that begin so; a minus before any of these
 * for turns without it.
 */
final class WordsQuery {

    static final String SAID = "said";
    static final String STEM = "stem";

    private static final int LONGEST = 500;
    private static final int MOST_PARTS = 24;
    /** An exact word counts this many times as much as another form of it. */
    private static final float EXACT = 4;
    /** A word or a phrase; a quote without its other half is left to the last alternative. */
    private static final Pattern PART = Pattern.compile("(?<minus>-?)(?:\"(?<phrase>[^\"]*)\"|(?<word>[^\\s\"]+|\"))");

    private WordsQuery() {}

    /**
     * A query for every turn if nothing is typed.
     *
     * @throws NotUnderstood if it can't be read
     */
    static Query of(String typed) {
        if (typed.length() > LONGEST) {
            throw new NotUnderstood("A search has at most " + LONGEST + " characters, and this one has " + typed.length() + ".");
        }
        String plain = typed.replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"").replace('\u2212', '-').strip();
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<Query> wanted = new ArrayList<>();
        int excluded = 0;
        Matcher part = PART.matcher(plain);
        while (part.find()) {
            Query query = part.group("phrase") != null ? phrase(part.group("phrase")) : word(part.group("word"));
            if (part.group("minus").isEmpty()) {
                wanted.add(query);
            } else {
                all.add(query, Occur.MUST_NOT);
                excluded++;
            }
        }
        if (wanted.size() + excluded > MOST_PARTS) {
            throw new NotUnderstood("A search has at most " + MOST_PARTS + " words and phrases, and this one has " + (wanted.size() + excluded) + ".");
        }
        if (wanted.isEmpty()) {
            all.add(new MatchAllDocsQuery(), Occur.MUST);
        }
        wanted.forEach(query -> all.add(query, Occur.MUST));
        return all.build();
    }

    private static Query phrase(String typed) {
        List<String> words = SpokenWords.of(typed);
        if (words.isEmpty()) {
            throw new NotUnderstood("Between the quotes there is no word to find.");
        }
        return words.size() == 1 ? new TermQuery(new Term(SAID, words.getFirst())) : inARow(words);
    }

    private static Query inARow(List<String> words) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        words.forEach(word -> phrase.add(new Term(SAID, word)));
        return phrase.build();
    }

    private static Query word(String typed) {
        if (typed.equals("\"")) {
            throw new NotUnderstood("A quote is open: put another \" behind the last word that belongs together.");
        }
        if (typed.equals("-")) {
            throw new NotUnderstood("A minus stands right before the word that must not be there, as in -price.");
        }
        int star = typed.indexOf('*');
        if (star >= 0) {
            return beginning(typed, star);
        }
        List<String> words = SpokenWords.of(typed);
        if (words.isEmpty()) {
            throw new NotUnderstood("\"" + typed + "\" has no letter or digit to find.");
        }
        if (words.size() > 1) {
            return inARow(words);
        }
        String word = words.getFirst();
        Query exact = new TermQuery(new Term(SAID, word));
        if (!SpokenWords.folded(word).equals(word)) {
            return exact;
        }
        // A turn with the word as it is has its stem as well, so the stem decides and the word only ranks; that is quicker than either of the two.
        Query forms = new TermQuery(new Term(STEM, SpokenWords.stems(typed).getFirst()));
        return new BooleanQuery.Builder().add(forms, Occur.MUST).add(new BoostQuery(exact, EXACT), Occur.SHOULD).build();
    }

    private static Query beginning(String typed, int star) {
        if (star < typed.length() - 1) {
            throw new NotUnderstood("A * stands at the end of a word only, as in pric*.");
        }
        List<String> words = SpokenWords.of(typed.substring(0, star));
        if (words.size() != 1) {
            throw new NotUnderstood("Before a * stands the beginning of one word, as in pric*.");
        }
        return new PrefixQuery(new Term(SAID, words.getFirst()));
    }
}
