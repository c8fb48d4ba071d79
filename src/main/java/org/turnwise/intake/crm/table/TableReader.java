package org.turnwise.intake.crm.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.SourceRow;

/** Reads a table of any CRM, or of a person: what its columns mean decides what its rows are. Any thread. */
public final class TableReader {

    private static final int SAMPLES = 4;
    private static final int MOST_WORDS = 60;
    /** What is kept of a row, for a person to look at. */
    private static final int MOST_CELLS = 100;
    private static final int LONGEST_CELL = 500;

    private TableReader() {}

    /**
     * @param file     its name, for what is read to be followed back to it
     * @param text     delimited or JSON
     * @param profiles what people said of such tables; the first that fits is taken
     * @throws Unreadable if it is no table, or none of outcomes
     */
    public static TableReading read(String file, String text, List<ColumnProfile> profiles) throws Unreadable {
        return read(file, text, fitting(text, profiles));
    }

    /** Under a profile that a person chose. */
    public static TableReading read(String file, String text, ColumnProfile profile) throws Unreadable {
        refuseOthers(text);
        RawTable table = raw(text, profile);
        Columns columns = new Columns(table.header(), table.rows(), profile);
        List<String> notes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(table.broken());
        TableReading.Entries entries = entries(new Rows(file, table, columns, profile, problems, notes));
        notes.addAll(0, OneSided.notes(table.rows().size(), entries, problems));
        noteFooter(table.footer(), notes);
        return new TableReading(columns.taken(), table.rows().size(), entries, problems, notes);
    }

