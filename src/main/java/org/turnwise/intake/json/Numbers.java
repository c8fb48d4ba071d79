package org.turnwise.intake.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.turnwise.intake.reading.TimeScale;
import tools.jackson.databind.JsonNode;

/** Which numbers can be reckoned with, and what those that are times count. */
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

    /**
     * What the bare numbers count that say when pieces were said, by how they lie; empty if that can't be told.
     *
     * @param durationSeconds of the call, or null
     */
    static Optional<TimeScale> scale(List<Value> pieces, String start, String end, @Nullable BigDecimal durationSeconds) {
        List<BigDecimal> starts = new ArrayList<>();
        List<BigDecimal> ends = new ArrayList<>();
        for (Value piece : pieces) {
            JsonNode from = piece.at(start).node();
            JsonNode to = piece.at(end).node();
            if (isFinite(from) && isFinite(to)) {
                starts.add(from.decimalValue());
                ends.add(to.decimalValue());
            }
        }
        return TimeScale.guess(starts, ends, durationSeconds);
    }
}
