package org.turnwise.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.turnwise.call.Call;
import org.turnwise.intake.json.JsonRows;
import org.turnwise.intake.mapping.MappedRows;
import org.turnwise.intake.mapping.MappingGuess;
import org.turnwise.intake.mapping.Row;
import org.turnwise.intake.reading.ImportedCall;
import org.turnwise.intake.reading.InputFile;
import org.turnwise.intake.reading.MappingProfile;
import org.turnwise.intake.reading.TranscriptReader;
import org.turnwise.intake.reading.Unreadable;
import org.turnwise.intake.table.TableRows;

/** A JSON file or table of no known tool, as a person is shown it to say what its fields mean. Holds the file's rows in memory; any thread. */
public final class UnknownFile {

    /** What a file would become. @param problem why it or a part of it could not be read so; null if it could */
    public record Outlook(List<Call> calls, @Nullable String problem) {}

    private static final int FIRST = 200;

    private final Path path;
    private final @Nullable JsonRows json;
    private final @Nullable TableRows table;

    private UnknownFile(Path path, @Nullable JsonRows json, @Nullable TableRows table) {
        this.path = path;
        this.json = json;
        this.table = table;
    }

    /** @throws Unreadable if it is neither JSON nor a table, or can't be read */
    public static UnknownFile open(Path path) throws Unreadable {
        try {
            InputFile file = InputFile.open(path);
            return file.glimpse().looksLikeJson() ? new UnknownFile(path, JsonRows.of(file), null) : new UnknownFile(path, null, TableRows.of(file));
        } catch (IOException e) {
            throw new Unreadable(0, Unreadable.why(e), e);
        }
    }

    public Path path() {
        return path;
    }

    /** Where its rows may be, as {@link MappingProfile#rows()} says it; of a table, the empty path alone. */
    public List<String> paths() {
        return json == null ? List.of("") : json.paths();
    }

    /** The fields of the first rows there, in order. */
    public List<String> fields(String rows) throws Unreadable {
        if (table != null) {
            return table.names();
        }
        Set<String> fields = new LinkedHashSet<>();
        rows(rows, FIRST).forEach(row -> fields.addAll(row.fields().keySet()));
        return List.copyOf(fields);
    }

    public List<Row> rows(String rows, int most) throws Unreadable {
        return json != null ? json.rows(rows, most) : table != null ? table.rows(most) : List.of();
    }

    /** What its fields seem to say; empty if nothing in them seems to be said. */
    public Optional<MappingGuess> guess() throws Unreadable {
        return json != null ? json.guess() : table != null ? table.guess() : Optional.empty();
    }

    /** What the first rows become under a mapping. */
    public Outlook outlook(MappingProfile profile) {
        List<Call> calls = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        try {
            new MappedRows(profile, String.valueOf(path.getFileName()), "mapped", List.of()).read(rows(profile.rows(), FIRST), new TranscriptReader.Arrivals() {
                @Override
                public void call(ImportedCall call) {
                    calls.add(call.call());
                }

                @Override
                public void failed(int line, String reason) {
                    problems.add(said(line, reason));
                }

                @Override
                public void skipped(String why) {
                    problems.add(why);
                }

                @Override
                public TranscriptReader.Arrivals within(String member) {
                    return this;
                }
            });
        } catch (Unreadable e) {
            problems.add(said(e.line(), e.reason()));
        }
        return new Outlook(List.copyOf(calls), problems.isEmpty() ? null : problems.getFirst());
    }

    private static String said(int line, String reason) {
        return line > 0 ? "line " + line + ": " + reason : reason;
    }
}