    /**
     * What the columns are taken to mean, with some of their values, whether or not the table can be read so.
     *
     * @throws Unreadable if it is no table
     */
    public static List<TableReading.Sampled> columns(String text, ColumnProfile profile) throws Unreadable {
        refuseOthers(text);
        RawTable table = raw(text, profile);
        List<TableReading.Column> taken = new Columns(table.header(), table.rows(), profile).taken();
        List<TableReading.Sampled> sampled = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            int column = i;
            sampled.add(new TableReading.Sampled(
                    taken.get(i), table.rows().stream().map(row -> row.cell(column)).filter(cell -> !cell.isEmpty()).distinct().limit(SAMPLES).toList()));
        }
        return sampled;
    }

    /**
     * The different words of its columns of outcome, status and stage, at most {@value #MOST_WORDS}, and how each is taken.
     *
     * @throws Unreadable if it is no table
     */
    public static List<TableReading.Word> words(String text, ColumnProfile profile) throws Unreadable {
        refuseOthers(text);
        RawTable table = raw(text, profile);
        Columns columns = new Columns(table.header(), table.rows(), profile);
        DealStatus status = new DealStatus(columns, profile);
        boolean ofDeals = !columns.hasAny(Meaning.CALL_ID, Meaning.MEETING_OUTCOME);
        Map<String, TableReading.Word> words = new LinkedHashMap<>();
        for (RawTable.Row row : table.rows()) {
            for (Meaning meaning : List.of(Meaning.STATUS, Meaning.STAGE, Meaning.MEETING_OUTCOME)) {
                columns.values(row, meaning).filter(said -> words.size() < MOST_WORDS).forEach(said -> words.computeIfAbsent(said, word -> {
                    Optional<OutcomeKind> kind = ofDeals ? status.known(said, meaning) : profile.word(said).or(() -> OutcomeWords.kindOf(said));
                    return new TableReading.Word(said, kind.orElse(null));
                }));
            }
        }
        return List.copyOf(words.values());
    }

    /** The profile among these that is taken for the table; says nothing if none fits. */
    public static ColumnProfile fitting(String text, List<ColumnProfile> profiles) throws Unreadable {
        refuseOthers(text);
        RawTable bare = raw(text, ColumnProfile.NONE);
        return profiles.stream().filter(known -> known.fits(bare.header())).findFirst().orElse(ColumnProfile.NONE);
    }

    private static void noteFooter(List<RawTable.Row> footer, List<String> notes) {
        if (!footer.isEmpty()) {
            String first = footer.getFirst().cells().stream().map(String::strip).filter(cell -> !cell.isEmpty()).findFirst().orElse("");
            notes.add("The end of the table, from line " + footer.getFirst().line() + " on, was taken for the footer of a report and left out: \""
                    + first + "\""
                    + (footer.size() > 1 ? " and " + (footer.size() - 1) + " more." : "."));
        }
    }

    private static RawTable raw(String text, ColumnProfile profile) throws Unreadable {
        return JsonTable.looksLike(text) ? JsonTable.of(text) : DelimitedTable.of(text, profile);
    }

    private static void refuseOthers(String text) throws Unreadable {
        String start = text.stripLeading();
        String lower = start.substring(0, Math.min(200, start.length())).toLowerCase(Locale.ROOT);
        if (lower.startsWith("<html") || lower.startsWith("<!doctype") || lower.startsWith("<table") || lower.startsWith("<?xml")) {
            throw new Unreadable(1, "is a web page or XML, as some CRMs call an .xls export; export it as CSV");
        }
        if (start.isEmpty()) {
            throw new Unreadable(0, "is empty");
        }
    }

    private static TableReading.Entries entries(Rows rows) throws Unreadable {
        Columns columns = rows.columns();
        boolean says = columns.hasAny(Meaning.WON, Meaning.CLOSED, Meaning.STATUS, Meaning.STATE_CODE, Meaning.STAGE, Meaning.MEETING_OUTCOME);
        if (StageRows.are(rows)) {
            return new StageRows(rows).read();
        }
        if (columns.has(Meaning.CALL_ID) && (says || columns.has(Meaning.DEAL_ID))) {
            return new CallOutcomeRows(rows).read();
        }
        if (columns.has(Meaning.MEETING_START) && columns.has(Meaning.MEETING_OUTCOME)) {
            return new MeetingRows(rows).read();
        }
        if (DealIds.name(columns) && says) {
            return new DealRows(rows, new DealIds(rows)).read();
        }
        Optional<DealNames> names = says && !columns.has(Meaning.ID) ? DealNames.in(rows) : Optional.empty();
        if (names.isPresent()) {
            rows.notes().add(names.get().note());
            return new DealRows(rows, names.get()).read();
        }
        throw new Unreadable(rows.table().headerLine(), missing(columns, says)
                + "; expected a table of outcomes: deals with an id and a stage, status or won, or calls as in call_id,outcome; but found "
                + shown(rows.table().header()) + ". " + NextStep.of(rows, says));
    }

    private static String missing(Columns columns, boolean says) {
        Set<String> missing = new LinkedHashSet<>();
        if (!columns.hasAny(Meaning.DEAL_ID, Meaning.ID, Meaning.CALL_ID)) {
            missing.add("no column \"call_id\" and none with a deal's id");
        } else if (!columns.hasAny(Meaning.DEAL_ID, Meaning.CALL_ID) && says) {
            missing.add("an id and a status, and nothing that says they are a deal's");
        }
        if (!says) {
            missing.add("no column \"outcome\", and none with a stage, status or won");
        }
        return "has " + (missing.isEmpty() ? "no rows that say what came of a deal or a call" : String.join(", ", missing));
    }

    private static String shown(List<String> header) {
        String all = String.join(", ", header.stream().map(String::strip).toList());
        return all.length() <= 300 ? all : all.substring(0, 300) + " …";
    }

    /** The rows of one table on their way to what they say. */
    record Rows(String file, RawTable table, Columns columns, ColumnProfile profile, List<Problem> problems, List<String> notes) {

        void fail(RawTable.Row row, String reason) {
            problems.add(new Problem(row.line(), reason));
        }

        /** Where the row stands, and what it says cell by cell. */
        SourceRow source(RawTable.Row row, @Nullable String crmId) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(MOST_CELLS, row.cells().size()); i++) {
                String header = i < table.header().size() && !table.header().get(i).isBlank() ? table.header().get(i).strip() : "column " + (i + 1);
                String cell = row.cell(i);
                if (!cell.isEmpty()) {
                    cells.putIfAbsent(header, cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + " …");
                }
            }
            return new SourceRow(file, row.line(), crmId, cells);
        }

        /** @throws Unreadable if dates of these columns fit both orders of day and month, and nobody said which it is */
        DateColumns dates(Meaning... meanings) throws Unreadable {
            return new DateColumns(table, columns, profile, meanings);
        }
    }
}
