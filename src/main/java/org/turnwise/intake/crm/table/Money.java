package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people of any country write it.
 *
 * @param amount   with two decimals
 * @param currency three letters, where the cell says
 */
record Money(BigDecimal amount, @Nullable String currency) {

    private static final Pattern CODE = Pattern.compile("(?<![A-Z])[A-Z]{3}(?![A-Z])");
    private static final int MOST_DIGITS = 18;

    static Optional<Money> of(String cell) {
        String digits = cell.replaceAll("[^\\d.,-]", "");
        boolean negative = cell.contains("-") || cell.contains("\u2212") || cell.strip().startsWith("(");
        digits = digits.replace("-", "");
        if (digits.isEmpty() || digits.length() > MOST_DIGITS || !digits.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        int decimal = decimalMark(digits);
        String whole = (decimal < 0 ? digits : digits.substring(0, decimal)).replaceAll("[.,]", "");
        String fraction = decimal < 0 ? "" : digits.substring(decimal + 1);
        if (!fraction.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + (fraction.isEmpty() ? "0" : fraction)).setScale(2, RoundingMode.HALF_UP);
        return Optional.of(new Money(negative ? amount.negate() : amount, currency(cell)));
    }

    /** Where the decimals begin; -1 if there are none. A mark before three digits parts thousands, unless the other mark comes earlier. */
    private static int decimalMark(String digits) {
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (last < 0) {
            return -1;
        }
        char mark = digits.charAt(last);
        char other = mark == '.' ? ',' : '.';
        if (digits.indexOf(other) >= 0) {
            return digits.indexOf(mark) == last ? last : -1;
        }
        boolean several = digits.indexOf(mark) != last;
        return several || digits.length() - last == 4 && last <= 3 && last > 0 && !digits.startsWith("0") ? -1 : last;
    }

    private static @Nullable String currency(String cell) {
        if (cell.contains("€")) {
            return "EUR";
        }
        if (cell.contains("£")) {
            return "GBP";
        }
        Matcher code = CODE.matcher(cell);
        return code.find() ? code.group() : null;
    }
}
