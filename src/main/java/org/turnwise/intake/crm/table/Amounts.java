package org.turnwise.intake.crm.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a table's deals, of its surest column. A cell that proves its decimal mark settles the others; where two marks are proven, or three decimals
 * are none that the column writes, a cell that fits both is not read. A column beside it that has the amount as people are shown it tells whether the bare one
 * counts cents.
 */
final class Amounts {

    private static final Pattern BARE = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    /** As programs write numbers, with as many decimals as are needed. */
    private static final Pattern FLOAT = Pattern.compile("-?\\d+[.,]\\d+");
    private static final Pattern THREE_DECIMALS = Pattern.compile("\\D*(?:\\d{1,3}(?:,\\d{3})+\\.|\\d{1,3}(?:\\.\\d{3})+,|\\d{4,}[.,]|0[.,])\\d{3}\\D*");
    private static final BigDecimal CENTS = BigDecimal.valueOf(100);

    /** Why an amount was left empty. */
    private enum Unread {
        NO_AMOUNT("is no single amount and was left empty", "are no single amounts and were left empty"),
        TWO_MARKS("may be thousands or decimals by the others in the column and was left empty",
                "may be thousands or decimals by the others in the column and were left empty"),
        OTHER_THAN_SHOWN("differs from the amount shown beside it and was left empty", "differ from the amounts shown beside them and were left empty");

        private final String one;
        private final String many;

        Unread(String one, String many) {
            this.one = one;
            this.many = many;
        }
    }

    private final Columns columns;
    private final @Nullable Character ofFormat;
    private final int column;
    private final int shown;
    private final Set<Character> marks;
    private final Set<Character> marksShown;
    private final boolean floats;
    private final boolean threeDecimals;
    private final Map<Unread, List<String>> unread = new EnumMap<>(Unread.class);
    private int cents;

    Amounts(RawTable table, Columns columns) {
        this.columns = columns;
        this.ofFormat = table.decimals();
        this.column = columns.places(Meaning.AMOUNT).stream().findFirst().orElse(-1);
        this.shown = column < 0 ? -1 : shownBeside(table.header());
        this.marks = marks(table, column);
        this.marksShown = marks(table, shown);
        List<String> proving = column < 0 ? List.of() : table.rows().stream().map(row -> row.cell(column)).filter(cell -> Money.provenMark(cell) != null).toList();
        this.floats = proving.stream().allMatch(cell -> FLOAT.matcher(cell).matches());
        this.threeDecimals = proving.stream().anyMatch(cell -> THREE_DECIMALS.matcher(cell).matches());
    }

    /** Such as {@code value_formatted} beside {@code value}. */
    private int shownBeside(List<String> header) {
        String bare = Meaning.normalised(header.get(column));
        return IntStream.range(0, header.size())
                .filter(at -> Meaning.normalised(header.get(at)).startsWith(bare) && Meaning.normalised(header.get(at)).contains("formatted"))
                .findFirst().orElse(-1);
    }

    private static Set<Character> marks(RawTable table, int column) {
        return column < 0 ? Set.of() : table.rows().stream()
                .flatMap(row -> Optional.ofNullable(Money.provenMark(row.cell(column))).stream())
                .collect(Collectors.toSet());
    }

    Optional<Money> of(RawTable.Row row) {
        String cell = column < 0 ? "" : row.cell(column);
        if (Placeholders.isOne(cell)) {
            return Optional.empty();
        }
        Optional<Money> money = read(cell, marks);
        String beside = shown < 0 ? "" : row.cell(shown);
        return money.isEmpty() || Placeholders.isOne(beside) ? money : settled(cell, money.get(), read(beside, marksShown));
    }

    private Optional<Money> settled(String cell, Money bare, Optional<Money> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = shown.get().amount();
        if (bare.amount().subtract(amount).abs().compareTo(BigDecimal.ONE) < 0) {
            return Optional.of(new Money(bare.amount(), bare.currency() == null ? shown.get().currency() : bare.currency()));
        }
        if (bare.amount().compareTo(amount.multiply(CENTS)) == 0) {
            cents++;
            return shown;
        }
        leave(cell, Unread.OTHER_THAN_SHOWN);
        return Optional.empty();
    }

    private Optional<Money> read(String cell, Set<Character> ofColumn) {
        Set<Character> proven = new HashSet<>(ofColumn);
        if (ofFormat != null && BARE.matcher(cell).matches()) {
            proven.add(ofFormat);
        }
        Character mark = proven.size() == 1 ? proven.iterator().next() : null;
        Optional<Money> money = Money.of(cell, mark);
        if (money.isEmpty()) {
            leave(cell, Unread.NO_AMOUNT);
            return money;
        }
        boolean fitsBoth = !Money.of(cell, '.').equals(Money.of(cell, ','));
        boolean asDecimals = mark != null && !money.equals(Money.of(cell, null));
        if (fitsBoth && (proven.size() > 1 || asDecimals && !writesThreeDecimals(cell) && !Objects.equals(mark, ofFormat))) {
            leave(cell, Unread.TWO_MARKS);
            return Optional.empty();
        }
        return money;
    }

    /** A program writes 12.5, and none writes 12.500. */
    private boolean writesThreeDecimals(String cell) {
        return threeDecimals || floats && FLOAT.matcher(cell).matches() && !cell.endsWith("0");
    }

    private void leave(String cell, Unread why) {
        unread.computeIfAbsent(why, any -> new ArrayList<>()).add(cell);
    }

    /** What a person should know of amounts that were left empty, or not taken as they stand. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        unread.forEach((why, cells) -> notes.add(cells.size() + (cells.size() == 1 ? " cell" : " cells") + " in \"" + columns.header(column) + "\" "
                + (cells.size() == 1 ? why.one : why.many) + ", such as \"" + cells.getFirst() + "\"."));
        if (cents > 0) {
            notes.add("\"" + columns.header(column) + "\" counts cents, by what \"" + columns.header(shown) + "\" shows; the amounts were taken from there.");
        }
        return notes;
    }
}
