package org.turnwise.suggestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PrecisionTest {

    /** Upper ends by statsmodels' proportion_confint(method="wilson"), which the interval itself is checked against elsewhere. */
    @Test
    void aLabelGoesQuietOnceItIsSurelyMostlyWrong() {
        assertFalse(new Precision(0, 9).quiet(), "too few to say");
        assertTrue(new Precision(0, 10).quiet());
        assertTrue(new Precision(1, 10).quiet());
        assertEquals(.404, new Precision(1, 10).high(), .001);
        assertFalse(new Precision(2, 10).quiet(), "up to 51 % may be right");
        assertEquals(.510, new Precision(2, 10).high(), .001);
        assertFalse(new Precision(45, 100).quiet());
        assertTrue(new Precision(38, 100).quiet());
    }

    @Test
    void takingItAgainMakesItHeardAgain() {
        assertTrue(new Precision(1, 10).quiet());
        assertFalse(new Precision(4, 13).quiet());
    }

    @Test
    void beforeTheFirstDecisionNothingIsKnown() {
        Precision none = new Precision(0, 0);
        assertEquals(0, none.low());
        assertEquals(1, none.high());
        assertFalse(none.quiet());
        assertThrows(IllegalArgumentException.class, () -> new Precision(2, 1));
    }
}
