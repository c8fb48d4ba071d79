package org.turnwise.intake.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.filter.FilteringParserDelegate;
import tools.jackson.core.filter.TokenFilter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The values of a JSON file one by one: the elements of an array at its top, or the values that stand there one after the other, as in JSON Lines. */
final class JsonItems implements AutoCloseable {

    static final int MOST_DEPTH = 200;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).maxStringLength((int) Kept.MOST_CHARACTERS).build())
                    .enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private final JsonParser bare;
    private final JsonParser parser;
    private final Kept kept = new Kept();
    private final boolean array;

    private JsonItems(JsonParser bare) {
        this.bare = bare;
        this.parser = new FilteringParserDelegate(bare, kept, TokenFilter.Inclusion.INCLUDE_ALL_AND_PATH, true);
        this.array = parser.nextToken() == JsonToken.START_ARRAY;
    }

    /** The text of a file, decoded once if it is small; its bytes else. */
    interface Source {
        JsonParser parser() throws IOException;

        /** What was set right in decoding. */
        List<String> warnings();
    }

    /** Files of many calls may be larger than one call may be; these are read as UTF-8 as they come. */
    static Source source(InputFile file) throws IOException, Unreadable {
        try (InputStream in = file.stream()) {
            byte[] bytes = in.readNBytes((int) InputFile.MOST_TEXT + 1);
            if (bytes.length > InputFile.MOST_TEXT) {
                return new Bytes(file);
            }
            DecodedText decoded = DecodedText.verbatim(bytes);
            return new Text(decoded.text().startsWith("\uFEFF") ? decoded.text().substring(1) : decoded.text(), decoded.warnings());
        }
    }

    private record Text(String text, List<String> warnings) implements Source {
        @Override
        public JsonParser parser() {
            return JSON.createParser(text);
        }
    }

    private record Bytes(InputFile file) implements Source {
        @Override
        public JsonParser parser() throws IOException {
            return JSON.createParser(file.stream());
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }
    }

    static JsonItems of(Source source) throws IOException, Unreadable {
        try {
            return new JsonItems(source.parser());
        } catch (JacksonException e) {
            throw explained(e);
        }
    }

    /** Reads everything and keeps nothing, so that of a file that is damaged at its end nothing is handed on before that is known. */
    static void checkWhole(Source source) throws IOException, Unreadable {
        try (JsonParser all = source.parser()) {
            while (all.nextToken() != null) {
                // only whether it goes on to the end
            }
        } catch (JacksonException e) {
            throw explained(e);
        }
    }

    boolean isArray() {
        return array;
    }

    /** Null at the end. What was read before counts towards the bounds of a call until {@link #startAnew}. */
    @Nullable Value next() throws IOException, Unreadable {
        try {
            if (array) {
                parser.nextToken();
            }
            JsonToken token = parser.currentToken();
            if (token == null || array && token == JsonToken.END_ARRAY) {
                refuseMore();
                return null;
            }
            int line = Math.max(1, bare.currentTokenLocation().getLineNr());
            JsonNode node = JSON.readTree(parser);
            if (!array) {
                parser.nextToken();
            }
            return Value.document(node, line);
        } catch (Kept.TooMuch e) {
            throw new Unreadable(0, String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            throw explained(e);
        }
    }

    private void refuseMore() throws Unreadable {
        if (array && parser.nextToken() != null) {
            throw new Unreadable(bare.currentTokenLocation().getLineNr(), "goes on after the array that it begins with ends; it may be two files in one");
        }
    }

    void startAnew() {
        kept.startAnew();
    }

    private static Unreadable explained(JacksonException e) throws IOException {
        if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
            throw cause;
        }
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        String at = e.getLocation() == null ? "" : " (column " + e.getLocation().getColumnNr() + ")";
        if (e instanceof UnexpectedEndOfInputException) {
            return new Unreadable(line, "the file ends before its JSON does" + at + "; it is cut off, export it again", e);
        }
        if (e instanceof StreamConstraintsException) {
            return new Unreadable(line, "goes beyond what JSON of a call may be" + at + ": " + firstSentence(e) + "; at most " + MOST_DEPTH + " levels and "
                    + Kept.MOST_CHARACTERS / 1_000_000 + " million characters in one text", e);
        }
        return new Unreadable(line, "is not JSON that can be read" + at + ": " + firstSentence(e), e);
    }

    private static String firstSentence(JacksonException e) {
        String message = e.getOriginalMessage();
        return message == null ? "damaged" : Unreadable.shown(message.lines().findFirst().orElse("damaged"));
    }

    @Override
    public void close() {
        parser.close();
    }
}
