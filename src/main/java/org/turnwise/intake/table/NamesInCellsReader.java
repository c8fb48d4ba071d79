package org.turnwise.intake.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.table.TableLayout.TimeUnit;

/** A table with a turn a row and no column for who speaks, since the name stands before the words in one cell: {@code 3,"Jo Bell: It is on."}. */
public final class NamesInCellsReader implements TranscriptReader {

    private static final Pattern NAMED = Pattern.compile("[^:]{1,60}: \\S.*", Pattern.DOTALL);
    private static final int FEWEST = 3;
    private static final int LONGEST_HEADER = 10_000;

    private final TranscriptReader ofText;

    /** @param ofText reads the cells, a line each */
    public NamesInCellsReader(TranscriptReader ofText) {
        this.ofText = ofText;
    }

    /** Where the turns stand, and the columns that have a meaning by their headings. */
    private record Place(char delimiter, int text, Map<Column, Integer> columns, TimeUnit unit) {

        String cell(CSVRecord row, Column column) {
            Integer at = columns.get(column);
            return at == null || at >= row.size() ? "" : row.get(at).strip();
        }

        /** A line of text that says the same as the row. */
        String line(CSVRecord row) {
            String said = row.size() > text ? row.get(text).strip().replaceAll("\\s+", " ") : "";
            Long start = unit == TimeUnit.INSTANT ? null : Times.millis(Times.from(cell(row, Column.START)), unit);
            return start == null || said.isEmpty() ? said
                    : String.format(Locale.ROOT, "[%d:%02d:%02d.%03d] %s", start / 3_600_000, start / 60_000 % 60, start / 1000 % 60, start % 1000, said);
        }
    }

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.kind() == Glimpse.Kind.TEXT && place(String.join("\n", glimpse.lines()), context).isPresent();
    }

    private Optional<Place> place(String start, ReadContext context) {
        String first = start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        boolean header = first.length() <= LONGEST_HEADER && !first.contains(": ");
        for (char delimiter : TableLayout.DELIMITERS) {
            List<CSVRecord> rows = !header || first.indexOf(delimiter) < 0 ? List.of() : TableLayout.firstRows(start, delimiter);
            if (rows.size() <= FEWEST || !TableLayout.areEven(rows)) {
                continue;
            }
            List<String> headings = rows.getFirst().toList();
            Map<Column, Integer> columns = TableLayout.columns(headings);
            List<CSVRecord> below = rows.subList(1, rows.size());
            for (int at = 0; at < headings.size() && !columns.containsKey(Column.SPEAKER); at++) {
                Place place = new Place(delimiter, at, columns, Times.unit(headings, columns, below));
                List<String> lines = below.stream().map(place::line).filter(line -> !line.isEmpty()).toList();
                if (areNamed(below, at) && recognised(lines, context)) {
                    return Optional.of(place);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean areNamed(List<CSVRecord> rows, int at) {
        List<String> cells = rows.stream().map(row -> row.size() > at ? row.get(at).strip() : "").filter(cell -> !cell.isEmpty()).toList();
        return cells.size() >= FEWEST && cells.stream().filter(cell -> NAMED.matcher(cell).matches()).count() * 10 >= cells.size() * 8L;
    }

    private boolean recognised(List<String> lines, ReadContext context) {
        return ofText.recognises(new Glimpse(Glimpse.Kind.TEXT, "", String.join("\n", lines), lines, true), context);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = DecodedText.of(file.bytes(TableReader.MOST_BYTES));
        String start = decoded.text().substring(0, Math.min(decoded.text().length(), InputFile.HEAD));
        Place place = place(start, context).orElseThrow(() -> new Unreadable(1, "has no column with names before what is said"));
        Map<String, Talk> talks = new LinkedHashMap<>();
        RowWalk rows = new RowWalk(decoded.text(), place.delimiter(), 1);
        rows.below((row, line) -> {
            String id = place.cell(row, Column.CALL);
            talks.computeIfAbsent(id, first -> new Talk(line, new StringBuilder())).lines().append(place.line(row)).append('\n');
            return true;
        });
        int left = talks.size();
        for (Map.Entry<String, Talk> talk : talks.entrySet()) {
            int line = talk.getValue().line();
            List<String> warnings = new ArrayList<>(decoded.warnings());
            if (--left == 0 && rows.endsWithin()) {
                warnings.add(DecodedText.ENDS_WITHIN_A_LINE);
            }
            List<ImportedCall> calls = new ArrayList<>();
            try {
                ofText.read(file.as(talk.getValue().lines().toString().getBytes(StandardCharsets.UTF_8)), context, new HeldBack(calls, arrivals));
            } catch (Unreadable e) {
                arrivals.failed(line, e.reason());
            }
            calls.forEach(call -> arrivals.call(call.at(line, talks.size() > 1 ? talk.getKey() : "").warning(warnings)));
        }
    }

    /** @param line where its first row stands */
    private record Talk(int line, StringBuilder lines) {}
}
