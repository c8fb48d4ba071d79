package org.turnwise.intake.table;

import java.util.List;
import java.util.regex.Pattern;

/** A table as markdown writes it: bars around each row, and a row of dashes under the headings. */
final class MarkdownTable {

    private static final Pattern DASHES = Pattern.compile("\\|?(?:\\s*:?-{2,}:?\\s*\\|)+(?:\\s*:?-{2,}:?\\s*)?");
    private static final int LONGEST_RULE = 1_000;

    private MarkdownTable() {}

    /** The same rows with bars only between cells, each on the line it was on, if the text is such a table; else the text. */
    static String plain(String text) {
        List<String> start = text.lines().filter(line -> !line.isBlank()).limit(2).map(String::strip).toList();
        boolean markdown = start.size() == 2 && start.getFirst().startsWith("|") && start.getLast().length() <= LONGEST_RULE
                && DASHES.matcher(start.getLast()).matches();
        if (!markdown) {
            return text;
        }
        StringBuilder rows = new StringBuilder(text.length());
        for (String line : text.lines().toList()) {
            String row = line.strip();
            boolean rule = row.length() <= LONGEST_RULE && DASHES.matcher(row).matches();
            rows.append(rule ? "" : row.replaceFirst("^\\|", "").replaceFirst("\\|$", "").strip()).append('\n');
        }
        return rows.toString();
    }
}
