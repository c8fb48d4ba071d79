package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which column of a table holds what. Of several with one meaning the surest that isn't blank comes first. */
final class Columns {

    /** What only deals have: beside these a column that is called no more than "Call" or "File" is something of the deal, and names no call. */
    private static final Meaning[] OF_DEALS = {Meaning.STAGE, Meaning.STATE_CODE, Meaning.CLOSED, Meaning.AMOUNT, Meaning.CLOSED_AT, Meaning.WON_AT,
            Meaning.LOST_AT};
    private static final List<String> HARDLY_CALLS = List.of("call", "file");

    private final List<String> header;
    private final Map<Meaning, List<Integer>> columns = new EnumMap<>(Meaning.class);

    Columns(List<String> header, List<RawTable.Row> rows, ColumnProfile profile) {
        this.header = header;
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            meaning(header.get(column), column, rows, profile).ifPresent(meaning -> columns.computeIfAbsent(meaning, m -> new ArrayList<>()).add(column));
        }
        if (hasAny(Meaning.DEAL_ID, Meaning.ID) && hasAny(OF_DEALS)) {
            forgetCalls(profile);
        }
        columns.forEach((meaning, places) -> places.sort(
                Comparator.<Integer, Boolean>comparing(column -> isBlank(rows, column)).thenComparing(column -> meaning.rank(header.get(column)))));
    }

    private static Optional<Meaning> meaning(String header, int column, List<RawTable.Row> rows, ColumnProfile profile) {
        Optional<Meaning> guess = profile.meaning(header);
        if (profile.tells(header)) {
            return guess;
        }
        return DoubtfulHeaders.settle(header, guess, () -> rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()));
    }

    private static boolean isBlank(List<RawTable.Row> rows, int column) {
        return rows.stream().allMatch(row -> row.cell(column).isEmpty());
    }

    private void forgetCalls(ColumnProfile profile) {
        List<Integer> calls = columns.getOrDefault(Meaning.CALL_ID, new ArrayList<>());
        calls.removeIf(column -> HARDLY_CALLS.contains(Meaning.normalised(header.get(column))) && !profile.tells(header.get(column)));
        if (calls.isEmpty()) {
            columns.remove(Meaning.CALL_ID);
        }
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

    /** What a row says in the surest column of this meaning, and in no other: for what differs from column to column, as a deal's worth and that of a year. */
    Optional<String> surest(RawTable.Row row, Meaning meaning) {
        return columns.getOrDefault(meaning, List.of()).stream().limit(1).map(row::cell).filter(cell -> !cell.isEmpty()).findFirst();
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
