package org.turnwise.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/**
 * Tells points that end a sentence of one text from those that shorten a word. One thread.
 *
 * <p>What is clear from the word before and the letter after is decided here; where only what surrounds the point can tell ("J. Smith", "Inc. They"),
 * OpenNLP's sentence model is asked. Asking it everywhere would be slower and worse: it knows neither sentences without capitals ("what does dr. smith
 * think") nor a point without a space after it, both common in transcripts.
 */
final class Points {

    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    /** Shortened words that something has to follow. */
    private static final Set<String> LEADING = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "mt", "sgt", "capt", "lt", "vs", "e.g", "eg", "i.e", "cf", "approx", "incl");

    /** Shortened words that may stand at the end of a sentence or not. */
    private static final Set<String> ANYWHERE = Set.of(
            "etc", "inc", "ltd", "corp", "llc", "co", "bros", "jr", "sr", "dept", "ext", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
            "oct", "nov", "dec");

    private static final Set<String> WEB_ENDINGS = Set.of("com", "org", "net", "io", "edu", "gov");

    /** Longer capitalised words are hardly ever shortened ones. */
    private static final int SHORT_WORD = 4;

    /** Loaded when first needed; shared, while each thread has its own detector, which is not thread-safe. */
    private static final class Loaded {
        private static final SentenceModel MODEL = load();
        private static final ThreadLocal<SentenceDetectorME> DETECTOR = ThreadLocal.withInitial(() -> new SentenceDetectorME(MODEL));
    }

    private final String text;
    private @Nullable Set<Integer> modelsEnds;

    Points(String text) {
        this.text = text;
    }

    /**
     * Whether the point after this word ends a sentence.
     *
     * @param word  as it was written, not empty
     * @param after where the text goes on after the point
     */
    boolean endsSentence(CharSequence word, int after) {
        if (after >= text.length()) {
            return true;
        }
        String lower = word.toString().toLowerCase(Locale.ROOT);
        char beside = text.charAt(after);
        if (!Character.isWhitespace(beside)) {
            return beside != ',' && beside != ';' && !(Character.isLetter(beside) && (lower.equals("www") || WEB_ENDINGS.contains(wordAt(after))));
        }
        int next = nextAfterSpace(after);
        if (LEADING.contains(lower)) {
            return next == 0;
        }
        boolean shortened = ANYWHERE.contains(lower) || lower.indexOf('.') > 0 && Character.isLetter(lower.charAt(0));
        if (shortened && (Character.isLowerCase(next) || Character.isDigit(next))) {
            return false;
        }
        boolean mayBeShortened = shortened || Character.isUpperCase(word.charAt(0)) && word.length() <= SHORT_WORD;
        return !mayBeShortened || next == 0 || modelsEnds().contains(after);
    }

    private String wordAt(int from) {
        int to = from;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /** The first character that is no space, or 0. */
    private int nextAfterSpace(int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.codePointAt(at) : 0;
    }

    private Set<Integer> modelsEnds() {
        Set<Integer> ends = modelsEnds;
        if (ends == null) {
            ends = new HashSet<>(Arrays.stream(Loaded.DETECTOR.get().sentPosDetect(text)).map(Span::getEnd).toList());
            modelsEnds = ends;
        }
        return ends;
    }

    private static SentenceModel load() {
        try (InputStream in = Points.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the sentence model " + MODEL + " is missing from the build");
            }
            return new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the sentence model " + MODEL + " can't be read", e);
        }
    }
}
