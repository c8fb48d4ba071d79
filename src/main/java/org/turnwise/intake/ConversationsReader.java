package org.turnwise.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * Conversation JSONL, line by line, so that a file may hold any number of calls. A line that is bad is one failure; the others come in. Of a file that is cut
 * off, nothing does.
 */
final class ConversationsReader implements TranscriptReader {

    /** The most one line may have. */
    static final int MOST_LINE = 16 * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;

    private static final Set<String> LINES_OF_JSON = Set.of("jsonl", "ndjson");
    private static final Pattern CLOSED = Pattern.compile("\\s*\\{.*}\\s*");
    /** Other dialogues have turns too, but their speakers are no sides. */
    private static final Pattern SIDES = Pattern.compile("\"speaker\"\\s*:\\s*\"(?i:rep|customer|other)\"");

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        List<String> objects = glimpse.lines().stream().filter(line -> line.stripLeading().startsWith("{")).toList();
        if (LINES_OF_JSON.contains(glimpse.extension())) {
            return objects.stream().anyMatch(line -> line.contains("\"turns\"") || !CLOSED.matcher(line).matches());
        }
        return glimpse.first().startsWith("{") && objects.stream().anyMatch(line -> line.contains("\"turns\"") && SIDES.matcher(line).find());
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        if (!file.provenWhole() && !DecodedText.isUtf16(file.head())) {
            LastLine.checkWhole(file.path());
        }
        try (InputStream in = opened(file)) {
            Lines lines = new Lines(in);
            int read = 0;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                read += read(line, lines.number, file.name(), arrivals) ? 1 : 0;
            }
            if (read == 0) {
                throw new Unreadable(0, "is empty");
            }
        }
    }

    private static InputStream opened(InputFile file) throws IOException, Unreadable {
        return DecodedText.isUtf16(file.head()) ? new ByteArrayInputStream(file.text().text().getBytes(StandardCharsets.UTF_8)) : file.stream();
    }

    /** False if the line is blank. */
    private static boolean read(byte[] bytes, int number, String fileName, Arrivals arrivals) {
        try {
            if (bytes.length > MOST_LINE) {
                throw new Unreadable(number, "the line is longer than " + DecodedText.inMegabytes(MOST_LINE) + ", the most one call may have");
            }
            if (isBlank(bytes)) {
                return false;
            }
            DecodedText line = DecodedText.verbatim(bytes);
            String json = line.text().startsWith("\uFEFF") ? line.text().substring(1) : line.text();
            arrivals.call(ConversationJsonl.read(json, fileName, number).warning(line.warnings()));
        } catch (Unreadable e) {
            arrivals.failed(number, e.reason());
        }
        return true;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** Splits a stream at line feeds; of a line that is too long it keeps only that it is. */
    private static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private int at;
        private int end;
        private int number;

        Lines(InputStream in) {
            this.in = in;
        }

        byte @Nullable [] next() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream(512);
            boolean any = false;
            while (fill()) {
                any = true;
                int from = at;
                while (at < end && buffer[at] != '\n') {
                    at++;
                }
                if (line.size() <= MOST_LINE) {
                    line.write(buffer, from, at - from);
                }
                if (at < end) {
                    at++;
                    number++;
                    return line.toByteArray();
                }
            }
            if (any) {
                number++;
            }
            return any ? line.toByteArray() : null;
        }

        private boolean fill() throws IOException {
            if (at < end) {
                return true;
            }
            at = 0;
            end = in.read(buffer);
            return end > 0;
        }
    }
}
