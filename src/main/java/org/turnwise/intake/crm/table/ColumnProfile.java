package org.turnwise.intake.crm.table;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.reward.OutcomeKind;

/**
 * What a person said of the tables they import, over what can be guessed.
 *
 * @param name    by which it is kept
 * @param columns what a header means, by {@link Meaning#normalised}
 * @param dates   for dates that fit both orders, or null if that was never asked
 * @param words   what values of stage and status mean, in lower case
 */
public record ColumnProfile(String name, Map<String, Meaning> columns, @Nullable DateOrder dates, Map<String, OutcomeKind> words) {

    /** Says nothing over the guess. */
    public static final ColumnProfile NONE = new ColumnProfile("", Map.of(), null, Map.of());

    public ColumnProfile {
        columns = Map.copyOf(columns);
        words = Map.copyOf(words);
    }

    Optional<Meaning> meaning(String header) {
        Meaning said = columns.get(Meaning.normalised(header));
        return said == null ? Meaning.of(header) : Optional.of(said).filter(meaning -> meaning != Meaning.NOTHING);
    }

    /** Whether a person said what the column is. */
    boolean tells(String header) {
        return columns.containsKey(Meaning.normalised(header));
    }

    Optional<OutcomeKind> word(String value) {
        return Optional.ofNullable(words.get(value.strip().toLowerCase(Locale.ROOT)));
    }

    /** Whether a table with this header is one that the profile was made for: it has every column that the profile names. */
    boolean fits(List<String> header) {
        return !columns.isEmpty() && header.stream().map(Meaning::normalised).toList().containsAll(columns.keySet());
    }
}
