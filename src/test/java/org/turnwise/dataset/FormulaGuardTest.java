package org.turnwise.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormulaGuardTest {

    @Test
    void noCellStartsLikeAFormula() {
        for (String cell : List.of("=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\n=1", "＝1+1", "＠sum")) {
            assertEquals("'" + cell, FormulaGuard.guard(cell));
        }
        assertEquals("'tis fine", FormulaGuard.guard("'tis fine"));
        assertEquals("-2", FormulaGuard.guardNumber("-2"));
        assertEquals("'-2|1", FormulaGuard.guardNumber("-2|1"));
    }

    @Test
    void whateverIsGuardedComesBack() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                cell.append("'=+-@\t\r\nab ＝".charAt(random.nextInt(12)));
            }
            String guarded = FormulaGuard.guard(cell.toString());
            assertEquals(cell.toString(), FormulaGuard.unguard(guarded));
            assertFalse(!guarded.isEmpty() && "=+-@\t\r\n＝".indexOf(guarded.charAt(0)) >= 0, guarded);
        }
    }
}
