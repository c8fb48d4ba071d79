package org.turnwise.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * Which language a call is in, by OpenNLP's model of 103 languages. Any thread; a few milliseconds a call. What is plainly English is told by its small
 * words; the model, which takes seconds and some hundred megabytes to load, is loaded for the first call that isn't.
 *
 * <p>Asked of whole calls, not of turns: of English under 20 characters the model knows half, above 60 nearly all. The probability it gives says little
 * about whether it is right, so what decides whether to believe it is how much there was to read.
 */
public final class CallLanguage {

    private static final String MODEL = "/langdetect-183.bin";

    /** Below, the model guesses. */
    private static final int FEWEST_LETTERS = 60;

    /** More doesn't change the answer, and takes longer. */
    private static final int MOST_CHARACTERS = 2_000;

    /** Words that English can't do without and other languages don't have. */
    private static final Set<String> ENGLISH = Set.of(
            "the", "and", "you", "that", "what", "with", "this", "would", "your", "they", "how", "not", "about", "which", "from", "there", "when", "our",
            "because", "were", "will", "could", "should", "them", "their", "who", "does", "did", "has", "but");

    /** Of all words. English talk has about twice as many of them. */
    private static final double PLAINLY = .12;

    /** So many different ones, for a phrase of English is said in other languages too. */
    private static final int VARIED = 5;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    private static final Map<String, String> TWO_LETTERS =
            Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toMap(code -> Locale.of(code).getISO3Language(), code -> code, (a, b) -> a));

    /** Loaded when first needed; shared, while each thread has its own detector, which is not thread-safe. */
    private static final class Loaded {
        private static final LanguageDetectorModel MODEL = load();
        private static final ThreadLocal<LanguageDetectorME> DETECTOR = ThreadLocal.withInitial(() -> new LanguageDetectorME(MODEL));
    }

    private CallLanguage() {}

    /**
     * The language's ISO 639 code: of two letters if it has one ("en", "de"), else of three.
     *
     * @param turns what was said, in order; the first 2,000 characters are read
     * @return empty if less than 60 letters were said: too little to tell
     */
    public static Optional<String> of(Iterable<String> turns) {
        StringBuilder said = new StringBuilder();
        for (String turn : turns) {
            said.append(turn, 0, Math.min(turn.length(), MOST_CHARACTERS)).append('\n');
            if (said.length() >= MOST_CHARACTERS) {
                said.setLength(MOST_CHARACTERS);
                break;
            }
        }
        if (said.codePoints().filter(Character::isLetter).count() < FEWEST_LETTERS) {
            return Optional.empty();
        }
        if (isPlainlyEnglish(said)) {
            return Optional.of("en");
        }
        String code = Loaded.DETECTOR.get().predictLanguage(said).getLang();
        return Optional.of(TWO_LETTERS.getOrDefault(code, code));
    }

    private static boolean isPlainlyEnglish(CharSequence said) {
        int words = 0;
        int english = 0;
        Set<String> different = new HashSet<>();
        for (Matcher found = WORD.matcher(said); found.find(); words++) {
            String word = found.group().toLowerCase(Locale.ROOT);
            if (ENGLISH.contains(word)) {
                english++;
                different.add(word);
            }
        }
        return english > PLAINLY * words && different.size() >= VARIED;
    }

    private static LanguageDetectorModel load() {
        try (InputStream in = CallLanguage.class.getResourceAsStream(MODEL)) {
            if (in == null) {
                throw new IllegalStateException("the language model " + MODEL + " is missing from the build");
            }
            return new LanguageDetectorModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the language model " + MODEL + " can't be read", e);
        }
    }
}
