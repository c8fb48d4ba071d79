package org.turnwise.dataset;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running what a customer said as a formula: a cell that starts like one gets an apostrophe in front. Cells that already
 * start with apostrophes and then like a formula get one more, so that taking one away always gives back what was said.
 */
final class FormulaGuard {

    private static final Pattern LIKE_A_FORMULA = Pattern.compile("'*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern GUARDED = Pattern.compile("''*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private FormulaGuard() {}

    static String guard(String cell) {
        return LIKE_A_FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    static String unguard(String cell) {
        return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
    }

    /** For columns of numbers: a number stays one, whatever its sign. */
    static String guardNumber(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : guard(cell);
    }
}
