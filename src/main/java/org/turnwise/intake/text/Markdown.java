package org.turnwise.intake.text;

import java.util.regex.Pattern;

/** What markdown adds to a line that names a speaker: marks of headings and stress, and links. */
final class Markdown {

    private static final Pattern HEADING = Pattern.compile("^#{1,6} ");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]{1,120})]\\([^()]{0,300}\\)");
    private static final Pattern STRESS = Pattern.compile("\\*{1,3}|__|`");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?=[\\\\`*_{}\\[\\]()#+.!~<>&-])");

    private static final Pattern TURN = Pattern.compile("\\*\\*\\p{L}[^*:]{0,60}(?::\\*\\*|\\*\\*:)\\s{1,4}\\S");

    private Markdown() {}

    /** Whether the line begins with a bold name and a colon, and words behind them. */
    static boolean isTurn(String line) {
        return TURN.matcher(line).lookingAt();
    }

    /** What was said, without the strokes by which exports to markdown keep marks from being taken for its own: {@code 12\.} is 12. */
    static String unescaped(String text) {
        return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll("");
    }

    /** The line as a reader sees it. @param line of at most some hundred characters */
    static String plain(String line) {
        if (line.indexOf('*') < 0 && line.indexOf('#') < 0 && line.indexOf('_') < 0 && line.indexOf('(') < 0 && line.indexOf('`') < 0) {
            return line;
        }
        String linked = line.indexOf("](") < 0 ? line : LINK.matcher(line).replaceAll("$1");
        return STRESS.matcher(HEADING.matcher(linked).replaceFirst("")).replaceAll("").strip();
    }
}
