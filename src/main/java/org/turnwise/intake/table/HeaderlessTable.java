package org.turnwise.intake.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.SpeakerNames;

/**
 * A table of turns without headings: all rows have as many cells, one column holds few names of which the first row's comes again, and one the most words,
 * which mostly end as sentences do. Columns of rising times say when.
 *
 * @param above  how many lines stand above the table
 * @param header the headings that are missing
 */
record HeaderlessTable(int above, String header) {

    private static final int FEWEST_ROWS = 4;
    private static final int MOST_COLUMNS = 8;
    private static final int MOST_ABOVE = 3;
    private static final int WORDS = 4;
    private static final Pattern SENTENCE = Pattern.compile(".*[.?!\u2026\u3002\uFF1F\uFF01][\"'\u201D)]?", Pattern.DOTALL);
    private static final Pattern HEADED = Pattern.compile("[^,;\\t|\"]{1,60}: .*");

    /** Empty if it is none. @param start the whole text or its first lines */
    static Optional<HeaderlessTable> in(String start, ReadContext context) {
        List<String> lines = start.lines().limit(MOST_ABOVE + 1L).toList();
        for (char delimiter : TableLayout.DELIMITERS) {
            int above = 0;
            while (above < lines.size() && lines.get(above).indexOf(delimiter) < 0) {
                above++;
            }
            if (above == lines.size() || HEADED.matcher(lines.get(above)).matches()) {
                continue;
            }
            List<CSVRecord> rows = TableLayout.firstRows(below(start, above), delimiter);
            Optional<String> header = rows.size() < FEWEST_ROWS ? Optional.empty() : header(rows, delimiter, context);
            if (header.isPresent()) {
                return Optional.of(new HeaderlessTable(above, header.get()));
            }
        }
        return Optional.empty();
    }

    private static String below(String text, int above) {
        int at = 0;
        for (int i = 0; i < above; i++) {
            at = text.indexOf('\n', at) + 1;
        }
        return text.substring(at);
    }

    /** The text as it would be with its headings. */
    String completed(String text) {
        return header + "\n" + below(text, above);
    }

    private static Optional<String> header(List<CSVRecord> rows, char delimiter, ReadContext context) {
        int width = rows.getFirst().size();
        int words = TableLayout.areEven(rows) && width <= MOST_COLUMNS ? wordiest(rows, width) : -1;
        if (words < 0) {
            return Optional.empty();
        }
        List<String> headings = new ArrayList<>(Collections.nCopies(width, ""));
        headings.set(words, "text");
        for (int at = 0; at < width && !headings.contains("speaker"); at++) {
            if (at != words && areSpeakers(cells(rows, at), context)) {
                headings.set(at, "speaker");
            }
        }
        for (int at = 0; at < width; at++) {
            if (headings.get(at).isEmpty() && rise(cells(rows, at))) {
                headings.set(at, headings.contains("start") ? headings.contains("end") ? "" : "end" : "start");
            }
        }
        headings.replaceAll(heading -> heading.isEmpty() ? "column" : heading);
        return headings.contains("speaker") ? Optional.of(String.join(String.valueOf(delimiter), headings)) : Optional.empty();
    }

    private static List<String> cells(List<CSVRecord> rows, int at) {
        return rows.stream().map(row -> row.size() > at ? row.get(at).strip() : "").toList();
    }

    private static int wordiest(List<CSVRecord> rows, int width) {
        int best = -1;
        long most = (long) rows.size() * WORDS;
        for (int at = 0; at < width; at++) {
            List<String> cells = cells(rows, at);
            long words = cells.stream().mapToLong(cell -> cell.split("\\s+", -1).length).sum();
            boolean sentences = cells.stream().filter(cell -> SENTENCE.matcher(cell).matches()).count() * 2 >= cells.size();
            if (words >= most && sentences) {
                best = at;
                most = words;
            }
        }
        return best;
    }

    private static boolean areSpeakers(List<String> cells, ReadContext context) {
        Map<String, Integer> times = new HashMap<>();
        cells.forEach(cell -> times.merge(cell, 1, Integer::sum));
        SpeakerNames names = new SpeakerNames(cells, context);
        return times.size() >= 2 && times.size() * 2 <= cells.size() && times.getOrDefault(cells.getFirst(), 0) >= 2
                && times.keySet().stream().allMatch(name -> name.codePoints().anyMatch(Character::isLetter) && names.accepts(name));
    }

    /** Clocks, or numbers that are not merely counted. */
    private static boolean rise(List<String> cells) {
        long last = -1;
        boolean counted = true;
        for (int i = 0; i < cells.size(); i++) {
            Long at = Times.millis(cells.get(i), cells.get(i).indexOf(':') > 0 ? TableLayout.TimeUnit.CLOCK : TableLayout.TimeUnit.SECONDS);
            if (at == null || at < last) {
                return false;
            }
            counted &= i == 0 || at == last + 1000;
            last = at;
        }
        return !counted;
    }
}
