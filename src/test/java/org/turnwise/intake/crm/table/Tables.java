package org.turnwise.intake.crm.table;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.turnwise.intake.crm.deal.Deal;
import org.turnwise.intake.reading.Unreadable;

/** Tables that stand in tests line by line. */
final class Tables {

    private Tables() {}

    static TableReading read(String... lines) throws Unreadable {
        return TableReader.read("t.csv", String.join("\n", lines), List.of());
    }

    static Map<String, Deal> deals(TableReading reading) {
        return ((TableReading.Deals) reading.entries()).deals().stream().collect(Collectors.toMap(Deal::id, Function.identity()));
    }

    static boolean tells(TableReading reading, String... words) {
        return reading.notes().stream().anyMatch(note -> List.of(words).stream().allMatch(note::contains));
    }
}
