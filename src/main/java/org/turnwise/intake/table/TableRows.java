package org.turnwise.intake.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Entities;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.Unreadable;

/** A table by the names of its columns, as a mapping reads it and a person is shown it. */
public final class TableRows {

    private static final int LONGEST_HEADER = 10_000;
    private static final int FIRST = 200;

    private final String text;
    private final char delimiter;
    private final List<String> names;

    private TableRows(String text, char delimiter, List<String> names) {
        this.text = text;
        this.delimiter = delimiter;
        this.names = names;
    }

    /**
     * The table in a file.
     *
     * @throws Unreadable  if it is none
     * @throws IOException if it can't be read
     */
    public static TableRows of(InputFile file) throws IOException, Unreadable {
        return of(DecodedText.of(file.bytes(TableReader.MOST_BYTES)).text())
                .orElseThrow(() -> new Unreadable(1, "is no table: its first line has no two headings with a comma, semicolon, tab or bar between them"));
    }

    /** Empty if the first line has no two headings. @param asWritten the whole or its beginning */
    static Optional<TableRows> of(String asWritten) {
        String text = MarkdownTable.plain(asWritten);
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        Optional<TableRows> best = Optional.empty();
        for (char delimiter : TableLayout.DELIMITERS) {
            if (first.length() <= LONGEST_HEADER && first.indexOf(delimiter) >= 0) {
                List<String> names = names(first, delimiter);
                if (names.size() > best.map(table -> table.names.size()).orElse(1)) {
                    best = Optional.of(new TableRows(text, delimiter, names));
                }
            }
        }
        return best;
    }

    /** A column without a heading goes by its number, one whose heading comes again has a number behind it. */
    private static List<String> names(String first, char delimiter) {
        Set<String> names = new LinkedHashSet<>();
        try (CSVParser parser = TableLayout.format(delimiter).parse(new StringReader(first))) {
            for (CSVRecord header : parser) {
                for (String heading : header) {
                    String name = heading.isBlank() ? "column " + (names.size() + 1) : heading.strip();
                    for (int again = 2; !names.add(name); again++) {
                        name = heading.strip() + " (" + again + ")";
                    }
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return List.of();
        }
        return List.copyOf(names);
    }

    /** Of its columns, in order. */
    public List<String> names() {
        return names;
    }

    /** The first of these mappings that names only columns that are there. */
    Optional<MappingProfile> kept(List<MappingProfile> mappings) {
        return mappings.stream().filter(mapping -> mapping.forTable() && mapping.fits(new HashSet<>(names))).findFirst();
    }

    /**
     * At most so many of its rows.
     *
     * @throws Unreadable if rows can't be told apart, or the last one is cut off
     */
    public List<Row> rows(int most) throws Unreadable {
        List<Row> rows = new ArrayList<>();
        new RowWalk(text, delimiter, 1).below((cells, line) -> {
            rows.add(new Row(line, fields(cells)));
            return rows.size() < most;
        });
        if (rows.isEmpty()) {
            throw new Unreadable(1, "has a header but no rows");
        }
        return rows;
    }

    private Map<String, String> fields(CSVRecord cells) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), cells.size()); i++) {
            String value = Entities.decode(cells.get(i)).replaceAll("[\\s\\u00A0]+", " ").strip();
            if (!value.isEmpty()) {
                fields.put(names.get(i), value);
            }
        }
        return fields;
    }

    /** By its headings, or where they say nothing by what the columns hold; empty if nothing in it seems to be said. */
    public Optional<MappingGuess> guess() throws Unreadable {
        Optional<MappingGuess> byContent = MappingGuess.of("", rows(FIRST));
        Optional<TableLayout> layout = TableLayout.guess(text.substring(0, Math.min(text.length(), InputFile.HEAD)));
        if (layout.isPresent() && layout.get().header().size() == names.size()) {
            return Optional.of(new MappingGuess(layout.get().profile(names), 1, byContent.map(MappingGuess::reasons).orElse(List.of())));
        }
        return byContent;
    }
}
