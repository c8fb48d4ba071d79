package org.turnwise.find;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Splits text into words by the rules of Unicode (UAX #29), whatever the language, and brings them into one form: compatibility composed, lower case,
 * straight apostrophes. Chinese and Japanese text is split into its characters, and a query word of several is found where they follow each other.
 */
final class SpokenWords {

    /** How text is indexed: each word as it is, and beside it, at the same position, without accents and other marks. */
    static final Analyzer SAID = analyzer(FoldedBeside::new);
    /** How text is indexed so that English word forms find each other: without marks, so that all that a word without marks finds as it is, it finds so too. */
    static final Analyzer STEMS = analyzer(words -> new PorterStemFilter(new Rewritten(words, SpokenWords::folded)));

    private static final Analyzer AS_WRITTEN = analyzer(words -> words);

    private SpokenWords() {}

    private interface Last {
        TokenStream over(TokenStream words);
    }

    private static Analyzer analyzer(Last last) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                Tokenizer words = new StandardTokenizer();
                return new TokenStreamComponents(words, last.over(new LowerCaseFilter(new Rewritten(words, SpokenWords::composed))));
            }
        };
    }

    /** The words of a query, in order, marks kept. */
    static List<String> of(String text) {
        return terms(AS_WRITTEN, text);
    }

    /** The stems of a text's words, in order. */
    static List<String> stems(String text) {
        return terms(STEMS, text);
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream words = analyzer.tokenStream("", text)) {
            CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            while (words.incrementToken()) {
                terms.add(word.toString());
            }
            words.end();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("text in memory can't be read", e);
        }
        return terms;
    }

    /** Without accents and other marks, in Latin letters where there are such of the same look. */
    static String folded(String word) {
        String bare = Normalizer.normalize(word, Normalizer.Form.NFKD).codePoints()
                .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        char[] ascii = new char[4 * bare.length()];
        return new String(ascii, 0, ASCIIFoldingFilter.foldToASCII(bare.toCharArray(), 0, ascii, 0, bare.length()));
    }

    private static boolean isAscii(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    /** Compatibility composed, straight apostrophes. */
    private static String composed(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKC).replace('\u2019', '\'');
    }

    /** Writes words that are more than ASCII in another way; offsets still point at what was written. A word that nothing would be left of stays as it is. */
    private static final class Rewritten extends TokenFilter {

        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final UnaryOperator<String> rewriting;

        Rewritten(TokenStream words, UnaryOperator<String> rewriting) {
            super(words);
            this.rewriting = rewriting;
        }

        @Override
        public boolean incrementToken() throws java.io.IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (!isAscii(word)) {
                String rewritten = rewriting.apply(word.toString());
                if (!rewritten.isEmpty()) {
                    word.setEmpty().append(rewritten);
                }
            }
            return true;
        }
    }

    /** Puts beside each word with marks the same without. */
    private static final class FoldedBeside extends TokenFilter {

        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
        private @Nullable State marked;
        private String bare = "";

        FoldedBeside(TokenStream words) {
            super(words);
        }

        @Override
        public boolean incrementToken() throws java.io.IOException {
            if (marked != null) {
                restoreState(marked);
                marked = null;
                word.setEmpty().append(bare);
                step.setPositionIncrement(0);
                return true;
            }
            if (!input.incrementToken()) {
                return false;
            }
            if (!isAscii(word)) {
                bare = folded(word.toString());
                if (!bare.isEmpty() && !bare.contentEquals(word)) {
                    marked = captureState();
                }
            }
            return true;
        }

        @Override
        public void reset() throws java.io.IOException {
            super.reset();
            marked = null;
        }
    }
}
