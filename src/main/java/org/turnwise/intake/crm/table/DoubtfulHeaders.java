package org.turnwise.intake.crm.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Headers that mean one thing in one CRM and another in the next: what stands below them decides. */
final class DoubtfulHeaders {

    private static final Pattern DAY = Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}.*|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}.*|\\d{12,13}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d.,' ]*");
    private static final Pattern WORD = Pattern.compile("(?:C\\d+:)?\\p{L}{3,}(?:[ _]\\p{L}+)*");

    private DoubtfulHeaders() {}

    /**
     * What a column means after a look at its cells.
     *
     * @param guess by its header alone
     * @param cells those that aren't blank
     */
    static Optional<Meaning> settle(String header, Optional<Meaning> guess, List<String> cells) {
        String plain = Meaning.normalised(header);
        if (plain.equals("opportunity")) {
            return Optional.of(all(cells, NUMBER) ? Meaning.AMOUNT : Meaning.NAME);
        }
        if (plain.equals("stageid")) {
            return cells.stream().anyMatch(WORD.asMatchPredicate()) ? Optional.of(Meaning.STAGE) : Optional.empty();
        }
        return guess.map(meaning -> all(cells, DAY) ? ofDays(meaning) : meaning);
    }

    /** Pipedrive's "Deal - Closed" is no yes or no: it says when. */
    private static Meaning ofDays(Meaning meaning) {
        return switch (meaning) {
            case CLOSED -> Meaning.CLOSED_AT;
            case WON -> Meaning.WON_AT;
            default -> meaning;
        };
    }

    private static boolean all(List<String> cells, Pattern pattern) {
        Predicate<String> fits = pattern.asMatchPredicate();
        return !cells.isEmpty() && cells.stream().allMatch(fits);
    }
}
