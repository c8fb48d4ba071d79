package org.turnwise.intake.table;

import java.util.List;
import java.util.regex.Pattern;

/** A table as markdown writes it: bars around each row, and a row of dashes under the headings. */
final class MarkdownTable {

    private static final Pattern DASHES = Pattern.compile("\\|?(?:\\s*:?-{2,}:?\\s*\\|)+(?:\\s*:?-{2,}:?\\s*)?");
    private static final Pattern BOLD_CELL = Pattern.compile("(?:^|(?<=\\|))\\s{0,20}\\*\\*([^*|]{1,80})\\*\\*\\s{0,20}(?=\\||$)");
    private static final int LONGEST_RULE = 1_000;
    private static final int MOST_ABOVE = 5;
    private static final int LOOKED_AT = 200;

    private MarkdownTable() {}

    /**
     * The same rows with bars only between cells and without stress, each on the line it was on, if the text is such a table, but for a title; else the text.
     * What stands around the table is left out.
     */
    static String plain(String text) {
        if (!startsWithTable(text) && !isTitled(text)) {
            return text;
        }
        StringBuilder rows = new StringBuilder(text.length());
        boolean titled = !isRow(text.stripLeading());
        for (String line : text.lines().toList()) {
            String row = line.strip();
            boolean left = isRule(row) || titled && !isRow(row);
            rows.append(left ? "" : BOLD_CELL.matcher(row.replaceFirst("^\\|", "").replaceFirst("\\|$", "").strip()).replaceAll(" $1 ").strip()).append('\n');
        }
        return rows.toString();
    }

    private static boolean startsWithTable(String text) {
        List<String> start = text.lines().filter(line -> !line.isBlank()).limit(2).map(String::strip).toList();
        return start.size() == 2 && isRow(start.getFirst()) && isRule(start.getLast());
    }

    /** Whether a few lines stand above a table, and no more elsewhere than one in five as it begins. */
    static boolean isTitled(String text) {
        List<String> start = text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(LOOKED_AT).toList();
        int above = 0;
        while (above < start.size() && !isRow(start.get(above))) {
            above++;
        }
        boolean table = above > 0 && above <= MOST_ABOVE && above + 1 < start.size() && isRule(start.get(above + 1));
        return table && start.stream().filter(MarkdownTable::isRow).count() * 10 >= start.size() * 8L;
    }

    private static boolean isRow(String line) {
        return line.startsWith("|");
    }

    private static boolean isRule(String line) {
        return line.length() <= LONGEST_RULE && DASHES.matcher(line).matches();
    }
}
