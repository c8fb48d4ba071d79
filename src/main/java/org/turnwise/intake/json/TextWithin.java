package org.turnwise.intake.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * JSON in which a whole transcript stands as one text, as telephone systems and voice agents keep it: that text is read as a file of its own
 * would be.
 */
final class TextWithin {

    private static final int MOST_LOOKED_AT = 200;
    /** A name, and words. */
    private static final Pattern SAID = Pattern.compile("\\p{L}: ");

    private final List<TranscriptReader> readers;

    /** @param readers of text, in the order in which they are asked */
    TextWithin(List<TranscriptReader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** Whether the document, or each element of its array, holds such a text; then they were read. */
    boolean read(Value document, InputFile file, ReadContext context, TranscriptReader.Arrivals arrivals) throws IOException, Unreadable {
        List<Value> calls = document.isArray() ? document.each() : List.of(document);
        if (calls.isEmpty() || calls.stream().anyMatch(call -> find(call, context).isEmpty())) {
            return false;
        }
        for (Value call : calls) {
            Transcript transcript = find(call, context).orElseThrow();
            transcript.reader().read(file.as(transcript.text().getBytes(StandardCharsets.UTF_8)), context, arrivals);
        }
        return true;
    }

    private record Transcript(String text, TranscriptReader reader) {}

    /** The longest text that one of the readers recognises. */
    private Optional<Transcript> find(Value call, ReadContext context) {
        Queue<Value> near = new ArrayDeque<>(List.of(call));
        Transcript longest = null;
        for (int looked = 0; looked < MOST_LOOKED_AT && !near.isEmpty(); looked++) {
            Value value = near.remove();
            for (String name : value.isObject() ? value.node().propertyNames() : List.<String>of()) {
                Value child = value.at(name);
                if (child.isObject()) {
                    near.add(child);
                } else if (child.node().isString() && isLonger(child.node().stringValue(), longest)) {
                    longest = recognised(child.node().stringValue(), context).orElse(longest);
                }
            }
        }
        return Optional.ofNullable(longest);
    }

    private static boolean isLonger(String text, @Nullable Transcript longest) {
        boolean ofTwo = text.strip().indexOf('\n') >= 0 || SAID.matcher(text).results().limit(2).count() == 2;
        return ofTwo && (longest == null || text.length() > longest.text().length());
    }

    private Optional<Transcript> recognised(String text, ReadContext context) {
        String whole = text.endsWith("\n") ? text : text + "\n";
        Glimpse glimpse = new Glimpse(Glimpse.Kind.TEXT, "", whole, whole.lines().toList(), true);
        return readers.stream().filter(reader -> reader.recognises(glimpse, context)).findFirst().map(reader -> new Transcript(whole, reader));
    }
}
