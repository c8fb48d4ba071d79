package org.turnwise.intake.crm.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.crm.deal.StageChange;
import org.turnwise.reward.OutcomeKind;
import org.turnwise.reward.SourceRow;

/**
 * What a table says.
 *
 * @param columns  as they were taken
 * @param rows     of data
 * @param entries  what the rows that could be read say
 * @param problems those that couldn't
 * @param notes    what a person may want to look at; whole sentences
 */
public record TableReading(List<Column> columns, int rows, Entries entries, List<Problem> problems, List<String> notes) {

    /** How a note begins without which what was taken misleads. */
    public static final String CAREFUL = "Careful: ";

    public TableReading {
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** A column and what it is taken to mean; null if it is not looked at. */
    public record Column(String header, @Nullable Meaning meaning) {}

    /** A column as a person is shown it. @param samples some of its values, in the order of the rows */
    public record Sampled(Column column, List<String> samples) {

        public Sampled {
            samples = List.copyOf(samples);
        }
    }

    /** What a table says in its columns of outcome, status and stage. @param kind null if that is not known */
    public record Word(String said, @Nullable OutcomeKind kind) {}

    /** What the rows of a table are. */
    public sealed interface Entries {}

    public record Deals(List<Deal> deals) implements Entries {}

    public record CallOutcomes(List<CallOutcome> outcomes) implements Entries {}

    public record Meetings(List<Meeting> meetings) implements Entries {}

    public record StageChanges(List<StageChange> changes) implements Entries {}

    /**
     * What came of one call.
     *
     * @param call    its id, title or file
     * @param outcome null if the row only says which deal the call belongs to
     * @param deal    id of the deal that the row names, or null
     */
    public record CallOutcome(String call, @Nullable OutcomeKind outcome, @Nullable String deal, SourceRow row) {}

    /**
     * A meeting in a CRM's calendar.
     *
     * @param at      when it was to start; null if only the day is known
     * @param outcome null if what the CRM says is no outcome of the conversation, as that it was held or moved
     */
    public record Meeting(String title, LocalDate on, @Nullable Instant at, @Nullable OutcomeKind outcome, String said, SourceRow row) {}
}
