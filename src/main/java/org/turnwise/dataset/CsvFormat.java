package org.turnwise.dataset;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.turnwise.annotation.Annotation;
import org.turnwise.annotation.LabelKind;
import org.turnwise.call.Call;
import org.turnwise.call.Participant;
import org.turnwise.call.Turn;

/**
 * A row a turn, RFC 4180 in UTF-8. Lists are joined by {@code |}; where people disagree on a label of which a turn carries one, that is a list too. Labels on
 * words within the turn and on the objections that begin with it have parts of their own, and stand as JSON.
 */
final class CsvFormat implements FileFormat {

    static final List<String> COLUMNS = List.of(
            "call_id", "turn", "n_turns", "side", "speaker", "rep", "start_ms", "end_ms", "text", "stage", "acts", "objections", "flags", "quality",
            "delta", "note", "call_outcome", "reward", "annotators", "scheme", "call_note", "spans",
            "episodes");

    private static final Set<String> NUMBERS = Set.of("turn", "n_turns", "start_ms", "end_ms", "delta", "reward");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    @Override
    public String fileName() {
        return "turns.csv";
    }

    @Override
    public Sink sink(OutputStream out) throws IOException {
        CSVPrinter printer = new CSVPrinter(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), FORMAT);
        printer.printRecord(COLUMNS);
        return new Sink() {
            @Override
            public void write(ExportedCall call) throws IOException {
                for (List<String> row : rows(call)) {
                    printer.printRecord(guarded(row));
                }
            }

            @Override
            public void close() throws IOException {
                printer.close(true);
            }
        };
    }

    @Override
    public List<String> facts(ExportedCall call) {
        return rows(call).stream().map(CsvFormat::fact).toList();
    }

    @Override
    public void readBack(InputStream in, String name, BiConsumer<String, List<String>> each) throws IOException {
        try (CSVParser parser = CSVParser.parse(new InputStreamReader(in, StandardCharsets.UTF_8), FORMAT)) {
            boolean heading = true;
            String call = null;
            List<String> facts = new ArrayList<>();
            for (CSVRecord row : parser) {
                if (heading) {
                    heading = false;
                    if (!row.toList().equals(COLUMNS)) {
                        throw new DatasetExport.Mismatch(name + " starts with other columns than were written: " + row.toList());
                    }
                    continue;
                }
                List<String> cells = unguarded(row.toList());
                // A call is as many rows as it has turns; turn 0 starts the next one.
                if (call != null && cells.get(1).equals("0")) {
                    each.accept(call, facts);
                    facts = new ArrayList<>();
                }
                call = cells.getFirst();
                facts.add(fact(cells));
            }
            if (call != null) {
                each.accept(call, facts);
            }
        }
    }

    private static String fact(List<String> cells) {
        return String.join("\u0000", cells);
    }

    private static List<String> guarded(List<String> row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(NUMBERS.contains(COLUMNS.get(i)) ? FormulaGuard.guardNumber(row.get(i)) : FormulaGuard.guard(row.get(i)));
        }
        return cells;
    }

    private static List<String> unguarded(List<String> row) {
        if (row.size() != COLUMNS.size()) {
            throw new DatasetExport.Mismatch("a row has " + row.size() + " cells where " + COLUMNS.size() + " were written");
        }
        return row.stream().map(FormulaGuard::unguard).toList();
    }

    private static List<List<String>> rows(ExportedCall exported) {
        Call call = exported.call();
        String rep = call.rep().map(Participant::name).orElse("");
        String outcome = exported.known() == null ? "" : exported.known().kind().name();
        String reward = exported.known() == null ? "" : text(exported.known().reward());
        String callNote = notes(exported.onCall(LabelKind.NOTE));
        List<List<String>> rows = new ArrayList<>();
        for (Turn turn : call.turns()) {
            int i = turn.ordinal();
            List<Annotation> labels = exported.onTurn(i);
            List<Annotation> all = Stream.of(labels, exported.withinTurn(i), exported.episodesFrom(i)).flatMap(List::stream).toList();
            rows.add(List.of(
                    call.id().value(),
                    String.valueOf(i),
                    String.valueOf(call.turns().size()),
                    call.sideOf(turn).name().toLowerCase(Locale.ROOT),
                    call.speakerOf(turn).name(),
                    rep,
                    text(turn.startMs()),
                    text(turn.endMs()),
                    LoneSurrogates.without(turn.text()),
                    ids(labels, LabelKind.STAGE),
                    ids(labels, LabelKind.ACT),
                    ids(labels, LabelKind.OBJECTION),
                    ids(labels, LabelKind.FLAG),
                    ids(labels, LabelKind.QUALITY),
                    deltas(labels),
                    notes(labels.stream().filter(label -> label.kind() == LabelKind.NOTE).toList()),
                    outcome,
                    reward,
                    distinct(all.stream().map(Annotation::annotator).toList()),
                    distinct(all.stream().map(Annotation::scheme).toList()),
                    callNote,
                    LabelsAsJson.of(exported.withinTurn(i)),
                    LabelsAsJson.of(exported.episodesFrom(i))));
        }
        return rows;
    }

    private static String ids(List<Annotation> labels, LabelKind kind) {
        return distinct(labels.stream().filter(label -> label.kind() == kind).map(Annotation::label).toList());
    }

    /** The numbers themselves, which is what a delta's label is about. */
    private static String deltas(List<Annotation> labels) {
        return distinct(labels.stream()
                .filter(label -> label.kind() == LabelKind.DELTA)
                .map(label -> label.label().replaceFirst("^.*?([+\\-−]?\\d+)$", "$1").replace('−', '-').replace("+", ""))
                .toList());
    }

    private static String notes(List<Annotation> notes) {
        return notes.stream().map(note -> Objects.requireNonNullElse(note.text(), "")).collect(Collectors.joining("\n"));
    }

    private static String distinct(List<String> values) {
        return values.stream().distinct().sorted().collect(Collectors.joining("|"));
    }

    private static String text(@Nullable Number number) {
        return number == null ? "" : number.toString();
    }
}
