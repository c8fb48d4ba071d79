package org.turnwise.intake.json;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/** Which numbers can be reckoned with. */
final class Numbers {

    private static final int MOST_DIGITS = 25;

    private Numbers() {}

    /** Whether it is a number, and one of a size that times have. */
    static boolean isFinite(JsonNode node) {
        if (!node.isNumber() || node.isFloatingPointNumber() && node.asString().matches("-?(?:NaN|Infinity)")) {
            return false;
        }
        BigDecimal value = node.decimalValue();
        return value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
    }
}
