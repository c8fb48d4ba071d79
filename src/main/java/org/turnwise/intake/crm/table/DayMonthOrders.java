package org.turnwise.intake.crm.table;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which of day and month comes first where a table writes both in numbers. Tables are put together from several hands, so each column is settled by itself, and
 * within it each sign between the numbers; where a column says nothing, the others of the table may.
 */
final class DayMonthOrders {

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d).*", Pattern.DOTALL);
    private static final int MONTHS = 12;
    private static final int SHORTEST = "1/2/26".length();

    /** Of two digits, where the year may stand first; earlier ones are hardly in a CRM. */
    private static final int FIRST_YEAR = 15;
    private static final int LAST_YEAR = 40;

    /** @param column -1 for the table as a whole */
    private record Place(int column, char sign) {}

    private final @Nullable DateOrder said;
    private final Map<Place, Set<DateOrder>> proven = new HashMap<>();
    private final Map<Place, String> examples = new HashMap<>();
    private final Map<Integer, Boolean> yearFirst = new HashMap<>();

    /** @param said by a person, for dates that fit both; or null */
    DayMonthOrders(@Nullable DateOrder said) {
        this.said = said;
    }

    /** Looks at a cell of any column: what settles one may be written in another. */
    void see(int column, String cell) {
        if (cell.length() < SHORTEST || !Character.isDigit(cell.charAt(0))) {
            return;
        }
        Matcher numbers = NUMBERS.matcher(cell);
        if (!numbers.matches()) {
            return;
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(3));
        char sign = numbers.group(2).charAt(0);
        if (sign == '-' && numbers.group(4).length() == 2) {
            int last = Integer.parseInt(numbers.group(4));
            yearFirst.merge(column, first >= FIRST_YEAR && first <= LAST_YEAR && last >= 1 && last <= 31, Boolean::logicalAnd);
        }
        only(first, second).ifPresent(order -> {
            proven.computeIfAbsent(new Place(column, sign), place -> EnumSet.noneOf(DateOrder.class)).add(order);
            proven.computeIfAbsent(new Place(-1, sign), place -> EnumSet.noneOf(DateOrder.class)).add(order);
        });
        if (first <= MONTHS && second <= MONTHS && first != second) {
            examples.putIfAbsent(new Place(column, sign), cell);
        }
    }

    /** The only order that two numbers fit. */
    private static Optional<DateOrder> only(int first, int second) {
        if (first > MONTHS && first <= 31 && second <= MONTHS) {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        return second > MONTHS && second <= 31 && first <= MONTHS ? Optional.of(DateOrder.MONTH_FIRST) : Optional.empty();
    }

    /** For one date of a column; empty if it fits both orders, and nothing settles which it is. */
    Optional<DateOrder> of(int column, int first, int second, char sign) {
        return only(first, second).or(() -> first == second ? Optional.of(DateOrder.DAY_FIRST) : settled(column, sign));
    }

    /** Whether all dates of the column such as 26-03-05 may as well begin with the year. */
    boolean mayBeYearFirst(int column) {
        return yearFirst.getOrDefault(column, false);
    }

    /** A date of the column that fits both orders, with nothing to settle which it is. */
    Optional<String> unsettled(int column) {
        return examples.entrySet().stream()
                .filter(example -> example.getKey().column() == column && settled(column, example.getKey().sign()).isEmpty())
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst();
    }

    private Optional<DateOrder> settled(int column, char sign) {
        if (said != null) {
            return Optional.of(said);
        }
        Set<DateOrder> own = proven.getOrDefault(new Place(column, sign), Set.of());
        Set<DateOrder> orders = own.isEmpty() ? proven.getOrDefault(new Place(-1, sign), Set.of()) : own;
        if (orders.isEmpty() && sign == '.') {
            return Optional.of(DateOrder.DAY_FIRST);
        }
        return orders.size() == 1 ? Optional.of(orders.iterator().next()) : Optional.empty();
    }
}
