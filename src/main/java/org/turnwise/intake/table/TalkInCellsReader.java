package org.turnwise.intake.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private record Place(char delimiter, int text, @Nullable Integer call) {

        Talk talk(CSVRecord row, int line) {
            String title = call == null || call >= row.size() ? "" : row.get(call).strip();
            return new Talk(line, title, row.size() > text ? row.get(text).strip() : "");
        }
    }

    /** What stands in one row. */
    private record Talk(int line, String title, String text) {}

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
        List<Talk> talks = new ArrayList<>();
        new RowWalk(decoded.text(), place.delimiter(), 1).below((row, line) -> talks.add(place.talk(row, line)));
        for (Talk talk : talks) {
            read(talk, file, context, arrivals, decoded.warnings());
        }
    }

    private void read(Talk talk, InputFile file, ReadContext context, Arrivals arrivals, List<String> warnings) throws IOException {
        if (!holdsTalk(talk.text(), context)) {
            arrivals.failed(talk.line(), talk.text().isEmpty() ? "the row has no words" : "the row's words do not say who speaks");
            return;
        }
        try {
            List<ImportedCall> calls = new ArrayList<>();
            ofText.read(file.as((talk.text() + "\n").getBytes(StandardCharsets.UTF_8)), context, new HeldBack(calls, arrivals));
            calls.forEach(call -> arrivals.call(call.at(talk.line(), talk.title()).warning(warnings)));
        } catch (Unreadable e) {
            arrivals.failed(talk.line(), e.reason());
        }
    }
}
