package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An amount as people of any country write it: one number, with a currency, a sign and a word for thousands or millions at most. A cell that says anything
 * else, as a range, a rate or a second amount, is no amount.
 *
 * @param amount   with two decimals
 * @param currency three letters, where the cell says
 */
record Money(BigDecimal amount, @Nullable String currency) {

    private static final String SPACES = "[\\s\\u00a0\\u202f\\u2009]";
    private static final Pattern CELL = Pattern.compile("(?<before>[^\\d.,]*)(?<number>[.,]?\\d(?:[\\d.,'’ ]*\\d)?(?:[eE][+-]?\\d{1,2})?)(?<after>.*)");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,'’ ]\\d{3})+(?:[.,]\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}(?:\\.\\d+)?"
            + "|[.,]?\\d+(?:[.,]\\d+)?");
    private static final Pattern BOTH = Pattern.compile("[1-9]\\d{0,2}[.,]\\d{3}");
    private static final Pattern POWER = Pattern.compile("(\\d+(?:[.,]\\d+)?)[eE]([+-]?\\d{1,2})");
    /** Swiss and Dutch people write that there are no cents. */
    private static final Pattern NO_CENTS = Pattern.compile("^[.,][-–—]{1,2}");
    private static final Pattern MULTIPLE_OF_SIGN = Pattern.compile("^(k|K|m|M|Mio\\.?|Tsd\\.?)([€£$])");
    private static final Map<String, Integer> POWERS = Map.ofEntries(Map.entry("k", 3), Map.entry("tsd", 3), Map.entry("thousand", 3), Map.entry("m", 6),
            Map.entry("mm", 6), Map.entry("mn", 6), Map.entry("mln", 6), Map.entry("mio", 6), Map.entry("million", 6), Map.entry("millions", 6),
            Map.entry("millionen", 6), Map.entry("millones", 6), Map.entry("bn", 9), Map.entry("mrd", 9));
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("€", "EUR"), Map.entry("euro", "EUR"), Map.entry("euros", "EUR"),
            Map.entry("£", "GBP"), Map.entry("us$", "USD"), Map.entry("r$", "BRL"), Map.entry("c$", "CAD"), Map.entry("ca$", "CAD"), Map.entry("a$", "AUD"),
            Map.entry("au$", "AUD"), Map.entry("nz$", "NZD"), Map.entry("hk$", "HKD"), Map.entry("₹", "INR"), Map.entry("₽", "RUB"), Map.entry("₴", "UAH"),
            Map.entry("₺", "TRY"), Map.entry("₩", "KRW"), Map.entry("zł", "PLN"), Map.entry("kč", "CZK"), Map.entry("$", ""), Map.entry("¥", ""),
            Map.entry("kr", ""), Map.entry("rs", ""), Map.entry("fr", ""));
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());
    private static final int MOST_DIGITS = 18;

    /** What stands before or after the number. @param currency empty where a sign may be of several, null if none is said */
    private record Around(@Nullable String currency, int power, boolean minus) {}

    /** @param mark of the decimals in the column of the cell, or null if its cells don't settle it: a mark before three digits then parts thousands */
    static Optional<Money> of(String cell, @Nullable Character mark) {
        String text = cell.replaceAll(SPACES + "+", " ").replace('\u2212', '-').strip();
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        Matcher found = CELL.matcher(bracketed ? text.substring(1, text.length() - 1).strip() : text);
        if (!found.matches()) {
            return Optional.empty();
        }
        Optional<Around> around = found.group("after").startsWith(" -")
                ? Optional.empty()
                : around(found.group("before"), NO_CENTS.matcher(found.group("after").strip()).replaceFirst(""));
        if (around.isEmpty() || bracketed && around.get().minus()) {
            return Optional.empty();
        }
        boolean negative = bracketed || around.get().minus();
        String currency = around.get().currency() == null || around.get().currency().isEmpty() ? null : around.get().currency();
        String number = found.group("number").strip();
        if (mark == null && fitsBoth(number) && (around.get().power() > 0 || threeDecimals(currency))) {
            return Optional.empty();
        }
        return number(number, mark)
                .map(read -> read.scaleByPowerOfTen(around.get().power()).setScale(2, RoundingMode.HALF_UP))
                .filter(read -> read.precision() - read.scale() <= MOST_DIGITS)
                .map(read -> new Money(negative ? read.negate() : read, currency));
    }

    /** The mark of the decimals that a cell proves by itself: it stands last and alone, and no three digits follow. Null if it proves none. */
    static @Nullable Character provenMark(String cell) {
        Matcher found = CELL.matcher(cell.replaceAll(SPACES + "+", " ").strip());
        String number = found.matches() ? found.group("number") : "";
        int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
        if (last < 0 || !GROUPED.matcher(number).matches()) {
            return null;
        }
        char mark = number.charAt(last);
        char other = mark == '.' ? ',' : '.';
        boolean alone = number.indexOf(mark) == last;
        if (!alone) {
            return number.indexOf(other) < 0 ? other : null;
        }
        boolean grouped = number.chars().anyMatch(sign -> sign == other || sign == '\'' || sign == '’' || sign == ' ');
        return grouped || number.length() - last != 4 || last > 3 || number.startsWith("0") ? Character.valueOf(mark) : null;
    }

    private static Optional<Around> around(String before, String after) {
        String currency = null;
        int power = 0;
        boolean minus = false;
        List<String> first = words(before);
        List<String> all = new ArrayList<>(first);
        all.addAll(words(MULTIPLE_OF_SIGN.matcher(after.strip()).replaceFirst("$1 $2")));
        for (int at = 0; at < all.size(); at++) {
            String word = all.get(at);
            String plain = word.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            String code = SIGNS.getOrDefault(plain, word.toUpperCase(Locale.ROOT));
            if (word.equals("-") && !minus) {
                minus = true;
            } else if (at >= first.size() && power == 0 && POWERS.containsKey(plain)) {
                power = POWERS.get(plain);
            } else if ((code.isEmpty() || CODES.contains(code)) && (currency == null || currency.isEmpty())) {
                currency = code;
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new Around(currency, power, minus));
    }

    private static List<String> words(String text) {
        return Stream.of(text.replace("-", " - ").split(" ", -1)).filter(word -> !word.isEmpty()).toList();
    }

    /** One mark before three digits: 12.500 is a few or some thousands. */
    private static boolean fitsBoth(String number) {
        return BOTH.matcher(number).matches();
    }

    private static Optional<BigDecimal> number(String written, @Nullable Character mark) {
        Matcher power = POWER.matcher(written);
        if (power.matches()) {
            return Optional.of(new BigDecimal(power.group(1).replace(',', '.')).scaleByPowerOfTen(Integer.parseInt(power.group(2))));
        }
        if (!GROUPED.matcher(written).matches()) {
            return Optional.empty();
        }
        Character own = provenMark(written);
        String plain = written.replaceAll("['’ ]", "");
        Character decimal = own == null ? mark : own;
        int at = decimal == null ? -1 : plain.lastIndexOf(decimal);
        String whole = (at < 0 ? plain : plain.substring(0, at)).replaceAll("[.,]", "");
        String fraction = at < 0 ? "" : plain.substring(at + 1);
        return fraction.chars().allMatch(Character::isDigit)
                ? Optional.of(new BigDecimal((whole.isEmpty() ? "0" : whole) + "." + (fraction.isEmpty() ? "0" : fraction)))
                : Optional.empty();
    }

    private static boolean threeDecimals(@Nullable String currency) {
        return currency != null && CODES.contains(currency) && Currency.getInstance(currency).getDefaultFractionDigits() == 3;
    }
}
