package org.turnwise.intake.crm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.table.ColumnProfile;
import org.turnwise.intake.crm.table.ColumnProfiles;
import org.turnwise.intake.crm.table.TableReader;
import org.turnwise.intake.crm.table.TableReading;
import org.turnwise.intake.reading.DecodedText;
import org.turnwise.intake.reading.Unreadable;

/** Reads tables of outcomes by what a person says of their columns, or said of such tables before. Takes nothing of them into the workspace. Any thread. */
public final class ProfiledTables {

    /**
     * What a person is shown of a table.
     *
     * @param profile it is read by
     * @param columns with some of their values
     * @param words   what its columns of outcome, status and stage say, and how each is taken
     * @param reading what it says so; empty if it can't be read so
     * @param problem why not; empty if it can
     */
    public record Outlook(
            ColumnProfile profile, List<TableReading.Sampled> columns, List<TableReading.Word> words, Optional<TableReading> reading, String problem) {

        public Outlook {
            columns = List.copyOf(columns);
            words = List.copyOf(words);
        }
    }

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final ColumnProfiles profiles;

    ProfiledTables(ColumnProfiles profiles) {
        this.profiles = profiles;
    }

    /**
     * What a table says, and how its columns are taken.
     *
     * @param profile null for what they kept for such tables, if anything
     * @throws Unreadable if it can't be read, or is no table of outcomes
     */
    public TableReading read(Path table, @Nullable ColumnProfile profile) throws Unreadable {
        String file = String.valueOf(table.getFileName());
        String text = text(table);
        return profile == null ? TableReader.read(file, text, profiles.all()) : TableReader.read(file, text, profile);
    }

    /**
     * A table under what a person says of its columns.
     *
     * @param profile null for what they kept for such tables, if anything
     * @throws Unreadable if it is no table
     */
    public Outlook outlook(Path table, @Nullable ColumnProfile profile) throws Unreadable {
        String text = text(table);
        ColumnProfile under = profile == null ? TableReader.fitting(text, profiles.all()) : profile;
        List<TableReading.Sampled> columns = TableReader.columns(text, under);
        List<TableReading.Word> words = TableReader.words(text, under);
        try {
            return new Outlook(under, columns, words, Optional.of(TableReader.read(String.valueOf(table.getFileName()), text, under)), "");
        } catch (Unreadable e) {
            return new Outlook(under, columns, words, Optional.empty(), (e.line() > 0 ? "Line " + e.line() + " " : "The table ") + e.reason());
        }
    }

    private static String text(Path table) throws Unreadable {
        try {
            return DecodedText.read(table, MOST_BYTES).text();
        } catch (IOException e) {
            throw new Unreadable(0, Unreadable.why(e), e);
        }
    }

    /** Keeps what a person said of a table, so that such tables are read so from now on. */
    public void keep(ColumnProfile profile) {
        profiles.keep(profile);
    }
}
