package org.turnwise.intake.crm.table;

import java.util.Locale;
import java.util.Set;

/** What people and programs write into a cell to say that it is empty. */
final class Placeholders {

    private static final Set<String> ALL = Set.of("-", "--", "–", "—", ".", "?", "n/a", "na", "n.a.", "#n/a", "nan", "nat", "null", "none", "nil", "(blank)",
            "(empty)", "(none)", "tbd", "tba", "tbc", "unknown", "n.v.t.", "s/d", "k. a.", "k.a.", "0000-00-00", "0000-00-00 00:00:00");

    private Placeholders() {}

    static boolean isOne(String cell) {
        String plain = cell.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() || ALL.contains(plain);
    }
}
