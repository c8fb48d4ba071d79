package org.turnwise.intake.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.turnwise.intake.mapping.MappedRows;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Glimpse;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.ReadContext;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;

/**
 * CSV and its kin with a turn a row, of one call or of many; as people said that such a table is to be read, or else as its header tells. A call that is bad is
 * one failure; of a table that is cut off nothing comes in.
 */
public final class TableReader implements TranscriptReader {

    static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_CALLS = 100_000;

    @Override
    public boolean recognises(Glimpse glimpse, ReadContext context) {
        String start = String.join("\n", glimpse.lines());
        return TableLayout.guess(start).isPresent() || HeaderlessTable.in(start, context).isPresent()
                || !context.mappings().isEmpty() && TableRows.of(start).flatMap(table -> table.kept(context.mappings())).isPresent();
    }

    @Override
    public void read(InputFile file, ReadContext context, Arrivals arrivals) throws IOException, Unreadable {
        DecodedText decoded = DecodedText.of(file.bytes(MOST_BYTES));
        Optional<TableRows> table = context.mappings().isEmpty() ? Optional.empty() : TableRows.of(decoded.text());
        Optional<MappingProfile> kept = table.flatMap(there -> there.kept(context.mappings()));
        if (table.isPresent() && kept.isPresent()) {
            List<String> remarks = new ArrayList<>(decoded.warnings());
            remarks.add("Read by the mapping \"" + kept.get().name() + "\".");
            new MappedRows(kept.get(), file.name(), "csv", remarks).read(table.get().rows(Integer.MAX_VALUE), arrivals);
            return;
        }
        String start = decoded.text().substring(0, Math.min(decoded.text().length(), InputFile.HEAD));
        Optional<TableLayout> guess = TableLayout.guess(start);
        if (guess.isPresent()) {
            read(file.name(), decoded, guess.get(), arrivals);
            return;
        }
        HeaderlessTable without = HeaderlessTable.in(start, context)
                .orElseThrow(() -> new Unreadable(1, "has no header with a column for words and one for speakers"));
        List<String> remarks = new ArrayList<>(decoded.warnings());
        remarks.add("The table has no headings; what its columns mean was told by what they hold.");
        DecodedText completed = new DecodedText(without.completed(decoded.text()), remarks);
        TableLayout layout = TableLayout.guess(without.completed(start)).orElseThrow(() -> new Unreadable(1, "has no turns that can be told apart"));
        read(file.name(), completed, layout, without.above(), arrivals);
    }

    /** Reads a table whose layout is settled. */
    public static void read(String fileName, DecodedText decoded, TableLayout layout, Arrivals arrivals) throws IOException, Unreadable {
        read(fileName, decoded, layout, 1, arrivals);
    }

    /** @param headerLine where the header stands in the file, or would stand if it had one */
    private static void read(String fileName, DecodedText decoded, TableLayout layout, int headerLine, Arrivals arrivals) throws IOException, Unreadable {
        if (!layout.has(Column.SPEAKER)) {
            throw new Unreadable(1, "has a column for words (\"" + layout.header().get(layout.columns().getOrDefault(Column.TEXT, 0))
                    + "\") but none that says who speaks; name one \"speaker\"");
        }
        Map<String, TableCall> calls = new LinkedHashMap<>();
        RowWalk rows = layout.rows(decoded.text(), headerLine);
        rows.below((row, line) -> {
            calls.computeIfAbsent(layout.cell(row, Column.CALL), id -> new TableCall(id, fileName, layout)).add(row, line);
            if (calls.size() > MOST_CALLS) {
                throw new Unreadable(line, "is a table of more than " + MOST_CALLS + " calls; split it");
            }
            return true;
        });
        if (calls.isEmpty()) {
            throw new Unreadable(1, "has a header but no rows");
        }
        hand(calls, decoded, rows.endsWithin(), arrivals);
    }

    private static void hand(Map<String, TableCall> calls, DecodedText decoded, boolean endsWithin, Arrivals arrivals) throws Unreadable {
        int number = 0;
        for (TableCall call : calls.values()) {
            number++;
            try {
                boolean lastOne = number == calls.size();
                arrivals.call(call.finish(calls.size() > 1, decoded.warnings(), endsWithin && lastOne));
            } catch (Unreadable e) {
                if (calls.size() == 1) {
                    throw e;
                }
                arrivals.failed(e.line() == 0 ? call.line() : e.line(), "call \"" + Unreadable.shown(call.id()) + "\" " + e.reason());
            }
        }
    }
}
