package org.turnwise.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out what a file is by its first characters. Its ending only decides where they leave it open. */
final class Formats {

    private static final Pattern OTTER = Pattern.compile("\\S.{0,80}(?:\\s{2,}|\\t)\\d{1,2}:\\d{2}(?::\\d{2})?\\s*");
    private static final Pattern TIME_AND_NAME = Pattern.compile("\\d{1,2}:\\d{2}(?::\\d{2})?\\s+(?:-\\s+)?\\p{Lu}[^:.?!]{1,60}");
    private static final Pattern SAVED_CAPTION = Pattern.compile("\\[[^\\]]{1,80}\\] \\d{1,2}:\\d{2}:\\d{2}\\s*");
    private static final Pattern SBV = Pattern.compile("\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3},\\d{1,2}:\\d{2}:\\d{2}\\.\\d{3}\\s*");
    private static final Pattern TIME = Pattern.compile("[\\[(]?\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?[\\])]?(?:\\s.*)?");
    private static final Set<String> LINES_OF_JSON = Set.of("jsonl", "ndjson");

    private Formats() {}

    /** @throws Unreadable naming what the file seems to be instead */
    static TranscriptReader readerOf(InputFile file, ReadContext context) throws Unreadable {
        String start = DecodedText.glimpse(file.head());
        List<String> lines = start.lines().toList();
        if (file.head().length == InputFile.HEAD && lines.size() > 1) {
            lines = lines.subList(0, lines.size() - 1);
        }
        if (start.isBlank() && file.head().length < InputFile.HEAD) {
            throw new Unreadable(0, "is empty");
        }
        String first = lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
        if (first.startsWith("WEBVTT")) {
            return new WebVttReader();
        }
        if (isConversations(file, lines, first)) {
            return new ConversationsReader();
        }
        if (first.startsWith("{") || first.startsWith("[{") || first.equals("[")) {
            throw new Unreadable(0, "is JSON, but not conversation JSONL (one object a line with \"id\" and \"turns\"); other tools' JSON is not read yet: "
                    + "export the call as WebVTT, SRT or text");
        }
        if (lines.stream().limit(2000).anyMatch(CueParser::isTiming)) {
            return start.contains("<v ") ? new WebVttReader() : new SrtReader();
        }
        refuseKnown(lines);
        if (PlainTextReader.recognises(lines, context)) {
            return new PlainTextReader();
        }
        if (lines.stream().filter(line -> TIME.matcher(line.strip()).matches()).limit(3).count() >= 3) {
            throw new Unreadable(1, "has times but no speakers that can be told from the words; export it with \"Name: words\" on each line");
        }
        if (file.head().length < InputFile.HEAD) {
            DecodedText.of(file.head()); // what can't be decoded is refused for that
        }
        throw new Unreadable(0, "is no transcript that is read here: expected WebVTT, SRT, conversation JSONL, or text with \"Name: words\" of at least two speakers");
    }

    private static boolean isConversations(InputFile file, List<String> lines, String first) {
        boolean byContent = first.startsWith("{") && lines.stream().anyMatch(line -> line.stripLeading().startsWith("{") && line.contains("\"turns\""));
        return byContent || LINES_OF_JSON.contains(file.extension().toLowerCase(Locale.ROOT)) && (first.startsWith("{") || lines.stream().anyMatch(line -> line.startsWith("{")));
    }

    /** Formats that are known but not read yet are refused by name: read as plain text they would lose their times or half their words. */
    private static void refuseKnown(List<String> lines) throws Unreadable {
        long spoken = lines.stream().filter(line -> !line.isBlank()).count();
        refuseIf(lines, OTTER, spoken, "is a text transcript with the time after the name (Otter and others), a format that is not read yet; export it as SRT or WebVTT with speaker names");
        refuseIf(lines, TIME_AND_NAME, spoken, "is a text transcript with time and name on a line of their own (Fathom and others), a format that is not read yet; export it as SRT or WebVTT with speaker names");
        refuseIf(lines, SAVED_CAPTION, spoken, "is a file of saved Zoom captions, a format that is not read yet; download the cloud recording's VTT transcript instead");
        refuseIf(lines, SBV, spoken, "is an SBV subtitle file, a format that is not read yet; export it as SRT with speaker names");
    }

    private static void refuseIf(List<String> lines, Pattern heads, long spoken, String reason) throws Unreadable {
        long hits = lines.stream().filter(line -> heads.matcher(line).matches()).count();
        if (hits >= 2 && hits * 20 >= spoken || hits == 1 && spoken <= 4) {
            int line = 1;
            while (!heads.matcher(lines.get(line - 1)).matches()) {
                line++;
            }
            throw new Unreadable(line, reason);
        }
    }
}
