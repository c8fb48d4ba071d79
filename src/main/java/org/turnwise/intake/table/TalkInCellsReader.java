package org.turnwise.intake.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/** A table with a call a row and the talk in one cell, which is read as a file of its own would be. A row whose cell holds none is one failure. */
public final class TalkInCellsReader implements TranscriptReader {

    /** A cell that holds hardly more than a name holds no talk. */
    private static final int SHORTEST = 20;
    private static final int LOOKED_AT = 20;
    private static final int LONGEST_HEADER = 10_000;

    private final TranscriptReader ofText;

    /** @param ofText reads what stands in a cell */
    public TalkInCellsReader(TranscriptReader ofText) {
        this.ofText = ofText;
    }

    /** Where the talk stands, and what the row is called, if it has a column for that. */
    private record Place(char delimiter, int text, @Nullable Integer call) {}

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        return glimpse.kind() == Glimpse.Kind.TEXT && place(String.join("\n", glimpse.lines()), context).isPresent();
    }

    /** The first column of which nearly all cells hold a talk; its header does not. */
    private Optional<Place> place(String start, ReadContext context) {
        String first = start.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        for (char delimiter : TableLayout.DELIMITERS) {
            boolean header = first.length() <= LONGEST_HEADER && !first.contains(": ");
            List<CSVRecord> rows = !header || first.indexOf(delimiter) < 0 ? List.of() : TableLayout.firstRows(start, delimiter);
            List<CSVRecord> below = rows.subList(Math.min(1, rows.size()), Math.min(LOOKED_AT, rows.size()));
            for (int at = 0; !below.isEmpty() && TableLayout.areEven(rows) && at < rows.getFirst().size(); at++) {
                int column = at;
                List<String> cells = below.stream().filter(row -> row.size() > column).map(row -> row.get(column)).filter(cell -> !cell.isBlank()).toList();
                long talks = cells.stream().filter(cell -> holdsTalk(cell, context)).count();
                if (!cells.isEmpty() && talks * 10 >= cells.size() * 8L && talks * 2 >= below.size() && !holdsTalk(rows.getFirst().get(column), context)) {
                    return Optional.of(new Place(delimiter, column, TableLayout.columns(rows.getFirst().toList()).get(Column.CALL)));
                }
            }
        }
        return Optional.empty();
    }

    private boolean holdsTalk(String cell, ReadContext context) {
        if (cell.length() < SHORTEST || cell.indexOf(':') < 0) {
            return false;
        }
        String text = cell.strip() + "\n";
        return ofText.recognises(new Glimpse(Glimpse.Kind.TEXT, "", text, text.lines().toList(), true), context);
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = DecodedText.of(file.bytes(TableReader.MOST_BYTES));
        String start = decoded.text().substring(0, Math.min(decoded.text().length(), InputFile.HEAD));
        Place place = place(start, context).orElseThrow(() -> new Unreadable(1, "has no column with a talk in each cell"));
        try (CSVParser parser = TableLayout.format(place.delimiter()).parse(new StringReader(decoded.text()))) {
            int line = 1;
            boolean header = true;
            for (CSVRecord row : parser) {
                if (!header) {
                    cell(row, place, line, file, context, arrivals, decoded.warnings());
                }
                header = false;
                line = (int) Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1);
            }
        } catch (UncheckedIOException | CSVException | IllegalStateException e) {
            throw new Unreadable(0, "can't be read as a table: a cell begins with a quote that is not closed, or it is cut off; export it again", e);
        }
    }

    private void cell(CSVRecord row, Place place, int line, InputFile file, ReadContext context, Arrivals arrivals, List<String> warnings) throws IOException {
        String cell = row.size() > place.text() ? row.get(place.text()).strip() : "";
        if (!holdsTalk(cell, context)) {
            arrivals.failed(line, cell.isEmpty() ? "the row has no words" : "the row's words do not say who speaks");
            return;
        }
        Integer called = place.call();
        String title = called == null || called >= row.size() ? "" : row.get(called).strip();
        try {
            List<ImportedCall> calls = new ArrayList<>();
            ofText.read(file.as((cell + "\n").getBytes(StandardCharsets.UTF_8)), context, new HeldBack(calls, arrivals));
            calls.forEach(call -> arrivals.call(call.at(line, title).warning(warnings)));
        } catch (Unreadable e) {
            arrivals.failed(line, e.reason());
        }
    }
}
