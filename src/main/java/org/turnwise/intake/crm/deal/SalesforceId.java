package org.turnwise.intake.crm.deal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Ids of Salesforce: 15 characters in which case counts, or those and three more that say which of them are capitals.
 *
 * <p>The suffix has a character for every five of the id: bit <i>j</i> of its place in {@code A–Z0–5} is set where character <i>j</i> is a capital.
 */
public final class SalesforceId {

    private static final String SUFFIX = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final Pattern OPPORTUNITY = Pattern.compile("006[A-Za-z0-9]{12}(?:[A-Za-z0-5]{3})?");

    private SalesforceId() {}

    /** Whether it has the shape of an opportunity's id. */
    public static boolean isOpportunity(String id) {
        return OPPORTUNITY.matcher(id).matches();
    }

    /**
     * The id in its form of 18 characters. One of 15 is taken at its word. One of 18 whose letters were all made small or large, as spreadsheets and lookups
     * do, is set right by its suffix; empty if the suffix can't belong to it.
     */
    public static Optional<String> canonical(String id) {
        if (id.length() == SHORT) {
            return Optional.of(id + suffix(id));
        }
        if (id.length() != LONG) {
            return Optional.empty();
        }
        String start = id.substring(0, SHORT);
        if (!start.equals(start.toLowerCase(Locale.ROOT)) && !start.equals(start.toUpperCase(Locale.ROOT))) {
            return Optional.of(start + suffix(start)).filter(id::equalsIgnoreCase);
        }
        StringBuilder repaired = new StringBuilder(LONG);
        for (int i = 0; i < SHORT; i++) {
            int bits = SUFFIX.indexOf(Character.toUpperCase(id.charAt(SHORT + i / 5)));
            char c = id.charAt(i);
            boolean capital = bits >= 0 && (bits >> i % 5 & 1) == 1;
            if (bits < 0 || capital && !isLetter(c)) {
                return Optional.empty();
            }
            repaired.append(capital ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return Optional.of(repaired + suffix(repaired.toString()));
    }

    private static String suffix(String id) {
        StringBuilder suffix = new StringBuilder(3);
        for (int chunk = 0; chunk < SHORT; chunk += 5) {
            int bits = 0;
            for (int j = 0; j < 5; j++) {
                char c = id.charAt(chunk + j);
                bits |= c >= 'A' && c <= 'Z' ? 1 << j : 0;
            }
            suffix.append(SUFFIX.charAt(bits));
        }
        return suffix.toString();
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
