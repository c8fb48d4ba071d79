package org.turnwise.intake.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The beginning of a file, by which its format is found.
 *
 * @param kind      what the bytes are
 * @param extension the file name's ending in lower case, without {@code .gz}; empty if there is none. Only for where the content leaves it open
 * @param text      decoded, with line feeds only; empty for a zip archive
 * @param lines     of the text; where the file goes on beyond it, without the last, which may be cut
 * @param whole     whether this is all there is
 */
public record Glimpse(Kind kind, String extension, String text, List<String> lines, boolean whole) {

    private static final Pattern LIKE_JSON = Pattern.compile("\\{(?!\\\\rtf).*|\\[\\s*(?:[\\[{\"].*)?");

    public enum Kind {
        TEXT,
        /** A zip archive that holds an office document's parts. */
        DOCUMENT,
        ZIP
    }

    public Glimpse {
        lines = List.copyOf(lines);
    }

    /** The first line that is not blank, without space around it; empty if there is none. */
    public String first() {
        return lines.stream().filter(line -> !line.isBlank()).findFirst().orElse("").strip();
    }

    /** Whether the text begins as JSON does: with an object or an array of values. */
    public boolean looksLikeJson() {
        String first = first();
        return LIKE_JSON.matcher(first.substring(0, Math.min(first.length(), 80))).matches();
    }
}
