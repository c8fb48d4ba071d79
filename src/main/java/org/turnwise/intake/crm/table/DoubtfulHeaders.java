package org.turnwise.intake.crm.table;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
     * @param cells those that aren't blank, anew each time
     */
    static Optional<Meaning> settle(String header, Optional<Meaning> guess, Supplier<Stream<String>> cells) {
        String plain = Meaning.normalised(header);
        if (plain.equals("opportunity")) {
            return Optional.of(all(cells, NUMBER) ? Meaning.AMOUNT : Meaning.NAME);
        }
        if (plain.equals("stageid")) {
            return cells.get().anyMatch(WORD.asMatchPredicate()) ? Optional.of(Meaning.STAGE) : Optional.empty();
        }
        return guess.map(meaning -> meaning != ofDays(meaning) && all(cells, DAY) ? ofDays(meaning) : meaning);
    }

    /** Pipedrive's "Deal - Closed" is no yes or no: it says when. */
    private static Meaning ofDays(Meaning meaning) {
        return switch (meaning) {
            case CLOSED -> Meaning.CLOSED_AT;
            case WON -> Meaning.WON_AT;
            default -> meaning;
        };
    }

    private static boolean all(Supplier<Stream<String>> cells, Pattern pattern) {
        return cells.get().findAny().isPresent() && cells.get().allMatch(pattern.asMatchPredicate());
    }
}
