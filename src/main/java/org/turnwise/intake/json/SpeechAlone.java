package org.turnwise.intake.json;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.reading.MappingProfile;

/**
 * Tells whether a document is what a recogniser heard and nothing else: pieces of words with their times, and not a field, a list or a mark beside them that
 * could say who spoke. Such a file names nobody, and that is no fault of it.
 */
final class SpeechAlone {

    private static final Set<String> ROWS = Set.of("[]", "segments[]", "chunks[]");
    private static final Set<String> AROUND = Set.of("segments", "chunks", "speakers", "text", "language", "duration", "task");
    private static final Set<String> WITHIN = Set.of("text", "start", "end", "timestamp", "id", "index", "seek", "tokens", "temperature", "avg_logprob",
            "compression_ratio", "no_speech_prob", "confidence", "words");
    private static final Set<String> WORD = Set.of("word", "text", "start", "end", "timestamp", "probability", "score", "confidence");
    private static final Pattern ANOTHER_VOICE = Pattern.compile("(?:>>|[-\u2013\u2014] ?\\p{L}|[^\\s:][^:]{0,60}:\\s).*", Pattern.DOTALL);

    private SpeechAlone() {}

    static boolean is(Value document, MappingGuess guess) {
        MappingProfile profile = guess.profile();
        return profile.speaker() == null && profile.text().equals("text") && profile.start() != null && profile.end() != null && ROWS.contains(profile.rows())
                && (document.isArray() || AROUND.containsAll(document.node().propertyNames()) && document.at("speakers").node().isEmpty())
                && isSpeechOf(document.isArray() ? document.each() : document.first("segments", "chunks").each());
    }

    private static boolean isSpeechOf(List<Value> rows) {
        long marked = rows.stream().filter(row -> ANOTHER_VOICE.matcher(String.valueOf(row.at("text").text())).matches()).count();
        return (marked < 2 || marked * 5 < rows.size()) && rows.stream().allMatch(row -> row.isObject() && WITHIN.containsAll(row.node().propertyNames())
                && row.at("words").each().stream().allMatch(word -> word.isObject() && WORD.containsAll(word.node().propertyNames())));
    }
}
