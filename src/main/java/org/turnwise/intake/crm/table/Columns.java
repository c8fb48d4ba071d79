package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which column of a table holds what. Of several with one meaning the surest comes first. */
final class Columns {

    private final List<String> header;
    private final Map<Meaning, List<Integer>> columns = new EnumMap<>(Meaning.class);

    Columns(List<String> header, ColumnProfile profile) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            profile.meaning(header.get(i)).ifPresent(meaning -> columns.computeIfAbsent(meaning, m -> new ArrayList<>()).add(column));
        }
        columns.forEach((meaning, places) -> places.sort(Comparator.comparingInt(column -> meaning.rank(header.get(column)))));
    }

    boolean has(Meaning meaning) {
        return columns.containsKey(meaning);
    }

    boolean hasAny(Meaning... meanings) {
        return Stream.of(meanings).anyMatch(this::has);
    }

    /** What a row says by this meaning: its first cell that isn't blank. */
    Optional<String> value(RawTable.Row row, Meaning meaning) {
        return values(row, meaning).findFirst();
    }

    /** All that a row says by this meaning. */
    Stream<String> values(RawTable.Row row, Meaning meaning) {
        return columns.getOrDefault(meaning, List.of()).stream().map(row::cell).filter(cell -> !cell.isEmpty());
    }

    /** Where columns of this meaning stand, the surest first. */
    List<Integer> places(Meaning meaning) {
        return List.copyOf(columns.getOrDefault(meaning, List.of()));
    }

    String header(int column) {
        return header.get(column).strip();
    }

    String headerOf(Meaning meaning) {
        List<Integer> places = columns.getOrDefault(meaning, List.of());
        return places.isEmpty() ? meaning.name() : header.get(places.getFirst());
    }

    /** Every header and what it is taken to mean, in order. */
    List<TableReading.Column> taken() {
        List<TableReading.Column> taken = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            Meaning meaning = columns.entrySet().stream().filter(entry -> entry.getValue().contains(column)).map(Map.Entry::getKey).findFirst().orElse(null);
            taken.add(new TableReading.Column(header.get(i).strip(), meaning));
        }
        return taken;
    }
}
